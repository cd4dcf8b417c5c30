package dev.assay.hiring.intake.web;

import dev.assay.hiring.applications.ApplicationSource;
import dev.assay.hiring.candidates.Email;
import dev.assay.hiring.candidates.NewCandidate;
import dev.assay.hiring.credentials.CredentialAddress;
import dev.assay.hiring.credentials.Credentials;
import dev.assay.hiring.credentials.SubmittedCredential;
import dev.assay.hiring.credentials.SubmittedDocument;
import dev.assay.hiring.intake.ApplicationView;
import dev.assay.hiring.intake.Intake;
import dev.assay.hiring.intake.Submission;
import dev.assay.hiring.intake.VerifiedSubmission;
import dev.assay.hiring.intake.web.SubmissionRequest.CandidateRequest;
import dev.assay.hiring.intake.web.SubmissionRequest.CredentialRequest;
import dev.assay.hiring.intake.web.SubmissionRequest.SourceRequest;
import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.platform.idempotency.Deed;
import dev.assay.hiring.platform.limits.Costly;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.platform.web.RawJson;
import dev.assay.hiring.platform.web.RequestJson;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.InvalidInput.Fault;
import dev.assay.hiring.shared.Permission;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
class ApplicationController {

    private static final int BODY_LIMIT = 10 * 1024 * 1024;
    private static final String BOTH = "give either the document or its address";
    private static final String NO_DOCUMENT = "must be a JSON object, or a compact token as text";
    private static final String TOO_LARGE =
            "is larger than " + SubmittedDocument.MAXIMUM_BYTES + " bytes";

    private final Intake intake;
    private final Credentials credentials;
    private final RequestJson json;
    private final ApplicationAnswers answers;
    private final JsonMapper trees;

    ApplicationController(
            Intake intake,
            Credentials credentials,
            RequestJson json,
            ApplicationAnswers answers,
            JsonMapper trees) {
        this.intake = intake;
        this.credentials = credentials;
        this.json = json;
        this.answers = answers;
        this.trees = trees;
    }

    @PostMapping(path = "/v1/jobs/{id}/applications", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Permission.SUBMIT_APPLICATIONS)
    @Costly
    Deed<ApplicationResponse> submit(Actor actor, @PathVariable UUID id, InputStream body)
            throws IOException {
        byte[] received = json.bytes(body, BODY_LIMIT);
        SubmissionRequest request = json.read(received, SubmissionRequest.class);
        VerifiedSubmission verified =
                intake.verify(actor, new JobId(id), submission(request, received));
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

    private static URI address(ApplicationView view) {
        return URI.create("/v1/applications/" + view.application().id());
    }

    private Submission submission(SubmissionRequest request, byte[] received) {
        CandidateRequest candidate = request.candidate();
        SourceRequest source = request.source();
        return new Submission(
                new NewCandidate(
                        candidate.givenName(),
                        candidate.familyName(),
                        new Email(candidate.email()),
                        Objects.requireNonNullElse(candidate.emailVerified(), false),
                        candidate.phone()),
                submitted(request.credentials()),
                source == null
                        ? new ApplicationSource("direct", null)
                        : new ApplicationSource(source.channel(), source.reference()),
                received);
    }

    private List<SubmittedCredential> submitted(@Nullable List<CredentialRequest> requests) {
        List<SubmittedCredential> submitted = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        List<CredentialRequest> sent =
                Objects.requireNonNullElse(requests, List.<CredentialRequest>of());
        for (int i = 0; i < sent.size(); i++) {
            String pointer = "/credentials/" + i;
            RawJson document = sent.get(i).document();
            String url = sent.get(i).url();
            if (url != null) {
                address(url, document, pointer + "/url", faults).ifPresent(submitted::add);
            } else if (document == null || !isDocument(document)) {
                faults.add(new Fault(pointer + "/document", NO_DOCUMENT));
            } else if (document.bytes().length > SubmittedDocument.MAXIMUM_BYTES) {
                faults.add(new Fault(pointer + "/document", TOO_LARGE));
            } else {
                submitted.add(document(document));
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return submitted;
    }

    private Optional<CredentialAddress> address(
            String url, @Nullable RawJson document, String pointer, List<Fault> faults) {
        CredentialAddress address = new CredentialAddress(url);
        Optional<String> refusal =
                document == null
                        ? credentials.refusal(address).map(words -> "is refused: " + words)
                        : Optional.of(BOTH);
        refusal.ifPresent(words -> faults.add(new Fault(pointer, words)));
        return refusal.isPresent() ? Optional.empty() : Optional.of(address);
    }

    private static boolean isDocument(RawJson raw) {
        return raw.bytes()[0] == '{' || isText(raw);
    }

    private static boolean isText(RawJson raw) {
        return raw.bytes()[0] == '"';
    }

    private SubmittedDocument document(RawJson raw) {
        return isText(raw)
                ? new SubmittedDocument(
                        trees.readTree(raw.bytes()).asString().getBytes(StandardCharsets.UTF_8),
                        "application/vc+jwt")
                : new SubmittedDocument(raw.bytes(), "application/vc+ld+json");
    }
}
