package dev.assay.hiring.applications;

import dev.assay.hiring.shared.ApplicationId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One move of an application, as it was made; never changed afterwards.
 *
 * @param movedBy an actor's reference, free of personal data
 * @param overrideReason in a person's words, why a rejection did not wait for open evidence; gone
 *     once the candidate is erased
 */
public record Transition(
        UUID id,
        ApplicationId application,
        ApplicationPhase from,
        ApplicationPhase to,
        Instant movedAt,
        String movedBy,
        Optional<TransitionReason> reason,
        Optional<String> overrideReason) {}
