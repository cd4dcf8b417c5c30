@NullMarked
package dev.assay.hiring.applications;

import org.jspecify.annotations.NullMarked;
