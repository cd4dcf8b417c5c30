/** Pure rules: waiver, prerequisites, ramp-up, attribution, retention. No randomness in here. */
@NullMarked
package dev.assay.trainingcost.rule;

import org.jspecify.annotations.NullMarked;
