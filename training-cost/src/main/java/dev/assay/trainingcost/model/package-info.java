/**
 * What an estimate is made from: roles, modules, evidence, money and the assumptions behind them.
 */
@NullMarked
package dev.assay.trainingcost.model;

import org.jspecify.annotations.NullMarked;
