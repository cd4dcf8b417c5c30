package dev.assay.hiring.jobs;

import dev.assay.hiring.shared.Actor;

/**
 * Where applications to a job cease to be reviewed blind may have changed; published in the
 * transaction of the change.
 */
public record BlindReviewChanged(Actor actor, JobId job) {}
