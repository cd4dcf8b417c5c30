@NullMarked
package dev.assay.hiring.partners.web;

import org.jspecify.annotations.NullMarked;
