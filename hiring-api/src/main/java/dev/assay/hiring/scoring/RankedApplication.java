package dev.assay.hiring.scoring;

import dev.assay.hiring.shared.ApplicationId;

/**
 * An application's place among those of its job.
 *
 * @param rank from 1; 0 in the lane without evidence, where there are no ranks
 */
public record RankedApplication(int rank, ApplicationId application, Score score) {}
