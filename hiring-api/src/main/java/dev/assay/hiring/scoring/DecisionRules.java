package dev.assay.hiring.scoring;

import dev.assay.hiring.applications.ApplicationMoved;
import dev.assay.hiring.applications.ApplicationPhase;
import dev.assay.hiring.applications.Transition;
import dev.assay.hiring.credentials.Credentials;
import dev.assay.hiring.credentials.StoredCredential;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.Conflict;
import dev.assay.hiring.shared.EmployerId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Ties every decision to the score it was taken on, in the decision's own transaction, and refuses
 * a rejection that rests on a doubt of ours: while evidence is open it takes a reason why it cannot
 * wait (design/scoring.md, 2).
 */
@Component
class DecisionRules {

    private final ScoreRepository scores;
    private final Credentials credentials;
    private final DecisionRepository decisions;

    DecisionRules(ScoreRepository scores, Credentials credentials, DecisionRepository decisions) {
        this.scores = scores;
        this.credentials = credentials;
        this.decisions = decisions;
    }

    @EventListener
    void onMoved(ApplicationMoved event) {
        Transition transition = event.transition();
        if (transition.isOfPhase() && isDecision(transition.to())) {
            decide(event.actor(), transition);
        }
    }

    private void decide(Actor actor, Transition transition) {
        EmployerId employer = actor.employer();
        boolean open =
                scores.current(employer, transition.application())
                                .filter(DecisionRules::isOpen)
                                .isPresent()
                        || isAwaited(actor, transition.application());
        if (open
                && transition.to() == ApplicationPhase.REJECTED
                && transition.overrideReason().isEmpty()) {
            throw new Conflict(
                    "evidence-open",
                    "Some of the candidate's evidence could not be settled yet, which is our doubt and"
                            + " not theirs. Wait until it is, or say in overrideReason why the decision cannot wait.");
        }
        decisions
                .currentHistory(employer, transition.application())
                .ifPresent(history -> decisions.insert(employer, transition.id(), history, open));
    }

    private static boolean isDecision(ApplicationPhase phase) {
        return phase == ApplicationPhase.OFFER
                || phase == ApplicationPhase.HIRED
                || phase == ApplicationPhase.REJECTED;
    }

    /** What has not arrived is in no score, and may be the very proof. */
    private boolean isAwaited(Actor actor, ApplicationId application) {
        return credentials.of(actor, application).stream().anyMatch(StoredCredential::isPending);
    }

    private static boolean isOpen(Score score) {
        return score.requirements().stream()
                .flatMap(requirement -> requirement.evidence().stream())
                .anyMatch(Score.Evidence::open);
    }
}
