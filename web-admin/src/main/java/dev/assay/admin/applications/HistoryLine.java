package dev.assay.admin.applications;

import dev.assay.admin.shell.Moment;

/** One score an application had. */
record HistoryLine(Moment at, String score, String change, String policy) {}
