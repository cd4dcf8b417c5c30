@NullMarked
package dev.assay.hiring.platform.lifecycle;

import org.jspecify.annotations.NullMarked;
