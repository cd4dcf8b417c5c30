@NullMarked
package dev.assay.hiring.interviews;

import org.jspecify.annotations.NullMarked;
