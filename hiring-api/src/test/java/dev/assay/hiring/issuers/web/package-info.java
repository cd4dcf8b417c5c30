@NullMarked
package dev.assay.hiring.issuers.web;

import org.jspecify.annotations.NullMarked;
