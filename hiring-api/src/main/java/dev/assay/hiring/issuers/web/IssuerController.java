package dev.assay.hiring.issuers.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.hiring.issuers.Issuer;
import dev.assay.hiring.issuers.IssuerContent;
import dev.assay.hiring.issuers.IssuerId;
import dev.assay.hiring.issuers.IssuerTier;
import dev.assay.hiring.issuers.Issuers;
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
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.List;
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
@RequestMapping("/v1/issuers")
class IssuerController {

    private static final int BODY_LIMIT = 256 * 1024;

    private final Issuers issuers;
    private final RequestJson json;

    IssuerController(Issuers issuers, RequestJson json) {
        this.issuers = issuers;
        this.json = json;
    }

    @GetMapping
    @Allowed(Permission.READ_ISSUERS)
    ResponseEntity<PageResponse<IssuerResponse>> list(
            Actor actor,
            @RequestParam Optional<String> after,
            @RequestParam(defaultValue = "50") int limit) {
        var page =
                issuers.list(
                        actor,
                        after.map(cursor -> PageCursor.parse(cursor, 2)),
                        new PageSize(limit));
        return PageResponse.of(page, IssuerResponse::of);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Permission.EDIT_ISSUERS)
    Deed<IssuerResponse> register(Actor actor, InputStream body) throws IOException {
        IssuerContent content = json.read(body, BODY_LIMIT, IssuerRequest.class).content();
        return Deed.of(
                () -> issuers.register(actor, content),
                issuer ->
                        ResponseEntity.created(URI.create("/v1/issuers/" + issuer.id()))
                                .eTag(Etag.of(issuer.version()))
                                .body(IssuerResponse.of(issuer)));
    }

    @GetMapping("/{id}")
    @Allowed(Permission.READ_ISSUERS)
    ResponseEntity<IssuerResponse> get(Actor actor, @PathVariable UUID id) {
        return answer(issuers.get(actor, new IssuerId(id)));
    }

    @PatchMapping(
            path = "/{id}",
            consumes = {"application/merge-patch+json", MediaType.APPLICATION_JSON_VALUE})
    @Allowed(Permission.EDIT_ISSUERS)
    ResponseEntity<IssuerResponse> change(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            InputStream body)
            throws IOException {
        Issuer before = issuers.get(actor, new IssuerId(id));
        Version expected = Etag.expected(ifMatch);
        IssuerRequest request =
                json.patched(IssuerRequest.of(before), body, BODY_LIMIT, IssuerRequest.class);
        return answer(issuers.change(actor, before.id(), expected, request.content()));
    }

    private static ResponseEntity<IssuerResponse> answer(Issuer issuer) {
        return ResponseEntity.ok().eTag(Etag.of(issuer.version())).body(IssuerResponse.of(issuer));
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record IssuerResponse(
            UUID id,
            List<String> ids,
            String name,
            IssuerTier tier,
            @Nullable String group,
            List<String> achievements,
            @Nullable Instant validFrom,
            @Nullable Instant validUntil,
            @Nullable String note,
            Instant createdAt,
            Instant updatedAt) {

        static IssuerResponse of(Issuer issuer) {
            IssuerContent content = issuer.content();
            return new IssuerResponse(
                    issuer.id().value(),
                    content.ids(),
                    content.name(),
                    content.tier(),
                    content.group(),
                    content.achievements(),
                    content.validFrom(),
                    content.validUntil(),
                    content.note(),
                    issuer.createdAt(),
                    issuer.updatedAt());
        }
    }
}
