/** Sampling and percentiles; the only place with arrays of draws. */
@NullMarked
package dev.assay.trainingcost.simulate;

import org.jspecify.annotations.NullMarked;
