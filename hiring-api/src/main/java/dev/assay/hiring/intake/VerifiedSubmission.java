package dev.assay.hiring.intake;

import dev.assay.hiring.credentials.VerifiedCredential;
import dev.assay.hiring.jobs.JobId;
import java.util.List;

/** An application as it was handed in, its documents verified, ready to be taken. */
public record VerifiedSubmission(
        JobId job, Submission submission, List<VerifiedCredential> credentials) {

    public VerifiedSubmission {
        credentials = List.copyOf(credentials);
    }
}
