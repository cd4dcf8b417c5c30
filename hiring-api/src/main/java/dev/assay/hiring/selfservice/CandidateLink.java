package dev.assay.hiring.selfservice;

import dev.assay.hiring.shared.ApplicationId;
import java.time.Instant;
import java.util.Optional;

/** A link to one application that its candidate was given; without what opens it. */
public record CandidateLink(
        CandidateLinkId id,
        ApplicationId application,
        LinkOccasion occasion,
        Instant issuedAt,
        String issuedBy,
        Instant expiresAt,
        Optional<Instant> revokedAt) {

    /** Whether it opens anything at that moment. */
    public boolean isGoodAt(Instant now) {
        return revokedAt.isEmpty() && now.isBefore(expiresAt);
    }
}
