package dev.assay.hiring.candidates.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.assay.hiring.candidates.AttestationMethod;
import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.candidates.EmailConfirmations;
import dev.assay.hiring.platform.idempotency.Deed;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.platform.web.RequestJson;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.Permission;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AttestationController {

    private static final int BODY_LIMIT = 16 * 1024;

    private final EmailConfirmations confirmations;
    private final RequestJson json;

    AttestationController(EmailConfirmations confirmations, RequestJson json) {
        this.confirmations = confirmations;
        this.json = json;
    }

    @PostMapping(
            path = "/v1/candidates/{id}/email-attestation",
            consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Permission.ATTEST_EMAILS)
    Deed<AttestationResponse> attest(Actor actor, @PathVariable UUID id, InputStream body)
            throws IOException {
        AttestationRequest request = json.read(body, BODY_LIMIT, AttestationRequest.class);
        return Deed.about(
                () ->
                        confirmations.attest(
                                actor,
                                new CandidateId(id),
                                request.method().method,
                                request.checkedAt()),
                candidate -> candidate.id().person(),
                candidate ->
                        ResponseEntity.ok(
                                new AttestationResponse(
                                        candidate.id().value(),
                                        candidate.emailStatus().wireName())));
    }

    /** How the recruiter found out, and when. */
    record AttestationRequest(@NotNull Method method, @NotNull Instant checkedAt) {}

    record AttestationResponse(UUID candidateId, String emailStatus) {}

    enum Method {
        @JsonProperty("reply")
        REPLY(AttestationMethod.REPLY),
        @JsonProperty("phone")
        PHONE(AttestationMethod.PHONE),
        @JsonProperty("in-person")
        IN_PERSON(AttestationMethod.IN_PERSON),
        @JsonProperty("document")
        DOCUMENT(AttestationMethod.DOCUMENT);

        private final AttestationMethod method;

        Method(AttestationMethod method) {
            this.method = method;
        }
    }
}
