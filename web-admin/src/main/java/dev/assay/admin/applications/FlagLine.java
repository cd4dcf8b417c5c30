package dev.assay.admin.applications;

import dev.assay.admin.shell.Moment;

/**
 * Something that came to light after the decision.
 *
 * @param figures the score it was decided on, and what it would be now
 */
record FlagLine(Moment at, String cause, String figures) {}
