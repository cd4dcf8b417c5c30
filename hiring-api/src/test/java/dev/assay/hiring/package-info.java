@NullMarked
package dev.assay.hiring;

import org.jspecify.annotations.NullMarked;
