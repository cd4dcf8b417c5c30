package dev.assay.hiring.disputes;

import dev.assay.hiring.applications.ApplicationMoved;
import dev.assay.hiring.applications.ApplicationPhase;
import dev.assay.hiring.applications.Transition;
import dev.assay.hiring.shared.Conflict;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Refuses a rejection, in its own transaction, while something the candidate disputes is
 * unanswered: it takes a reason why it cannot wait.
 */
@Component
class DisputeRules {

    private final DisputeRepository repository;

    DisputeRules(DisputeRepository repository) {
        this.repository = repository;
    }

    @EventListener
    void onMoved(ApplicationMoved event) {
        Transition transition = event.transition();
        if (transition.to() == ApplicationPhase.REJECTED
                && transition.overrideReason().isEmpty()
                && repository.countOpen(event.actor().employer(), transition.application()) > 0) {
            throw new Conflict(
                    "dispute-open",
                    "The candidate disputes something, and nobody has answered yet. Answer first, or say in"
                            + " overrideReason why the decision cannot wait.");
        }
    }
}
