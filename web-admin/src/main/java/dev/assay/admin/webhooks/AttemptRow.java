package dev.assay.admin.webhooks;

import dev.assay.admin.shell.Badge;
import dev.assay.admin.shell.Moment;
import org.jspecify.annotations.Nullable;

/**
 * One try to send something.
 *
 * @param what the event's number, or that it was a ping
 * @param took for how long it was waited, in words
 * @param response the beginning of what a receiver said that did not take it
 */
record AttemptRow(
        String what,
        Moment at,
        Badge state,
        String answer,
        String took,
        @Nullable String response) {}
