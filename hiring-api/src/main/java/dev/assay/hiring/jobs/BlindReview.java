package dev.assay.hiring.jobs;

import java.util.Optional;

/**
 * Until when those who judge the applications to a job are not to know whose they are.
 *
 * @param until the phase from which on they are
 * @param stage the stage of that phase from which on they are; empty for all of it
 */
public record BlindReview(StagePhase until, Optional<StageId> stage) {}
