package dev.assay.hiring.selfservice.web;

import dev.assay.hiring.applications.Applications;
import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.platform.idempotency.Deed;
import dev.assay.hiring.platform.operations.web.OperationResponse;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.selfservice.Inviting;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.Permission;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class InvitationController {

    private final Inviting inviting;
    private final Applications applications;

    InvitationController(Inviting inviting, Applications applications) {
        this.inviting = inviting;
        this.applications = applications;
    }

    @PostMapping("/v1/applications/{id}/invitations")
    @Allowed(Permission.ISSUE_CANDIDATE_LINKS)
    Deed<InvitationResponse> invite(Actor actor, @PathVariable UUID id) {
        var application = new ApplicationId(id);
        return Deed.about(
                () -> inviting.invite(actor, application),
                _ -> applications.get(actor, application).candidate().person(),
                link ->
                        ResponseEntity.created(
                                        URI.create("/v1/applications/" + id + "/candidate-links"))
                                .body(
                                        new InvitationResponse(
                                                id,
                                                link.id().value(),
                                                link.issuedAt(),
                                                link.expiresAt())));
    }

    @PostMapping("/v1/jobs/{id}/invitations")
    @Allowed(Permission.ISSUE_CANDIDATE_LINKS)
    Deed<OperationResponse> inviteAll(Actor actor, @PathVariable UUID id) {
        return Deed.of(
                () -> inviting.inviteAll(actor, new JobId(id)),
                operation ->
                        ResponseEntity.accepted()
                                .location(URI.create("/v1/operations/" + operation.id()))
                                .header(HttpHeaders.RETRY_AFTER, "1")
                                .body(OperationResponse.of(operation, List.of())));
    }

    /** Who was invited, by which link, and until when that works. */
    record InvitationResponse(
            UUID applicationId, UUID linkId, Instant invitedAt, Instant expiresAt) {}
}
