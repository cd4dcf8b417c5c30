package dev.assay.hiring.partners.web;

import dev.assay.hiring.partners.AddressedFeed;
import dev.assay.hiring.partners.FeedAddresses;
import dev.assay.hiring.partners.PartnerFeeds;
import dev.assay.hiring.platform.limits.Signed;
import dev.assay.hiring.platform.limits.SignedCalls;
import dev.assay.hiring.platform.security.OpenToAnyone;
import dev.assay.hiring.postings.FeedKind;
import dev.assay.hiring.shared.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Files of postings for boards that can send no token: the address says who fetches. It is the
 * partner's call, and within its limits; whoever tries out addresses is soon heard no more.
 */
@RestController
class AddressedFeedController {

    private final FeedAddresses addresses;
    private final PartnerFeeds feeds;
    private final FeedAnswer answer;
    private final SignedCalls calls;

    AddressedFeedController(
            FeedAddresses addresses, PartnerFeeds feeds, FeedAnswer answer, SignedCalls calls) {
        this.addresses = addresses;
        this.feeds = feeds;
        this.answer = answer;
        this.calls = calls;
    }

    @GetMapping("/feeds/{kind}/{ending}")
    @OpenToAnyone
    @Signed
    void feed(
            @PathVariable String kind,
            @PathVariable String ending,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        AddressedFeed found =
                FeedKind.ofWireName(kind)
                        .flatMap(wanted -> addresses.find(wanted, ending))
                        .orElseThrow(() -> unknown(request));
        calls.accept(request, response, found.partner());
        response.setHeader("X-Robots-Tag", "noindex");
        answer.with(feeds.prepare(found.caller(), found.kind()), request, response);
        addresses.notePull(found);
    }

    /** The same whatever is wrong with the address. */
    private NotFound unknown(HttpServletRequest request) {
        calls.refuse(request);
        return new NotFound("feed");
    }
}
