package dev.assay.hiring.intake;

import dev.assay.hiring.applications.ApplicationSource;
import dev.assay.hiring.candidates.NewCandidate;
import dev.assay.hiring.credentials.SubmittedDocument;
import java.util.List;

/**
 * An application as it is handed in.
 *
 * @param received the whole body, byte for byte; what is not read from it today is kept in it
 */
public record Submission(
        NewCandidate candidate,
        List<SubmittedDocument> documents,
        ApplicationSource source,
        byte[] received) {

    /** How many credentials one application may bring. */
    public static final int MAXIMUM_DOCUMENTS = 100;

    public Submission {
        documents = List.copyOf(documents);
        if (documents.size() > MAXIMUM_DOCUMENTS) {
            throw new IllegalArgumentException(
                    "an application brings at most "
                            + MAXIMUM_DOCUMENTS
                            + " credentials, not "
                            + documents.size());
        }
    }
}
