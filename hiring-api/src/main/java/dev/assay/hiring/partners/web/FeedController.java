package dev.assay.hiring.partners.web;

import dev.assay.hiring.partners.FeedPull;
import dev.assay.hiring.partners.PartnerFeeds;
import dev.assay.hiring.partners.PartnerId;
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
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Files of all postings, and how partners fetched them. */
@RestController
class FeedController {

    private final PartnerFeeds feeds;
    private final FeedAnswer answer;

    FeedController(PartnerFeeds feeds, FeedAnswer answer) {
        this.feeds = feeds;
        this.answer = answer;
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
        answer.with(feeds.prepare(caller, wanted), request, response);
    }

    /** How a file was fetched last. */
    record FeedPullResponse(
            Outlet kind, Instant pulledAt, @Nullable String etag, int items, int rejected) {

        static FeedPullResponse of(FeedPull pull) {
            return new FeedPullResponse(
                    pull.kind().outlet(),
                    pull.at(),
                    pull.etag().orElse(null),
                    pull.items(),
                    pull.rejected());
        }
    }
}
