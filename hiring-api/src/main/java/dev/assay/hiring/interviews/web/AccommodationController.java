package dev.assay.hiring.interviews.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.hiring.interviews.AccommodationRequest;
import dev.assay.hiring.interviews.Accommodations;
import dev.assay.hiring.platform.idempotency.Deed;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.platform.web.PageResponse;
import dev.assay.hiring.platform.web.RequestJson;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.Permission;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/applications/{id}/accommodations")
class AccommodationController {

    private static final int BODY_LIMIT = 64 * 1024;

    private final Accommodations accommodations;
    private final RequestJson json;

    AccommodationController(Accommodations accommodations, RequestJson json) {
        this.accommodations = accommodations;
        this.json = json;
    }

    @GetMapping
    @Allowed(Permission.HANDLE_ACCOMMODATIONS)
    ResponseEntity<PageResponse<AccommodationResponse>> list(Actor actor, @PathVariable UUID id) {
        return PageResponse.of(
                new Page<>(accommodations.of(actor, new ApplicationId(id)), Optional.empty()),
                AccommodationResponse::of);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Permission.HANDLE_ACCOMMODATIONS)
    Deed<AccommodationResponse> record(Actor actor, @PathVariable UUID id, InputStream body)
            throws IOException {
        String words = json.read(body, BODY_LIMIT, AccommodationNoteRequest.class).request();
        return Deed.about(
                () -> accommodations.record(actor, new ApplicationId(id), words),
                request -> request.candidate().person(),
                request ->
                        ResponseEntity.created(
                                        URI.create("/v1/applications/" + id + "/accommodations"))
                                .body(AccommodationResponse.of(request)));
    }

    @DeleteMapping("/{accommodationId}")
    @Allowed(Permission.HANDLE_ACCOMMODATIONS)
    ResponseEntity<Void> remove(
            Actor actor, @PathVariable UUID id, @PathVariable UUID accommodationId) {
        accommodations.remove(actor, new ApplicationId(id), accommodationId);
        return ResponseEntity.noContent().build();
    }

    record AccommodationNoteRequest(@NotBlank @Size(max = 5_000) String request) {}

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record AccommodationResponse(
            UUID id, Optional<String> request, String recordedBy, Instant recordedAt) {

        static AccommodationResponse of(AccommodationRequest request) {
            return new AccommodationResponse(
                    request.id(), request.request(), request.recordedBy(), request.recordedAt());
        }
    }
}
