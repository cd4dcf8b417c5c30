package dev.assay.hiring.scoring;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A stored score with what it was computed from.
 *
 * @param inputs but for the policy; empty for scores of a time before inputs were kept
 */
record Computation(ScoreReceipt.Subject subject, Score score, Optional<JsonNode> inputs) {}
