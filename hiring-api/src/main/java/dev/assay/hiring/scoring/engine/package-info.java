/**
 * The scoring engine: how much of what a job needs has this candidate proven?
 *
 * <p>{@link dev.assay.hiring.scoring.engine.ScoringEngine#score} is a pure function of the job's
 * requirements, the candidate's evidence and a policy. This package promises the same digits for
 * the same inputs on any machine. It refuses everything that could break that promise: no clock, no
 * database, no network, no framework, no floating point; and it holds nothing about a person but
 * opaque references, so there is nothing here to be unfair by.
 *
 * <p>It also knows no way to reject anybody: a result is a number with its reasons and an order,
 * never a decision.
 */
@NullMarked
package dev.assay.hiring.scoring.engine;

import org.jspecify.annotations.NullMarked;
