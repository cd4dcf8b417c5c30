@NullMarked
package dev.assay.hiring.candidates;

import org.jspecify.annotations.NullMarked;
