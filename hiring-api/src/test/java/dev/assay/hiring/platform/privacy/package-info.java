@NullMarked
package dev.assay.hiring.platform.privacy;

import org.jspecify.annotations.NullMarked;
