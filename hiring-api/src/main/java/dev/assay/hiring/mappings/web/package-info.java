@NullMarked
package dev.assay.hiring.mappings.web;

import org.jspecify.annotations.NullMarked;
