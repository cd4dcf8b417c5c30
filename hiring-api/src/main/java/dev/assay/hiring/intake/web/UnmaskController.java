package dev.assay.hiring.intake.web;

import dev.assay.hiring.candidates.Candidate;
import dev.assay.hiring.intake.Unmasking;
import dev.assay.hiring.jobs.EarlierBecause;
import dev.assay.hiring.platform.idempotency.Deed;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.platform.web.RequestJson;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.Permission;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class UnmaskController {

    private static final int BODY_LIMIT = 16 * 1024;

    private final Unmasking unmasking;
    private final RequestJson json;

    UnmaskController(Unmasking unmasking, RequestJson json) {
        this.unmasking = unmasking;
        this.json = json;
    }

    /** A question that leaves a trace, and so no GET. */
    @PostMapping(path = "/v1/applications/{id}/unmask", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Permission.UNMASK_CANDIDATES)
    Deed<UnmaskedResponse> unmask(Actor actor, @PathVariable UUID id, InputStream body)
            throws IOException {
        UnmaskRequest request = json.read(body, BODY_LIMIT, UnmaskRequest.class);
        return Deed.about(
                () -> unmasking.unmask(actor, new ApplicationId(id), request.reason()),
                candidate -> candidate.id().person(),
                candidate ->
                        ResponseEntity.ok()
                                .cacheControl(CacheControl.noStore())
                                .body(UnmaskedResponse.of(candidate)));
    }

    record UnmaskRequest(@NotNull EarlierBecause reason) {}

    record UnmaskedResponse(
            UUID candidateId,
            String givenName,
            String familyName,
            String email,
            @Nullable String phone) {

        static UnmaskedResponse of(Candidate candidate) {
            return new UnmaskedResponse(
                    candidate.id().value(),
                    candidate.givenName(),
                    candidate.familyName(),
                    candidate.email().address(),
                    candidate.phone());
        }
    }
}
