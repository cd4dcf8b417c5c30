package dev.assay.hiring.dossier.web;

import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.dossier.Consent;
import dev.assay.hiring.dossier.ConsentId;
import dev.assay.hiring.dossier.ConsentRequest;
import dev.assay.hiring.dossier.Consents;
import dev.assay.hiring.dossier.NewConsent;
import dev.assay.hiring.dossier.Owner;
import dev.assay.hiring.dossier.Owners;
import dev.assay.hiring.platform.idempotency.Deed;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.platform.web.PageResponse;
import dev.assay.hiring.platform.web.RequestJson;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.Permission;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ConsentController {

    private static final int BODY_LIMIT = 4 * 1024;

    private final Consents consents;
    private final Owners owners;
    private final RequestJson json;

    ConsentController(Consents consents, Owners owners, RequestJson json) {
        this.consents = consents;
        this.owners = owners;
        this.json = json;
    }

    /** There are few, so the one page is the whole of them. */
    @GetMapping("/v1/candidates/{id}/consents")
    @Allowed(Permission.READ_DOSSIERS)
    PageResponse<ConsentResponse> list(Actor actor, @PathVariable UUID id) {
        return new PageResponse<>(
                consents.of(actor, new CandidateId(id)).stream().map(ConsentResponse::of).toList(),
                null);
    }

    @PostMapping(path = "/v1/candidates/{id}/consents", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Permission.SUBMIT_APPLICATIONS)
    Deed<ConsentResponse> record(Actor actor, @PathVariable UUID id, InputStream body)
            throws IOException {
        Owner about = owners.of(actor, new CandidateId(id));
        NewConsent given = json.read(body, BODY_LIMIT, ConsentRequest.class).consent();
        return Deed.about(
                () -> consents.record(actor, about, given),
                consent -> consent.about().candidate().person(),
                consent ->
                        ResponseEntity.status(HttpStatus.CREATED)
                                .body(ConsentResponse.of(consent)));
    }

    @PostMapping("/v1/consents/{id}/withdrawal")
    @Allowed(Permission.EDIT_DOSSIERS)
    Deed<ConsentResponse> withdraw(Actor actor, @PathVariable UUID id) {
        return Deed.about(
                () -> consents.withdraw(actor, new ConsentId(id)),
                consent -> consent.about().candidate().person(),
                consent -> ResponseEntity.ok(ConsentResponse.of(consent)));
    }

    record ConsentResponse(
            UUID id,
            UUID candidateId,
            @Nullable UUID applicationId,
            String purpose,
            String textVersion,
            Instant givenAt,
            String recordedBy,
            Instant recordedAt,
            @Nullable Instant withdrawnAt) {

        static ConsentResponse of(Consent consent) {
            return new ConsentResponse(
                    consent.id().value(),
                    consent.about().candidate().value(),
                    consent.about().application().map(ApplicationId::value).orElse(null),
                    consent.purpose(),
                    consent.textVersion(),
                    consent.givenAt(),
                    consent.recordedBy(),
                    consent.recordedAt(),
                    consent.withdrawnAt().orElse(null));
        }
    }
}
