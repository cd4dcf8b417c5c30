package dev.assay.admin.home;

import org.jspecify.annotations.Nullable;

/**
 * A job that takes applications.
 *
 * @param topBand the band of the best score; null while nobody has one
 */
record OpenJob(String title, String href, int applications, @Nullable String topBand) {}
