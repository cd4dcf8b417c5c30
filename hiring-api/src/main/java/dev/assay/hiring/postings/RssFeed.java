package dev.assay.hiring.postings;

import dev.assay.hiring.jobs.JobContent;
import java.net.URI;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** RSS 2.0: for readers and small boards. */
final class RssFeed extends FeedWriter {

    RssFeed(XMLStreamWriter xml) {
        super(xml);
    }

    @Override
    void head(FeedHead head) throws XMLStreamException {
        start("rss");
        attribute("version", "2.0");
        start("channel");
        text("title", "Jobs");
        text("link", head.publisher().toString());
        text("description", "Open jobs: %d".formatted(head.items()));
        text("lastBuildDate", mailDate(head.builtAt()));
    }

    @Override
    void item(Posting posting, URI page) throws XMLStreamException {
        JobContent job = posting.job().content();
        String places =
                job.locations().stream().map(FeedText::place).collect(Collectors.joining("; "));
        start("item");
        text(
                "title",
                places.isEmpty()
                        ? "%s at %s".formatted(job.title(), posting.employer().name())
                        : "%s at %s (%s)"
                                .formatted(job.title(), posting.employer().name(), places));
        text("link", page.toString());
        start("guid");
        attribute("isPermaLink", "false");
        cdata(posting.job().id().toString());
        finishText();
        text("pubDate", mailDate(posting.openedAt()));
        text("description", FeedText.html(job.description()));
        text("category", job.department());
        finish();
    }
}
