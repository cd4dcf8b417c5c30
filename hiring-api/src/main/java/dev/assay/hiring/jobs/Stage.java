package dev.assay.hiring.jobs;

/**
 * A step of a job's hiring, inside one phase.
 *
 * @param retired nobody is moved there any more; who stands there still does
 */
public record Stage(StageId id, JobId job, String name, StagePhase phase, boolean retired) {}
