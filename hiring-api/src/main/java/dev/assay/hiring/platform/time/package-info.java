@NullMarked
package dev.assay.hiring.platform.time;

import org.jspecify.annotations.NullMarked;
