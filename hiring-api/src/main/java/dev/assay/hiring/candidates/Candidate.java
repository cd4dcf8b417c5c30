package dev.assay.hiring.candidates;

import dev.assay.hiring.shared.Version;
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
        Instant createdAt,
        Version version) {

    public String fullName() {
        return (givenName + " " + familyName).strip();
    }
}
