@NullMarked
package dev.assay.hiring.platform.trace;

import org.jspecify.annotations.NullMarked;
