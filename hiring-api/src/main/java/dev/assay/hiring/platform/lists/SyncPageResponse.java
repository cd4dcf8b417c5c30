package dev.assay.hiring.platform.lists;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.hiring.platform.web.PageResponse;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** A page of a list that can be kept in step with, as JSON. */
public record SyncPageResponse<T>(
        List<T> items,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Tombstone> tombstones,
        @Nullable String next,
        @Nullable String syncToken) {

    /** Something that is no longer in the list. */
    public record Tombstone(UUID id, boolean deleted) {}

    /** The page as a response with the {@code Link} header to the next one (RFC 8288). */
    public static <T, R> ResponseEntity<SyncPageResponse<R>> of(
            SyncPage<T> page, Function<T, R> mapping) {
        var response = ResponseEntity.ok();
        page.next().ifPresent(next -> PageResponse.link(response, next));
        return response.body(
                new SyncPageResponse<>(
                        page.items().stream().map(mapping).toList(),
                        page.gone().stream().map(id -> new Tombstone(id, true)).toList(),
                        page.next().orElse(null),
                        page.syncToken().orElse(null)));
    }
}
