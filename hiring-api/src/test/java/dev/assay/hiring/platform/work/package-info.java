@NullMarked
package dev.assay.hiring.platform.work;

import org.jspecify.annotations.NullMarked;
