/** What training did cost, and what that says about the next estimate. */
@NullMarked
package dev.assay.trainingcost.calibrate;

import org.jspecify.annotations.NullMarked;
