package dev.assay.hiring.jobs;

import java.util.Optional;

/**
 * Until when those who judge the applications to a job are not to know whose they are.
 *
 * @param until the phase from which on they are
 * @param stage the stage of that phase from which on they are; empty for all of it
 */
public record BlindReview(StagePhase until, Optional<StageId> stage) {

    /**
     * Whether an application that goes from one phase to another may be blind there and not here,
     * or the other way round; inside the phase that a stage ends it in, any move may do that.
     *
     * @param from empty for the phases of ended applications, which are not blind
     * @param to the same
     */
    public boolean mayChange(Optional<StagePhase> from, Optional<StagePhase> to) {
        return isBefore(from) != isBefore(to)
                || (stage.isPresent() && (isUntil(from) || isUntil(to)));
    }

    /** Whether an application in this phase is blind, or may be. */
    public boolean covers(Optional<StagePhase> phase) {
        return isBefore(phase) || (stage.isPresent() && isUntil(phase));
    }

    private boolean isBefore(Optional<StagePhase> phase) {
        return phase.filter(one -> one.compareTo(until) < 0).isPresent();
    }

    private boolean isUntil(Optional<StagePhase> phase) {
        return phase.equals(Optional.of(until));
    }
}
