@NullMarked
package dev.assay.hiring.platform;

import org.jspecify.annotations.NullMarked;
