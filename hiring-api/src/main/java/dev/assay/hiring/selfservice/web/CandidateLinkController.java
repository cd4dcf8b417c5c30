package dev.assay.hiring.selfservice.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.hiring.applications.Applications;
import dev.assay.hiring.platform.idempotency.Deed;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.platform.web.PageResponse;
import dev.assay.hiring.platform.web.RequestJson;
import dev.assay.hiring.selfservice.CandidateLink;
import dev.assay.hiring.selfservice.CandidateLinkId;
import dev.assay.hiring.selfservice.CandidateLinks;
import dev.assay.hiring.selfservice.LinkOccasion;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CandidateLinkController {

    private static final String PATH = "/v1/applications/{id}/candidate-links";
    private static final int BODY_LIMIT = 16 * 1024;

    private final CandidateLinks links;
    private final Applications applications;
    private final RequestJson json;

    CandidateLinkController(CandidateLinks links, Applications applications, RequestJson json) {
        this.links = links;
        this.applications = applications;
        this.json = json;
    }

    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Permission.ISSUE_CANDIDATE_LINKS)
    Deed<CandidateLinkResponse> issue(Actor actor, @PathVariable UUID id, InputStream body)
            throws IOException {
        CandidateLinkRequest request = json.read(body, BODY_LIMIT, CandidateLinkRequest.class);
        var application = new ApplicationId(id);
        return Deed.about(
                () -> links.issue(actor, application, !Boolean.FALSE.equals(request.mail())),
                _ -> applications.get(actor, application).candidate().person(),
                issued ->
                        ResponseEntity.created(
                                        URI.create("/v1/applications/" + id + "/candidate-links"))
                                .body(CandidateLinkResponse.of(issued.link(), issued.address())));
    }

    @GetMapping(PATH)
    @Allowed(Permission.READ_APPLICATIONS)
    ResponseEntity<PageResponse<CandidateLinkResponse>> list(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam Optional<String> after,
            @RequestParam(defaultValue = "50") int limit) {
        var page =
                links.list(
                        actor,
                        new ApplicationId(id),
                        after.map(cursor -> PageCursor.parse(cursor, 1)),
                        new PageSize(limit));
        return PageResponse.of(page, link -> CandidateLinkResponse.of(link, Optional.empty()));
    }

    @DeleteMapping(PATH + "/{linkId}")
    @Allowed(Permission.ISSUE_CANDIDATE_LINKS)
    ResponseEntity<Void> revoke(Actor actor, @PathVariable UUID id, @PathVariable UUID linkId) {
        links.revoke(actor, new ApplicationId(id), new CandidateLinkId(linkId));
        return ResponseEntity.noContent().build();
    }

    /** Mailed to the candidate unless the caller says no, and then sees to it themselves. */
    record CandidateLinkRequest(@Nullable Boolean mail) {}

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record CandidateLinkResponse(
            UUID id,
            LinkOccasion occasion,
            Instant issuedAt,
            String issuedBy,
            Instant expiresAt,
            Optional<Instant> revokedAt,
            Optional<URI> url) {

        static CandidateLinkResponse of(CandidateLink link, Optional<URI> url) {
            return new CandidateLinkResponse(
                    link.id().value(),
                    link.occasion(),
                    link.issuedAt(),
                    link.issuedBy(),
                    link.expiresAt(),
                    link.revokedAt(),
                    url);
        }
    }
}
