package dev.assay.hiring.postings;

import dev.assay.hiring.jobs.JobContent;
import dev.assay.hiring.jobs.Location;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The XML file that Indeed and many boards after it read: one {@code job} a place of work. */
final class IndeedFeed extends FeedWriter {

    IndeedFeed(XMLStreamWriter xml) {
        super(xml);
    }

    @Override
    void head(FeedHead head) throws XMLStreamException {
        start("source");
        text("publisher", "Assay");
        text("publisherurl", head.publisher().toString());
        text("lastBuildDate", mailDate(head.builtAt()));
        text("expectedJobCount", Integer.toString(head.items()));
    }

    @Override
    void item(Posting posting, URI page) throws XMLStreamException {
        JobContent job = posting.job().content();
        List<Location> places = job.locations();
        for (int i = 0; i < places.size(); i++) {
            Location place = places.get(i);
            start("job");
            text("title", job.title());
            text("date", posting.openedAt().toString());
            text("referencenumber", FeedText.reference(posting.job().id().value(), i));
            text("requisitionid", posting.job().id().toString());
            text("url", page.toString());
            text("company", posting.employer().name());
            text("sourcename", posting.employer().name());
            text("city", place.city());
            text("state", place.region());
            text("country", place.country());
            text("postalcode", place.postalCode());
            text("description", FeedText.htmlWithoutEntities(job.description()));
            text("salary", FeedText.pay(job.salary()));
            text("jobtype", FeedText.jobType(job.employmentType()));
            text("category", job.department());
            text("remotetype", remoteType(job));
            Instant last = job.validThrough();
            text("expirationdate", last == null ? null : last.toString());
            text("lastactivitydate", posting.job().updatedAt().toString());
            finish();
        }
    }

    private static String remoteType(JobContent job) {
        return switch (job.workplaceType()) {
            case ONSITE -> "";
            case HYBRID -> "Hybrid remote";
            case REMOTE -> "Fully remote";
        };
    }
}
