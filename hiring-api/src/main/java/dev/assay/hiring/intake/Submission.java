package dev.assay.hiring.intake;

import dev.assay.hiring.applications.ApplicationSource;
import dev.assay.hiring.candidates.NewCandidate;
import dev.assay.hiring.credentials.SubmittedCredential;
import java.util.List;

/**
 * An application as it is handed in.
 *
 * @param received the whole body, byte for byte; what is not read from it today is kept in it
 */
public record Submission(
        NewCandidate candidate,
        List<SubmittedCredential> credentials,
        ApplicationSource source,
        byte[] received) {

    /** How many credentials one application may bring. */
    public static final int MAXIMUM_CREDENTIALS = 100;

    public Submission {
        credentials = List.copyOf(credentials);
        if (credentials.size() > MAXIMUM_CREDENTIALS) {
            throw new IllegalArgumentException(
                    "an application brings at most "
                            + MAXIMUM_CREDENTIALS
                            + " credentials, not "
                            + credentials.size());
        }
    }
}
