package dev.assay.hiring.intake.web;

import dev.assay.hiring.credentials.CredentialId;
import dev.assay.hiring.credentials.SubmittedCredential;
import dev.assay.hiring.intake.Intake;
import dev.assay.hiring.intake.VerifiedAddition;
import dev.assay.hiring.intake.web.SubmissionRequest.CredentialRequest;
import dev.assay.hiring.platform.idempotency.Deed;
import dev.assay.hiring.platform.limits.Costly;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.platform.web.RequestJson;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.Permission;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OfferedCredentialController {

    private static final int BODY_LIMIT = 2 * 1024 * 1024;

    private final Intake intake;
    private final SubmissionMapping submissions;
    private final RequestJson json;
    private final ApplicationAnswers answers;

    OfferedCredentialController(
            Intake intake,
            SubmissionMapping submissions,
            RequestJson json,
            ApplicationAnswers answers) {
        this.intake = intake;
        this.submissions = submissions;
        this.json = json;
        this.answers = answers;
    }

    @PostMapping(
            path = "/v1/applications/{id}/credentials",
            consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Permission.SUBMIT_APPLICATIONS)
    @Costly
    Deed<ApplicationResponse> add(Actor actor, @PathVariable UUID id, InputStream body)
            throws IOException {
        SubmittedCredential credential =
                submissions.credential(json.read(body, BODY_LIMIT, CredentialRequest.class));
        VerifiedAddition verified = intake.verifyAddition(actor, new ApplicationId(id), credential);
        return Deed.about(
                () -> intake.add(actor, verified),
                view -> view.application().candidate().person(),
                view ->
                        answers.answer(
                                ResponseEntity.created(URI.create("/v1/applications/" + id)),
                                view));
    }

    @DeleteMapping("/v1/applications/{id}/credentials/{credentialId}")
    @Allowed(Permission.SUBMIT_APPLICATIONS)
    ResponseEntity<ApplicationResponse> withdraw(
            Actor actor, @PathVariable UUID id, @PathVariable UUID credentialId) {
        return answers.answer(
                ResponseEntity.ok(),
                intake.withdraw(actor, new ApplicationId(id), new CredentialId(credentialId)));
    }
}
