package dev.assay.hiring.intake.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.hiring.applications.ApplicationPhase;
import dev.assay.hiring.credentials.Recheck;
import dev.assay.hiring.credentials.StoredCredential;
import dev.assay.hiring.credentials.VerificationDocument;
import dev.assay.hiring.intake.ApplicationView;
import dev.assay.hiring.scoring.Score;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

record ApplicationResponse(
        UUID id,
        UUID jobId,
        UUID candidateId,
        ApplicationPhase phase,
        Instant submittedAt,
        List<CredentialResponse> credentials,
        Score score) {

    static ApplicationResponse of(ApplicationView view) {
        return new ApplicationResponse(
                view.application().id().value(),
                view.application().job().value(),
                view.application().candidate().value(),
                view.application().phase(),
                view.application().submittedAt(),
                view.credentials().stream().map(CredentialResponse::of).toList(),
                view.score());
    }

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record CredentialResponse(
            UUID id,
            Optional<Instant> withdrawnAt,
            Optional<PendingResponse> pending,
            VerificationDocument verification) {

        static CredentialResponse of(StoredCredential credential) {
            return new CredentialResponse(
                    credential.id().value(),
                    credential.withdrawnAt(),
                    credential.recheck().map(PendingResponse::of),
                    VerificationDocument.of(credential.report()));
        }
    }

    /** There while something could not be fetched or checked: when it is tried again. */
    record PendingResponse(Instant since, int attempts, Instant nextAttemptAt) {

        static PendingResponse of(Recheck recheck) {
            return new PendingResponse(recheck.since(), recheck.attempts(), recheck.nextAt());
        }
    }
}
