package dev.assay.hiring.candidates;

import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.Version;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A person who applied.
 *
 * @param mergedInto whom this one turned out to be the same person as, if anybody
 * @param root who stands for the person: the end of that chain, most often this one themselves
 * @param blind whether those who judge them are not to know who it is, at present; people are given
 *     a pseudonym then, in every place of the name and the address
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
        CandidateId root,
        boolean blind) {

    /** Whether this one stands for the person. */
    public boolean isRoot() {
        return root.equals(id);
    }

    /** As this actor is shown them: people see a pseudonym while they are not to know who it is. */
    Candidate shownTo(Actor actor) {
        if (!blind || !(actor instanceof Actor.Person)) {
            return this;
        }
        Pseudonym pseudonym = Pseudonym.of(root);
        return new Candidate(
                id,
                pseudonym.givenName(),
                pseudonym.familyName(),
                pseudonym.email(),
                emailStatus,
                null,
                createdAt,
                version,
                mergedInto,
                root,
                true);
    }

    public String fullName() {
        return (givenName + " " + familyName).strip();
    }
}
