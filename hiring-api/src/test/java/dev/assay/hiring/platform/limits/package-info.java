@NullMarked
package dev.assay.hiring.platform.limits;

import org.jspecify.annotations.NullMarked;
