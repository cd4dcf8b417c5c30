package dev.assay.hiring.intake;

import dev.assay.hiring.applications.Application;
import dev.assay.hiring.candidates.Candidate;
import dev.assay.hiring.credentials.StoredCredential;
import dev.assay.hiring.jobs.Stage;
import dev.assay.hiring.scoring.Score;
import java.util.List;
import java.util.Optional;

/**
 * An application with everything a reader of it asks for.
 *
 * @param stage where it stands inside its phase, if its job has stages
 * @param candidate empty when the person was erased
 */
public record ApplicationView(
        Application application,
        Optional<Stage> stage,
        Optional<Candidate> candidate,
        List<StoredCredential> credentials,
        Score score) {

    public ApplicationView {
        credentials = List.copyOf(credentials);
    }
}
