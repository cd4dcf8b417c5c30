@NullMarked
package dev.assay.hiring.compliance.web;

import org.jspecify.annotations.NullMarked;
