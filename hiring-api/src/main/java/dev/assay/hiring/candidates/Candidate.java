package dev.assay.hiring.candidates;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A person who applied. */
public record Candidate(
        CandidateId id,
        String givenName,
        String familyName,
        Email email,
        EmailStatus emailStatus,
        @Nullable String phone,
        Instant createdAt) {

    public String fullName() {
        return (givenName + " " + familyName).strip();
    }
}
