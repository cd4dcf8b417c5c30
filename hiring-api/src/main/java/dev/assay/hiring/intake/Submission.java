package dev.assay.hiring.intake;

import dev.assay.hiring.applications.ApplicationSource;
import dev.assay.hiring.candidates.NewCandidate;
import dev.assay.hiring.credentials.SubmittedCredential;
import dev.assay.hiring.dossier.NewAttachment;
import dev.assay.hiring.dossier.NewConsent;
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
        List<NewAttachment> attachments,
        List<NewConsent> consents,
        byte[] received) {

    /** How many credentials one application may bring. */
    public static final int MAXIMUM_CREDENTIALS = 100;

    /** One that brings no files and no consents. */
    public Submission(
            NewCandidate candidate,
            List<SubmittedCredential> credentials,
            ApplicationSource source,
            byte[] received) {
        this(candidate, credentials, source, List.of(), List.of(), received);
    }

    public Submission {
        credentials = List.copyOf(credentials);
        attachments = List.copyOf(attachments);
        consents = List.copyOf(consents);
        if (credentials.size() > MAXIMUM_CREDENTIALS) {
            throw new IllegalArgumentException(
                    "an application brings at most "
                            + MAXIMUM_CREDENTIALS
                            + " credentials, not "
                            + credentials.size());
        }
    }

    /** The same by another way, whatever it says of that itself. */
    public Submission by(ApplicationSource way) {
        return new Submission(candidate, credentials, way, attachments, consents, received);
    }
}
