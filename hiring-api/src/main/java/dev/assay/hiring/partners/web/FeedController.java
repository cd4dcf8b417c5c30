package dev.assay.hiring.partners.web;

import dev.assay.hiring.partners.FeedPull;
import dev.assay.hiring.partners.LeftOut;
import dev.assay.hiring.partners.PartnerFeeds;
import dev.assay.hiring.partners.PartnerId;
import dev.assay.hiring.partners.PullKind;
import dev.assay.hiring.platform.limits.Costly;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.platform.web.PageResponse;
import dev.assay.hiring.postings.FeedKind;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.CallingPartner;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.Permission;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Files of all postings, and how partners fetched them. */
@RestController
class FeedController {

    /** Of what is left out, so many are named. */
    private static final int LEFT_OUT = 20;

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
        PartnerId partner = new PartnerId(id);
        return ResponseEntity.ok(
                new PageResponse<>(
                        feeds.pulls(actor, partner).stream()
                                .map(pull ->
                                        FeedPullResponse.of(
                                                pull,
                                                feeds.leftOut(
                                                        actor, partner, pull.kind(), LEFT_OUT)))
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

    /** How postings were fetched last, and which are left out now. */
    record FeedPullResponse(
            PullKind kind,
            Instant pulledAt,
            @Nullable String etag,
            int items,
            int rejected,
            List<LeftOutResponse> leftOut) {

        static FeedPullResponse of(FeedPull pull, List<LeftOut> leftOut) {
            return new FeedPullResponse(
                    pull.kind(),
                    pull.at(),
                    pull.etag().orElse(null),
                    pull.items(),
                    pull.rejected(),
                    leftOut.stream().map(LeftOutResponse::of).toList());
        }
    }

    /** An open posting that is left out, and why. */
    record LeftOutResponse(UUID jobId, String title, List<String> codes) {

        static LeftOutResponse of(LeftOut one) {
            return new LeftOutResponse(
                    one.job().value(),
                    one.title(),
                    one.faults().stream().map(fault -> fault.code().wireName()).toList());
        }
    }
}
