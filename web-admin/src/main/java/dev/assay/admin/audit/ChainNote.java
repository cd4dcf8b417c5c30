package dev.assay.admin.audit;

import dev.assay.admin.shell.Badge;
import dev.assay.hiring.platform.audit.Checkpoint;
import org.jspecify.annotations.Nullable;

/**
 * What recomputing the chain found.
 *
 * @param next where to go on; null when the end was reached, or there is no going on
 */
record ChainNote(Badge verdict, String text, @Nullable Checkpoint next) {}
