package dev.assay.hiring.applications;

import org.jspecify.annotations.Nullable;

/** How an application came in. */
public record ApplicationSource(String channel, @Nullable String reference) {}
