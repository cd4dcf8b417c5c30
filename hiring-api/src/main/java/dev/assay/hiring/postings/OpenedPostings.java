package dev.assay.hiring.postings;

import dev.assay.hiring.jobs.JobChanged;
import dev.assay.hiring.jobs.JobStatus;
import dev.assay.hiring.jobs.Jobs;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Notes, in the transaction that opens a posting, whose it is: strangers know its id alone. */
@Component
class OpenedPostings {

    private final PostingRepository repository;
    private final Jobs jobs;
    private final Clock clock;

    OpenedPostings(PostingRepository repository, Jobs jobs, Clock clock) {
        this.repository = repository;
        this.jobs = jobs;
        this.clock = clock;
    }

    @EventListener
    void onJobChanged(JobChanged event) {
        if (jobs.get(event.actor(), event.job()).status() == JobStatus.OPEN) {
            repository.note(event.actor().employer(), event.job(), clock.instant());
        }
    }
}
