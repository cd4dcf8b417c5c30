package dev.assay.admin.jobs;

import dev.assay.admin.shell.Moment;

/** An application without evidence: not ranked low, but not ranked at all. */
record InviteRow(String applicationId, String candidate, Moment applied) {}
