package dev.assay.hiring.partners.web;

import dev.assay.hiring.partners.PartnerFeeds;
import dev.assay.hiring.partners.PreparedFeed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * Answers with a file of postings, written as it is read, so that their number is nobody's concern;
 * with 304 whoever has it already.
 */
@Component
class FeedAnswer {

    private static final int BUFFER = 64 * 1024;

    private final PartnerFeeds feeds;

    FeedAnswer(PartnerFeeds feeds) {
        this.feeds = feeds;
    }

    void with(PreparedFeed feed, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (new ServletWebRequest(request, response).checkNotModified(feed.etag())) {
            feeds.unchanged(feed);
            return;
        }
        response.setContentType(feed.kind().mediaType());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        var body = new BufferedOutputStream(response.getOutputStream(), BUFFER);
        feeds.write(feed, body);
        body.flush();
    }
}
