package dev.assay.hiring.candidates;

import org.jspecify.annotations.Nullable;

/** A person as a submission names them. */
public record NewCandidate(
        String givenName,
        String familyName,
        Email email,
        boolean emailVerified,
        @Nullable String phone) {}
