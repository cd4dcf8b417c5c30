@NullMarked
package dev.assay.hiring.platform.lists;

import org.jspecify.annotations.NullMarked;
