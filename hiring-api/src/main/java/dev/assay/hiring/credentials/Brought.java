package dev.assay.hiring.credentials;

import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.shared.ApplicationId;
import java.util.List;

/** The credentials that an application brings, verified. */
public record Brought(
        ApplicationId application, CandidateId candidate, List<VerifiedCredential> credentials) {

    public Brought {
        credentials = List.copyOf(credentials);
    }
}
