package dev.assay.hiring.platform.web;

import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** A page as JSON: its items, and the cursor of the next page or null. */
public record PageResponse<T>(List<T> items, @Nullable String next) {

    /** The page as a response with the {@code Link} header to the next one (RFC 8288). */
    public static <T, R> ResponseEntity<PageResponse<R>> of(Page<T> page, Function<T, R> mapping) {
        return of(page, mapping, PageCursor::encoded);
    }

    /** The same for a list whose cursors mean something to callers, and are shown as they are. */
    public static <T, R> ResponseEntity<PageResponse<R>> of(
            Page<T> page, Function<T, R> mapping, Function<PageCursor, String> shown) {
        String next = page.next().map(shown).orElse(null);
        var response = ResponseEntity.ok();
        if (next != null) {
            link(response, next);
        }
        return response.body(new PageResponse<>(page.map(mapping).items(), next));
    }

    /** Adds the header that leads to the page of this list that begins there. */
    public static void link(ResponseEntity.BodyBuilder response, String next) {
        String link =
                ServletUriComponentsBuilder.fromCurrentRequest()
                        .replaceQueryParam("after", next)
                        .toUriString();
        response.header(HttpHeaders.LINK, "<" + link + ">; rel=\"next\"");
    }
}
