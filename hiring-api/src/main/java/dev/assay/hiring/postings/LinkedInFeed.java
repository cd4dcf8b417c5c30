package dev.assay.hiring.postings;

import dev.assay.hiring.jobs.JobContent;
import dev.assay.hiring.jobs.Location;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The XML file that LinkedIn reads: one {@code job} a place of work, and how many there are. */
final class LinkedInFeed extends FeedWriter {

    LinkedInFeed(XMLStreamWriter xml) {
        super(xml);
    }

    @Override
    void head(FeedHead head) throws XMLStreamException {
        start("source");
        text("lastBuildDate", mailDate(head.builtAt()));
        text("publisher", "Assay");
        text("publisherURL", head.publisher().toString());
        text("expectedJobCount", Integer.toString(head.items()));
    }

    @Override
    void item(Posting posting, URI page) throws XMLStreamException {
        JobContent job = posting.job().content();
        List<Location> places = job.locations();
        for (int i = 0; i < places.size(); i++) {
            Location place = places.get(i);
            start("job");
            text("partnerJobId", FeedText.reference(posting.job().id().value(), i));
            text("company", posting.employer().name());
            text("companyId", posting.profile().linkedinCompany());
            text("title", job.title());
            text("description", FeedText.html(job.description()));
            text("applyUrl", page.toString());
            text("location", FeedText.place(place));
            text("city", place.city());
            text("state", place.region());
            text("country", place.country());
            text("postalCode", place.postalCode());
            text("workplaceTypes", workplace(job));
            text("jobtype", job.employmentType().name());
            text("listDate", posting.openedAt().toString());
            Instant last = job.validThrough();
            text("expirationDate", last == null ? null : last.toString());
            finish();
        }
    }

    private static String workplace(JobContent job) {
        return switch (job.workplaceType()) {
            case ONSITE -> "On-site";
            case HYBRID -> "Hybrid";
            case REMOTE -> "Remote";
        };
    }
}
