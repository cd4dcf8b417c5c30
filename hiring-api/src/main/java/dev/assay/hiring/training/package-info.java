/**
 * What hires cost to train: the employer's roles, modules, wages and assumptions, and the estimates
 * and plans that the library {@code training-cost} makes of them.
 */
@NullMarked
package dev.assay.hiring.training;

import org.jspecify.annotations.NullMarked;
