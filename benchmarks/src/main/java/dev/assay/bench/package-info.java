/** Benchmarks, each beside the limit it is held against in the same run. */
@NullMarked
package dev.assay.bench;

import org.jspecify.annotations.NullMarked;
