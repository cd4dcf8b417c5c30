package dev.assay.hiring.dossier.web;

import dev.assay.hiring.dossier.Assignment;
import dev.assay.hiring.dossier.Assignments;
import dev.assay.hiring.members.MemberId;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.platform.web.Etag;
import dev.assay.hiring.platform.web.RequestJson;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.Fingerprint;
import dev.assay.hiring.shared.Permission;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/applications/{id}/assignee")
class AssigneeController {

    private static final int BODY_LIMIT = 1024;

    private final Assignments assignments;
    private final RequestJson json;

    AssigneeController(Assignments assignments, RequestJson json) {
        this.assignments = assignments;
        this.json = json;
    }

    @GetMapping
    @Allowed(Permission.READ_APPLICATIONS)
    ResponseEntity<AssigneeResponse> get(Actor actor, @PathVariable UUID id) {
        Optional<Assignment> assignment = assignments.of(actor, new ApplicationId(id));
        return ResponseEntity.ok()
                .eTag(Etag.of(Assignment.fingerprint(assignment)))
                .body(AssigneeResponse.of(assignment));
    }

    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Permission.EDIT_DOSSIERS)
    ResponseEntity<AssigneeResponse> assign(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            InputStream body)
            throws IOException {
        assignments.of(actor, new ApplicationId(id));
        Fingerprint seen = Etag.expectedFingerprint(ifMatch);
        AssigneeRequest request = json.read(body, BODY_LIMIT, AssigneeRequest.class);
        assignments.assign(actor, new ApplicationId(id), seen, new MemberId(request.memberId()));
        return get(actor, id);
    }

    @DeleteMapping
    @Allowed(Permission.EDIT_DOSSIERS)
    ResponseEntity<Void> unassign(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable String ifMatch) {
        assignments.of(actor, new ApplicationId(id));
        assignments.unassign(actor, new ApplicationId(id), Etag.expectedFingerprint(ifMatch));
        return ResponseEntity.noContent().build();
    }

    record AssigneeRequest(@NotNull UUID memberId) {}

    /** All null where nobody looks after it. */
    record AssigneeResponse(
            @Nullable UUID memberId, @Nullable String assignedBy, @Nullable Instant assignedAt) {

        static AssigneeResponse of(Optional<Assignment> assignment) {
            return assignment
                    .map(one ->
                            new AssigneeResponse(
                                    one.member().value(), one.assignedBy(), one.assignedAt()))
                    .orElseGet(() -> new AssigneeResponse(null, null, null));
        }
    }
}
