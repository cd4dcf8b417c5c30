@NullMarked
package dev.assay.hiring.training;

import org.jspecify.annotations.NullMarked;
