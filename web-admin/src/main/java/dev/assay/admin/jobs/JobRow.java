package dev.assay.admin.jobs;

import dev.assay.admin.shell.Badge;
import dev.assay.admin.shell.Moment;
import org.jspecify.annotations.Nullable;

/** A job in the list of jobs. */
record JobRow(
        String id,
        String title,
        String facts,
        Badge status,
        int openings,
        int applications,
        @Nullable String topBand,
        Moment lastActivity) {}
