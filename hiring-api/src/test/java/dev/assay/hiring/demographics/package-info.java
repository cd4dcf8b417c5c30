@NullMarked
package dev.assay.hiring.demographics;

import org.jspecify.annotations.NullMarked;
