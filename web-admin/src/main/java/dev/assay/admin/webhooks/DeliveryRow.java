package dev.assay.admin.webhooks;

import dev.assay.admin.shell.Badge;
import dev.assay.admin.shell.Moment;
import org.jspecify.annotations.Nullable;

/**
 * An event for an endpoint.
 *
 * @param tried how often it was sent, in words; null before the first try
 * @param answer what was answered last, or why nothing was; null before the first try
 * @param next when it is sent again
 */
record DeliveryRow(
        String event,
        long sequence,
        String type,
        Badge state,
        @Nullable String tried,
        @Nullable String answer,
        Moment queued,
        @Nullable Moment next) {}
