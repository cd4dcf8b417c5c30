package dev.assay.hiring.partners.web;

import dev.assay.hiring.partners.Grant;
import dev.assay.hiring.partners.NewClient;
import dev.assay.hiring.partners.PartnerId;
import dev.assay.hiring.partners.PartnerView;
import dev.assay.hiring.partners.Partners;
import dev.assay.hiring.partners.Registered;
import dev.assay.hiring.partners.web.PartnerResponse.GrantResponse;
import dev.assay.hiring.platform.idempotency.Deed;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.platform.web.Etag;
import dev.assay.hiring.platform.web.PageResponse;
import dev.assay.hiring.platform.web.RequestJson;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.shared.Version;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/partners")
class PartnerController {

    private static final int BODY_LIMIT = 128 * 1024;

    private final Partners partners;
    private final RequestJson json;

    PartnerController(Partners partners, RequestJson json) {
        this.partners = partners;
        this.json = json;
    }

    @GetMapping
    @Allowed(Permission.READ_PARTNERS)
    ResponseEntity<PageResponse<PartnerResponse>> list(
            Actor actor,
            @RequestParam Optional<String> after,
            @RequestParam(defaultValue = "50") int limit) {
        return PageResponse.of(
                partners.list(
                        actor,
                        after.map(cursor -> PageCursor.parse(cursor, 1)),
                        new PageSize(limit)),
                PartnerResponse::of);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Permission.MANAGE_PARTNERS)
    Deed<PartnerResponse> register(Actor actor, InputStream body) throws IOException {
        PartnerRequest request = json.read(body, BODY_LIMIT, PartnerRequest.class);
        NewClient client = partners.prepare(actor, request.name().strip());
        return Deed.of(
                () -> partners.register(actor, client, request.isDisabled()),
                registered ->
                        ResponseEntity.created(
                                        URI.create(
                                                "/v1/partners/" + registered.view().partner().id()))
                                .eTag(Etag.of(registered.view().partner().version()))
                                .body(withSecret(registered)));
    }

    @GetMapping("/{id}")
    @Allowed(Permission.READ_PARTNERS)
    ResponseEntity<PartnerResponse> get(Actor actor, @PathVariable UUID id) {
        return answer(partners.get(actor, new PartnerId(id)));
    }

    @PatchMapping(
            path = "/{id}",
            consumes = {"application/merge-patch+json", MediaType.APPLICATION_JSON_VALUE})
    @Allowed(Permission.MANAGE_PARTNERS)
    ResponseEntity<PartnerResponse> change(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            InputStream body)
            throws IOException {
        PartnerView before = partners.get(actor, new PartnerId(id));
        Version expected = Etag.expected(ifMatch);
        PartnerRequest request =
                json.patched(
                        PartnerRequest.of(before.partner()),
                        body,
                        BODY_LIMIT,
                        PartnerRequest.class);
        return answer(
                partners.change(
                        actor,
                        before.partner().id(),
                        expected,
                        request.name().strip(),
                        request.isDisabled()));
    }

    @PostMapping(path = "/{id}/secret", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Permission.MANAGE_PARTNERS)
    Deed<PartnerResponse> changeSecret(Actor actor, @PathVariable UUID id, InputStream body)
            throws IOException {
        Duration overlap = json.read(body, BODY_LIMIT, PartnerSecretRequest.class).overlap();
        if (overlap.isZero()) {
            Registered changed = partners.changeSecret(actor, new PartnerId(id));
            return Deed.of(() -> partners.noteNewSecret(actor, changed), PartnerController::answer);
        }
        NewClient next = partners.prepareNext(actor, new PartnerId(id));
        return Deed.of(() -> partners.changeOver(actor, next, overlap), PartnerController::answer);
    }

    @GetMapping("/{id}/grant")
    @Allowed(Permission.READ_PARTNERS)
    ResponseEntity<GrantResponse> grant(Actor actor, @PathVariable UUID id) {
        return answer(
                partners.get(actor, new PartnerId(id))
                        .grant()
                        .orElseThrow(() -> new NotFound("grant")));
    }

    @PutMapping(path = "/{id}/grant", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Permission.MANAGE_PARTNERS)
    ResponseEntity<GrantResponse> grant(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            InputStream body)
            throws IOException {
        Optional<Grant> before = partners.get(actor, new PartnerId(id)).grant();
        Optional<Version> expected = before.map(_ -> Etag.expected(ifMatch));
        GrantRequest request = json.read(body, BODY_LIMIT, GrantRequest.class);
        return answer(
                partners.grant(
                        actor,
                        new PartnerId(id),
                        Set.copyOf(request.permissions()),
                        request.chosen(),
                        expected));
    }

    @DeleteMapping("/{id}/grant")
    @Allowed(Permission.MANAGE_PARTNERS)
    ResponseEntity<Void> revoke(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable String ifMatch) {
        partners.get(actor, new PartnerId(id));
        partners.revoke(actor, new PartnerId(id), Etag.expected(ifMatch));
        return ResponseEntity.noContent().build();
    }

    private static PartnerResponse withSecret(Registered registered) {
        return PartnerResponse.of(registered.view(), Optional.of(registered.secret()));
    }

    private static ResponseEntity<PartnerResponse> answer(Registered made) {
        return ResponseEntity.ok()
                .eTag(Etag.of(made.view().partner().version()))
                .body(withSecret(made));
    }

    private static ResponseEntity<PartnerResponse> answer(PartnerView view) {
        return ResponseEntity.ok()
                .eTag(Etag.of(view.partner().version()))
                .body(PartnerResponse.of(view));
    }

    private static ResponseEntity<GrantResponse> answer(Grant grant) {
        return ResponseEntity.ok().eTag(Etag.of(grant.version())).body(GrantResponse.of(grant));
    }
}
