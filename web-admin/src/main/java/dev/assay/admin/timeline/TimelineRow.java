package dev.assay.admin.timeline;

import dev.assay.admin.shell.Moment;
import org.jspecify.annotations.Nullable;

/**
 * One line of a timeline.
 *
 * @param about which credential, where the page knows its name
 * @param job the job of the application it is about; null for what is about none
 * @param href the application
 * @param by whose deed it was; null for what nobody did
 */
record TimelineRow(
        Moment at,
        String what,
        @Nullable String about,
        @Nullable String job,
        @Nullable String href,
        @Nullable String by) {}
