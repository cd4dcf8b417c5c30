package dev.assay.hiring.scoring;

import dev.assay.hiring.applications.ApplicationMoved;
import dev.assay.hiring.applications.ApplicationPhase;
import dev.assay.hiring.applications.Transition;
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
    private final DecisionRepository decisions;

    DecisionRules(ScoreRepository scores, DecisionRepository decisions) {
        this.scores = scores;
        this.decisions = decisions;
    }

    @EventListener
    void onMoved(ApplicationMoved event) {
        Transition transition = event.transition();
        if (isDecision(transition.to())) {
            decide(event.actor().employer(), transition);
        }
    }

    private void decide(EmployerId employer, Transition transition) {
        boolean open =
                scores.current(employer, transition.application())
                        .filter(DecisionRules::isOpen)
                        .isPresent();
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

    private static boolean isOpen(Score score) {
        return score.requirements().stream()
                .flatMap(requirement -> requirement.evidence().stream())
                .anyMatch(Score.Evidence::open);
    }
}
