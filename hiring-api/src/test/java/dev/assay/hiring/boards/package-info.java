@NullMarked
package dev.assay.hiring.boards;

import org.jspecify.annotations.NullMarked;
