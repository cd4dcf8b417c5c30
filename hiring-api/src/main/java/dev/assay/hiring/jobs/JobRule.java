package dev.assay.hiring.jobs;

import dev.assay.hiring.shared.Version;
import java.util.Optional;

/**
 * How an employer opens jobs.
 *
 * @param approval whether somebody else approves a draft first
 * @param blindUntil until which phase the applications to a new job are reviewed blind
 */
public record JobRule(boolean approval, Optional<StagePhase> blindUntil, Version version) {}
