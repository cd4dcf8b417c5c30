@NullMarked
package dev.assay.hiring.platform.problem;

import org.jspecify.annotations.NullMarked;
