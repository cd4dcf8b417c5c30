package dev.assay.hiring.intake.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.hiring.applications.ApplicationPhase;
import dev.assay.hiring.credentials.Recheck;
import dev.assay.hiring.credentials.StoredCredential;
import dev.assay.hiring.credentials.VerificationDocument;
import dev.assay.hiring.intake.ApplicationView;
import dev.assay.hiring.jobs.Stage;
import dev.assay.hiring.scoring.Score;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record ApplicationResponse(
        UUID id,
        UUID jobId,
        UUID candidateId,
        ApplicationPhase phase,
        @Nullable StageResponse stage,
        Instant submittedAt,
        List<CredentialResponse> credentials,
        Score score) {

    static ApplicationResponse of(ApplicationView view) {
        return new ApplicationResponse(
                view.application().id().value(),
                view.application().job().value(),
                view.application().candidate().value(),
                view.application().phase(),
                view.stage().map(StageResponse::of).orElse(null),
                view.application().submittedAt(),
                view.credentials().stream().map(CredentialResponse::of).toList(),
                view.score());
    }

    /** The employer's own name for where it stands. */
    record StageResponse(UUID id, String name) {

        static StageResponse of(Stage stage) {
            return new StageResponse(stage.id().value(), stage.name());
        }
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
