package dev.assay.hiring.selfservice;

import dev.assay.hiring.applications.Application;
import dev.assay.hiring.applications.Applications;
import dev.assay.hiring.candidates.EmailConfirmed;
import dev.assay.hiring.disputes.DisputeResolved;
import dev.assay.hiring.intake.ApplicationSubmitted;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Sends applicants their link in the transaction that takes their application, or in the one that
 * finds the address to be theirs: before that it goes to nobody. Those who were imported get none
 * by themselves: they may have applied years ago. Who disputed something gets one with the answer.
 */
@Component
class Welcome {

    private final CandidateLinks links;
    private final Applications applications;

    Welcome(CandidateLinks links, Applications applications) {
        this.links = links;
        this.applications = applications;
    }

    @EventListener
    void onSubmitted(ApplicationSubmitted event) {
        links.welcome(event.actor(), event.application());
    }

    @EventListener
    void onAnswered(DisputeResolved event) {
        links.answered(event.actor(), event.dispute().application());
    }

    @EventListener
    void onConfirmed(EmailConfirmed event) {
        applications.ofEach(event.actor(), Set.of(event.candidate())).stream()
                .filter(application -> application.phase().isOpen())
                .map(Application::id)
                .forEach(application -> links.welcome(event.actor(), application));
    }
}
