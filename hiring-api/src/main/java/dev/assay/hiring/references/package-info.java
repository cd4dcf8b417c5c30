@NullMarked
package dev.assay.hiring.references;

import org.jspecify.annotations.NullMarked;
