package dev.assay.hiring.jobs;

import org.jspecify.annotations.Nullable;

/**
 * A place of work.
 *
 * @param country ISO 3166-1 alpha-2
 */
public record Location(
        @Nullable String city,
        @Nullable String region,
        @Nullable String country,
        @Nullable String postalCode) {}
