package dev.assay.hiring.applications;

import dev.assay.hiring.jobs.StageId;
import dev.assay.hiring.shared.ApplicationId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One move of an application, as it was made; never changed afterwards.
 *
 * @param fromStage the job's stage it stood at, if any
 * @param toStage the job's stage it came to, if any
 * @param movedBy an actor's reference, free of personal data
 * @param ownReason the employer's own code for it, if it has a finer one
 * @param overrideReason in a person's words, why a rejection did not wait for open evidence; gone
 *     once the candidate is erased
 */
public record Transition(
        UUID id,
        ApplicationId application,
        ApplicationPhase from,
        ApplicationPhase to,
        Optional<StageId> fromStage,
        Optional<StageId> toStage,
        Instant movedAt,
        String movedBy,
        Optional<TransitionReason> reason,
        Optional<String> ownReason,
        Optional<String> overrideReason) {

    /** Whether it offered, hired or rejected. */
    boolean isDecision() {
        return isOfPhase()
                && (to == ApplicationPhase.OFFER
                        || to == ApplicationPhase.HIRED
                        || to == ApplicationPhase.REJECTED);
    }

    /** Whether it came into another phase, and not only to another stage of the same. */
    public boolean isOfPhase() {
        return from != to;
    }
}
