package dev.assay.hiring.jobs;

import dev.assay.hiring.shared.Version;

/**
 * How an employer opens jobs.
 *
 * @param approval whether somebody else approves a draft first
 */
public record JobRule(boolean approval, Version version) {}
