package dev.assay.admin.disputes;

import dev.assay.admin.shell.Badge;
import dev.assay.admin.shell.Moment;

/** One dispute of the list. */
record DisputeRow(
        String id,
        String candidate,
        String job,
        String about,
        Badge state,
        Moment opened,
        Moment due) {}
