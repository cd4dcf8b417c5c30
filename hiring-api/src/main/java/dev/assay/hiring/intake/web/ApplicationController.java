package dev.assay.hiring.intake.web;

import dev.assay.hiring.intake.ApplicationView;
import dev.assay.hiring.intake.Intake;
import dev.assay.hiring.intake.Submission;
import dev.assay.hiring.intake.VerifiedSubmission;
import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.platform.idempotency.Deed;
import dev.assay.hiring.platform.limits.Costly;
import dev.assay.hiring.platform.operations.Operation;
import dev.assay.hiring.platform.operations.web.OperationResponse;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.platform.web.Preference;
import dev.assay.hiring.platform.web.RequestJson;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.Permission;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ApplicationController {

    private static final int BODY_LIMIT = 10 * 1024 * 1024;

    private final Intake intake;
    private final SubmissionMapping submissions;
    private final RequestJson json;
    private final ApplicationAnswers answers;

    ApplicationController(
            Intake intake,
            SubmissionMapping submissions,
            RequestJson json,
            ApplicationAnswers answers) {
        this.intake = intake;
        this.submissions = submissions;
        this.json = json;
        this.answers = answers;
    }

    @PostMapping(path = "/v1/jobs/{id}/applications", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Permission.SUBMIT_APPLICATIONS)
    @Costly
    Deed<?> submit(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = Preference.HEADER, required = false) @Nullable String prefer,
            InputStream body)
            throws IOException {
        Submission submission = submissions.read(json.bytes(body, BODY_LIMIT));
        if (Preference.isRespondAsync(prefer)) {
            return Deed.of(
                    () -> intake.accept(actor, new JobId(id), submission),
                    ApplicationController::accepted);
        }
        VerifiedSubmission verified = intake.verify(actor, new JobId(id), submission);
        return Deed.about(
                () -> intake.submit(actor, verified),
                view -> view.application().candidate().person(),
                view -> answers.answer(ResponseEntity.created(address(view)), view));
    }

    @GetMapping("/v1/applications/{id}")
    @Allowed(Permission.READ_APPLICATIONS)
    ResponseEntity<ApplicationResponse> get(Actor actor, @PathVariable UUID id) {
        return answers.answer(ResponseEntity.ok(), intake.view(actor, new ApplicationId(id)));
    }

    private static ResponseEntity<OperationResponse> accepted(Operation operation) {
        return ResponseEntity.accepted()
                .location(URI.create("/v1/operations/" + operation.id()))
                .header(Preference.APPLIED, Preference.RESPOND_ASYNC)
                .header(HttpHeaders.RETRY_AFTER, "1")
                .body(OperationResponse.of(operation, List.of()));
    }

    private static URI address(ApplicationView view) {
        return URI.create("/v1/applications/" + view.application().id());
    }
}
