package dev.assay.hiring.partners.web;

import dev.assay.hiring.partners.FeedPull;
import dev.assay.hiring.partners.PartnerFeeds;
import dev.assay.hiring.partners.PartnerId;
import dev.assay.hiring.partners.PreparedFeed;
import dev.assay.hiring.platform.limits.Costly;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.platform.web.PageResponse;
import dev.assay.hiring.postings.FeedKind;
import dev.assay.hiring.postings.Outlet;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.CallingPartner;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.Permission;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** Files of all postings, written as they are read, so that their number is nobody's concern. */
@RestController
class FeedController {

    private static final int BUFFER = 64 * 1024;

    private final PartnerFeeds feeds;

    FeedController(PartnerFeeds feeds) {
        this.feeds = feeds;
    }

    /** There are few, so the one page is the whole of them. */
    @GetMapping("/v1/partners/{id}/feeds")
    @Allowed(Permission.READ_PARTNERS)
    ResponseEntity<PageResponse<FeedPullResponse>> pulls(Actor actor, @PathVariable UUID id) {
        return ResponseEntity.ok(
                new PageResponse<>(
                        feeds.pulls(actor, new PartnerId(id)).stream()
                                .map(FeedPullResponse::of)
                                .toList(),
                        null));
    }

    @GetMapping("/v1/partner/feeds/{kind}")
    @Allowed(Permission.PULL_POSTINGS)
    @Costly
    void feed(
            CallingPartner caller,
            @PathVariable String kind,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        FeedKind wanted = FeedKind.ofWireName(kind).orElseThrow(() -> new NotFound("feed"));
        PreparedFeed feed = feeds.prepare(caller, wanted);
        if (new ServletWebRequest(request, response).checkNotModified(feed.etag())) {
            feeds.unchanged(feed);
            return;
        }
        response.setContentType(wanted.mediaType());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        var body = new BufferedOutputStream(response.getOutputStream(), BUFFER);
        feeds.write(feed, body);
        body.flush();
    }

    /** How a file was fetched last. */
    record FeedPullResponse(Outlet kind, Instant pulledAt, int items, int rejected) {

        static FeedPullResponse of(FeedPull pull) {
            return new FeedPullResponse(
                    pull.kind().outlet(), pull.at(), pull.items(), pull.rejected());
        }
    }
}
