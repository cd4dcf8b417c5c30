@NullMarked
package dev.assay.hiring.platform.local;

import org.jspecify.annotations.NullMarked;
