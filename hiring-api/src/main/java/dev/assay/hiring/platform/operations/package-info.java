@NullMarked
package dev.assay.hiring.platform.operations;

import org.jspecify.annotations.NullMarked;
