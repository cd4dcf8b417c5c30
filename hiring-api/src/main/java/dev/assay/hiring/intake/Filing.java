package dev.assay.hiring.intake;

import dev.assay.hiring.applications.Application;
import dev.assay.hiring.candidates.Candidate;
import dev.assay.hiring.credentials.StoredCredential;
import dev.assay.hiring.scoring.Score;
import dev.assay.hiring.shared.Conflict;
import java.util.List;

/** What came of an application that was to be filed with others. */
sealed interface Filing {

    /**
     * It was.
     *
     * @param counting the credentials that count for it
     */
    record Filed(
            Application application,
            Candidate candidate,
            List<StoredCredential> counting,
            Score score)
            implements Filing {}

    record Refused(Conflict why) implements Filing {}
}
