@NullMarked
package dev.assay.hiring.evidence;

import org.jspecify.annotations.NullMarked;
