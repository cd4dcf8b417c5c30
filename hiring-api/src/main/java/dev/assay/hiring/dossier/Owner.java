package dev.assay.hiring.dossier;

import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.PersonId;
import java.util.Optional;

/**
 * Whom something is kept about.
 *
 * @param application at which of their applications; empty when at none in particular
 */
public record Owner(CandidateId candidate, Optional<ApplicationId> application) {

    PersonId person() {
        return candidate.person();
    }
}
