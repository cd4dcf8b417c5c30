package dev.assay.admin.people;

import dev.assay.admin.shell.Badge;
import dev.assay.admin.shell.Moment;
import org.jspecify.annotations.Nullable;

/** A line of the delivery log. */
public record MailRow(
        String id,
        String kind,
        String recipient,
        Badge state,
        @Nullable String fault,
        Moment queued) {}
