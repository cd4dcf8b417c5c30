package dev.assay.hiring.scoring.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param jobId the one job to try it on; all open ones when it is left out
 */
record PolicyPreviewRequest(@Nullable UUID jobId) {}
