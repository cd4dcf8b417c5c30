package dev.assay.hiring.applications;

import dev.assay.hiring.shared.ApplicationId;

/** One of many moves: of which application, where to and why. */
public record BulkMove(ApplicationId application, Move move) {}
