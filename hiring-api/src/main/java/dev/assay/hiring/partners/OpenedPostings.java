package dev.assay.hiring.partners;

import dev.assay.hiring.jobs.JobChanged;
import dev.assay.hiring.jobs.JobStatus;
import dev.assay.hiring.jobs.Jobs;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Notes, in the transaction that opens a posting, whose it is: partners know its id alone. */
@Component
class OpenedPostings {

    private final PartnerRepository repository;
    private final Jobs jobs;

    OpenedPostings(PartnerRepository repository, Jobs jobs) {
        this.repository = repository;
        this.jobs = jobs;
    }

    @EventListener
    void onJobChanged(JobChanged event) {
        if (jobs.get(event.actor(), event.job()).status() == JobStatus.OPEN) {
            repository.note(event.actor().employer(), event.job());
        }
    }
}
