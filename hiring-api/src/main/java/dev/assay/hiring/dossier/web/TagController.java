package dev.assay.hiring.dossier.web;

import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.dossier.Owner;
import dev.assay.hiring.dossier.Owners;
import dev.assay.hiring.dossier.Tag;
import dev.assay.hiring.dossier.TagId;
import dev.assay.hiring.dossier.Tags;
import dev.assay.hiring.platform.idempotency.Deed;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.platform.web.Etag;
import dev.assay.hiring.platform.web.PageResponse;
import dev.assay.hiring.platform.web.RequestJson;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.Fingerprint;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.shared.Version;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TagController {

    private static final int BODY_LIMIT = 32 * 1024;

    private final Tags tags;
    private final Owners owners;
    private final RequestJson json;

    TagController(Tags tags, Owners owners, RequestJson json) {
        this.tags = tags;
        this.owners = owners;
        this.json = json;
    }

    @GetMapping("/v1/tags")
    @Allowed(Permission.READ_DOSSIERS)
    ResponseEntity<PageResponse<TagResponse>> list(
            Actor actor,
            @RequestParam Optional<String> after,
            @RequestParam(defaultValue = "50") int limit) {
        return PageResponse.of(
                tags.list(
                        actor,
                        after.map(cursor -> PageCursor.parse(cursor, 1)),
                        new PageSize(limit)),
                TagResponse::of);
    }

    @PostMapping(path = "/v1/tags", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Permission.EDIT_PIPELINE)
    Deed<TagResponse> write(Actor actor, InputStream body) throws IOException {
        TagRequest request = json.read(body, BODY_LIMIT, TagRequest.class);
        return Deed.of(
                () -> tags.write(actor, request.name().strip()),
                tag ->
                        ResponseEntity.created(URI.create("/v1/tags/" + tag.id()))
                                .eTag(Etag.of(tag.version()))
                                .body(TagResponse.of(tag)));
    }

    @GetMapping("/v1/tags/{id}")
    @Allowed(Permission.READ_DOSSIERS)
    ResponseEntity<TagResponse> get(Actor actor, @PathVariable UUID id) {
        return answer(tags.get(actor, new TagId(id)));
    }

    @PatchMapping(
            path = "/v1/tags/{id}",
            consumes = {"application/merge-patch+json", MediaType.APPLICATION_JSON_VALUE})
    @Allowed(Permission.EDIT_PIPELINE)
    ResponseEntity<TagResponse> change(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            InputStream body)
            throws IOException {
        Tag before = tags.get(actor, new TagId(id));
        Version expected = Etag.expected(ifMatch);
        TagChangeRequest request =
                json.patched(
                        new TagChangeRequest(before.retired()),
                        body,
                        BODY_LIMIT,
                        TagChangeRequest.class);
        return answer(tags.change(actor, before.id(), expected, request.retired()));
    }

    /** There are few, so the one page is the whole of them. */
    @GetMapping("/v1/applications/{id}/tags")
    @Allowed(Permission.READ_DOSSIERS)
    ResponseEntity<PageResponse<TagResponse>> ofApplication(Actor actor, @PathVariable UUID id) {
        return page(tags.of(actor, owners.of(actor, new ApplicationId(id))));
    }

    @GetMapping("/v1/candidates/{id}/tags")
    @Allowed(Permission.READ_DOSSIERS)
    ResponseEntity<PageResponse<TagResponse>> ofCandidate(Actor actor, @PathVariable UUID id) {
        return page(tags.of(actor, owners.of(actor, new CandidateId(id))));
    }

    @PutMapping(path = "/v1/applications/{id}/tags", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Permission.EDIT_DOSSIERS)
    ResponseEntity<PageResponse<TagResponse>> tagApplication(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            InputStream body)
            throws IOException {
        return set(actor, owners.of(actor, new ApplicationId(id)), ifMatch, body);
    }

    @PutMapping(path = "/v1/candidates/{id}/tags", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Permission.EDIT_DOSSIERS)
    ResponseEntity<PageResponse<TagResponse>> tagCandidate(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            InputStream body)
            throws IOException {
        return set(actor, owners.of(actor, new CandidateId(id)), ifMatch, body);
    }

    private ResponseEntity<PageResponse<TagResponse>> set(
            Actor actor, Owner owner, @Nullable String ifMatch, InputStream body)
            throws IOException {
        Fingerprint seen = Etag.expectedFingerprint(ifMatch);
        TaggedRequest request = json.read(body, BODY_LIMIT, TaggedRequest.class);
        return page(tags.set(actor, owner, seen, request.tags()));
    }

    private static ResponseEntity<PageResponse<TagResponse>> page(List<Tag> tags) {
        return ResponseEntity.ok()
                .eTag(Etag.of(Tags.fingerprint(tags)))
                .body(new PageResponse<>(tags.stream().map(TagResponse::of).toList(), null));
    }

    private static ResponseEntity<TagResponse> answer(Tag tag) {
        return ResponseEntity.ok().eTag(Etag.of(tag.version())).body(TagResponse.of(tag));
    }

    record TagRequest(@NotBlank @Size(max = 60) String name) {}

    /** A tag keeps its name: what is tagged means it. */
    record TagChangeRequest(@NotNull Boolean retired) {}

    record TaggedRequest(@NotNull @Size(max = Tags.MOST) List<@NotNull String> tags) {}

    record TagResponse(UUID id, String name, boolean retired) {

        static TagResponse of(Tag tag) {
            return new TagResponse(tag.id().value(), tag.name(), tag.retired());
        }
    }
}
