package dev.assay.hiring.mappings.web;

import dev.assay.hiring.issuers.IssuerId;
import dev.assay.hiring.mappings.CredentialMapping;
import dev.assay.hiring.mappings.CredentialMappings;
import dev.assay.hiring.mappings.MappingContent;
import dev.assay.hiring.mappings.MappingId;
import dev.assay.hiring.platform.idempotency.Deed;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.platform.web.Etag;
import dev.assay.hiring.platform.web.PageResponse;
import dev.assay.hiring.platform.web.RequestJson;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.shared.Version;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
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
@RequestMapping("/v1/credential-mappings")
class MappingController {

    private static final int BODY_LIMIT = 256 * 1024;

    private final CredentialMappings mappings;
    private final MappingTranslation translation;
    private final RequestJson json;

    MappingController(
            CredentialMappings mappings, MappingTranslation translation, RequestJson json) {
        this.mappings = mappings;
        this.translation = translation;
        this.json = json;
    }

    @GetMapping
    @Allowed(Permission.READ_MAPPINGS)
    ResponseEntity<PageResponse<MappingResponse>> list(
            Actor actor,
            @RequestParam Optional<UUID> issuerId,
            @RequestParam Optional<String> after,
            @RequestParam(defaultValue = "50") int limit) {
        return page(
                actor,
                mappings.list(
                        actor, issuerId.map(IssuerId::new), cursor(after), new PageSize(limit)));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Permission.EDIT_MAPPINGS)
    Deed<MappingResponse> confirm(Actor actor, InputStream body) throws IOException {
        MappingContent content =
                translation.content(actor, json.read(body, BODY_LIMIT, MappingRequest.class));
        return Deed.of(
                () -> mappings.confirm(actor, content),
                mapping ->
                        ResponseEntity.created(
                                        URI.create("/v1/credential-mappings/" + mapping.id()))
                                .eTag(Etag.of(mapping.version()))
                                .body(translation.response(actor, mapping)));
    }

    @GetMapping("/{id}")
    @Allowed(Permission.READ_MAPPINGS)
    ResponseEntity<MappingResponse> get(Actor actor, @PathVariable UUID id) {
        return answer(actor, mappings.get(actor, new MappingId(id)));
    }

    @GetMapping("/{id}/versions")
    @Allowed(Permission.READ_MAPPINGS)
    ResponseEntity<PageResponse<MappingResponse>> versions(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam Optional<String> after,
            @RequestParam(defaultValue = "50") int limit) {
        return page(
                actor,
                mappings.versions(actor, new MappingId(id), cursor(after), new PageSize(limit)));
    }

    @PatchMapping(
            path = "/{id}",
            consumes = {"application/merge-patch+json", MediaType.APPLICATION_JSON_VALUE})
    @Allowed(Permission.EDIT_MAPPINGS)
    ResponseEntity<MappingResponse> change(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            InputStream body)
            throws IOException {
        CredentialMapping before = mappings.get(actor, new MappingId(id));
        Version expected = Etag.expected(ifMatch);
        MappingRequest request =
                json.patched(translation.request(before), body, BODY_LIMIT, MappingRequest.class);
        return answer(
                actor,
                mappings.change(actor, before.id(), expected, translation.content(actor, request)));
    }

    private static Optional<PageCursor> cursor(Optional<String> after) {
        return after.map(text -> PageCursor.parse(text, 1));
    }

    private ResponseEntity<PageResponse<MappingResponse>> page(
            Actor actor, Page<CredentialMapping> page) {
        return PageResponse.of(
                new Page<>(translation.responses(actor, page.items()), page.next()),
                Function.identity());
    }

    private ResponseEntity<MappingResponse> answer(Actor actor, CredentialMapping mapping) {
        return ResponseEntity.ok()
                .eTag(Etag.of(mapping.version()))
                .body(translation.response(actor, mapping));
    }
}
