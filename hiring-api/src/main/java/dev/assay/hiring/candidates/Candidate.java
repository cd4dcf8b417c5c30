package dev.assay.hiring.candidates;

import dev.assay.hiring.shared.Version;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A person who applied.
 *
 * @param mergedInto whom this one turned out to be the same person as, if anybody
 * @param root who stands for the person: the end of that chain, most often this one themselves
 */
public record Candidate(
        CandidateId id,
        String givenName,
        String familyName,
        Email email,
        EmailStatus emailStatus,
        @Nullable String phone,
        Instant createdAt,
        Version version,
        Optional<CandidateId> mergedInto,
        CandidateId root) {

    /** Whether this one stands for the person. */
    public boolean isRoot() {
        return root.equals(id);
    }

    public String fullName() {
        return (givenName + " " + familyName).strip();
    }
}
