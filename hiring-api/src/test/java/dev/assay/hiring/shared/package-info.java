@NullMarked
package dev.assay.hiring.shared;

import org.jspecify.annotations.NullMarked;
