package dev.assay.hiring.candidates;

import org.jspecify.annotations.Nullable;

/** What may be put right about a person without asking them to confirm an address again. */
public record ProfileCorrection(String givenName, String familyName, @Nullable String phone) {}
