package dev.assay.hiring.intake.web;

import dev.assay.hiring.applications.OwnReason;
import dev.assay.hiring.applications.OwnReasonId;
import dev.assay.hiring.applications.OwnReasons;
import dev.assay.hiring.applications.TransitionReason;
import dev.assay.hiring.platform.idempotency.Deed;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.platform.web.Etag;
import dev.assay.hiring.platform.web.PageResponse;
import dev.assay.hiring.platform.web.RequestJson;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.shared.Version;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/transition-reasons")
class OwnReasonController {

    private static final int BODY_LIMIT = 16 * 1024;

    private final OwnReasons reasons;
    private final RequestJson json;

    OwnReasonController(OwnReasons reasons, RequestJson json) {
        this.reasons = reasons;
        this.json = json;
    }

    @GetMapping
    @Allowed(Permission.READ_APPLICATIONS)
    ResponseEntity<PageResponse<OwnReasonResponse>> list(
            Actor actor,
            @RequestParam Optional<String> after,
            @RequestParam(defaultValue = "50") int limit) {
        return PageResponse.of(
                reasons.list(
                        actor,
                        after.map(cursor -> PageCursor.parse(cursor, 1)),
                        new PageSize(limit)),
                OwnReasonResponse::of);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Permission.EDIT_PIPELINE)
    Deed<OwnReasonResponse> write(Actor actor, InputStream body) throws IOException {
        OwnReasonRequest request = json.read(body, BODY_LIMIT, OwnReasonRequest.class);
        return Deed.of(
                () ->
                        reasons.write(
                                actor, request.code(), request.label().strip(), request.refines()),
                reason ->
                        ResponseEntity.created(URI.create("/v1/transition-reasons/" + reason.id()))
                                .eTag(Etag.of(reason.version()))
                                .body(OwnReasonResponse.of(reason)));
    }

    @GetMapping("/{id}")
    @Allowed(Permission.READ_APPLICATIONS)
    ResponseEntity<OwnReasonResponse> get(Actor actor, @PathVariable UUID id) {
        return answer(reasons.get(actor, new OwnReasonId(id)));
    }

    @PatchMapping(
            path = "/{id}",
            consumes = {"application/merge-patch+json", MediaType.APPLICATION_JSON_VALUE})
    @Allowed(Permission.EDIT_PIPELINE)
    ResponseEntity<OwnReasonResponse> change(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            InputStream body)
            throws IOException {
        OwnReason before = reasons.get(actor, new OwnReasonId(id));
        Version expected = Etag.expected(ifMatch);
        OwnReasonChangeRequest request =
                json.patched(
                        new OwnReasonChangeRequest(before.label(), before.retired()),
                        body,
                        BODY_LIMIT,
                        OwnReasonChangeRequest.class);
        return answer(
                reasons.change(
                        actor, before.id(), expected, request.label().strip(), request.retired()));
    }

    private static ResponseEntity<OwnReasonResponse> answer(OwnReason reason) {
        return ResponseEntity.ok()
                .eTag(Etag.of(reason.version()))
                .body(OwnReasonResponse.of(reason));
    }

    record OwnReasonRequest(
            @NotNull
                    @Size(max = 60)
                    @Pattern(
                            regexp = "[a-z0-9]+(-[a-z0-9]+)*",
                            message = "must be lower case words apart by hyphens")
                    String code,
            @NotBlank @Size(max = 200) String label,
            @NotNull TransitionReason refines) {}

    /** Moves keep the code, and reports what it refines: neither changes. */
    record OwnReasonChangeRequest(
            @NotBlank @Size(max = 200) String label, @NotNull Boolean retired) {}

    record OwnReasonResponse(
            UUID id,
            String code,
            String label,
            TransitionReason refines,
            boolean retired,
            String changedBy,
            Instant changedAt) {

        static OwnReasonResponse of(OwnReason reason) {
            return new OwnReasonResponse(
                    reason.id().value(),
                    reason.code(),
                    reason.label(),
                    reason.refines(),
                    reason.retired(),
                    reason.changedBy(),
                    reason.changedAt());
        }
    }
}
