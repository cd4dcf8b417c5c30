package dev.assay.hiring.scoring;

import java.util.Optional;
import java.util.UUID;

/**
 * A stored score with what it was computed from.
 *
 * @param inputs but for the policy, as {@link KeptInputs} reads them; empty for scores of a time
 *     before inputs were kept
 */
record Computation(UUID history, ScoreCause cause, Score score, Optional<String> inputs) {}
