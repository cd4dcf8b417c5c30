package dev.assay.hiring.searches.web;

import dev.assay.hiring.platform.idempotency.Deed;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.platform.web.Etag;
import dev.assay.hiring.platform.web.PageResponse;
import dev.assay.hiring.platform.web.RequestJson;
import dev.assay.hiring.searches.SavedSearch;
import dev.assay.hiring.searches.SavedSearchId;
import dev.assay.hiring.searches.SavedSearches;
import dev.assay.hiring.searches.SearchContent;
import dev.assay.hiring.searches.SearchedList;
import dev.assay.hiring.shared.Actor;
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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

@RestController
@RequestMapping("/v1/saved-searches")
class SavedSearchController {

    private static final int BODY_LIMIT = 64 * 1024;

    private final SavedSearches searches;
    private final RequestJson json;

    SavedSearchController(SavedSearches searches, RequestJson json) {
        this.searches = searches;
        this.json = json;
    }

    @GetMapping
    @Allowed(Permission.SAVE_SEARCHES)
    ResponseEntity<PageResponse<SavedSearchResponse>> list(
            Actor actor,
            @RequestParam Optional<String> after,
            @RequestParam(defaultValue = "50") int limit) {
        return PageResponse.of(
                searches.list(
                        actor,
                        after.map(cursor -> PageCursor.parse(cursor, 1)),
                        new PageSize(limit)),
                search -> SavedSearchResponse.of(actor, search));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Permission.SAVE_SEARCHES)
    Deed<SavedSearchResponse> save(Actor actor, InputStream body) throws IOException {
        SearchContent content = json.read(body, BODY_LIMIT, SavedSearchRequest.class).content();
        return Deed.of(
                () -> searches.save(actor, content),
                search ->
                        ResponseEntity.created(URI.create("/v1/saved-searches/" + search.id()))
                                .eTag(Etag.of(search.version()))
                                .body(SavedSearchResponse.of(actor, search)));
    }

    @GetMapping("/{id}")
    @Allowed(Permission.SAVE_SEARCHES)
    ResponseEntity<SavedSearchResponse> get(Actor actor, @PathVariable UUID id) {
        return answer(actor, searches.get(actor, new SavedSearchId(id)));
    }

    @PatchMapping(
            path = "/{id}",
            consumes = {"application/merge-patch+json", MediaType.APPLICATION_JSON_VALUE})
    @Allowed(Permission.SAVE_SEARCHES)
    ResponseEntity<SavedSearchResponse> change(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            InputStream body)
            throws IOException {
        SavedSearch before = searches.get(actor, new SavedSearchId(id));
        Version expected = Etag.expected(ifMatch);
        SavedSearchRequest request =
                json.patched(
                        SavedSearchRequest.of(before.content()),
                        body,
                        BODY_LIMIT,
                        SavedSearchRequest.class);
        return answer(actor, searches.change(actor, before.id(), expected, request.content()));
    }

    @DeleteMapping("/{id}")
    @Allowed(Permission.SAVE_SEARCHES)
    ResponseEntity<Void> remove(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable String ifMatch) {
        SavedSearch before = searches.get(actor, new SavedSearchId(id));
        searches.remove(actor, before.id(), Etag.expected(ifMatch));
        return ResponseEntity.noContent().build();
    }

    private static ResponseEntity<SavedSearchResponse> answer(Actor actor, SavedSearch search) {
        return ResponseEntity.ok()
                .eTag(Etag.of(search.version()))
                .body(SavedSearchResponse.of(actor, search));
    }

    record SavedSearchRequest(
            @NotBlank @Size(max = 100) String name,
            @NotNull SearchedList list,
            @NotNull Map<String, List<String>> filter,
            @Nullable String sort,
            @Nullable Boolean shared) {

        static SavedSearchRequest of(SearchContent content) {
            return new SavedSearchRequest(
                    content.name(),
                    content.list(),
                    content.filter(),
                    content.sort().orElse(null),
                    content.shared());
        }

        SearchContent content() {
            return new SearchContent(
                    name.strip(),
                    list,
                    filter,
                    Optional.ofNullable(sort),
                    Objects.requireNonNullElse(shared, false));
        }
    }

    /** A saved search, and the address that asks it. */
    record SavedSearchResponse(
            UUID id,
            String name,
            SearchedList list,
            Map<String, List<String>> filter,
            @Nullable String sort,
            boolean shared,
            boolean mine,
            String address,
            Instant createdAt,
            Instant updatedAt) {

        static SavedSearchResponse of(Actor actor, SavedSearch search) {
            SearchContent content = search.content();
            UriComponentsBuilder address =
                    UriComponentsBuilder.fromPath("/v1/" + content.list().wireName());
            content.filter()
                    .forEach((field, values) -> address.queryParam(field, values.toArray()));
            content.sort().ifPresent(sort -> address.queryParam("sort", sort));
            return new SavedSearchResponse(
                    search.id().value(),
                    content.name(),
                    content.list(),
                    content.filter(),
                    content.sort().orElse(null),
                    content.shared(),
                    search.owner().equals(actor.reference()),
                    address.encode().toUriString(),
                    search.createdAt(),
                    search.updatedAt());
        }
    }
}
