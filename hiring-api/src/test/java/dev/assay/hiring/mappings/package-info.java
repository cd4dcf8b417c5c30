@NullMarked
package dev.assay.hiring.mappings;

import org.jspecify.annotations.NullMarked;
