package dev.assay.hiring.applications;

import dev.assay.hiring.shared.InvalidInput;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where an application should go, and why.
 *
 * @param overrideReason why a rejection does not wait for evidence that is still open
 */
public record Move(
        ApplicationPhase to, Optional<TransitionReason> reason, Optional<String> overrideReason) {

    /** A move that needs no reason. */
    public static Move to(ApplicationPhase phase) {
        return new Move(phase, Optional.empty(), Optional.empty());
    }

    /**
     * @throws InvalidInput when the phase asks for a reason and has none, or has one that is not
     *     its own
     */
    void requireSound() {
        List<TransitionReason> possible = TransitionReason.of(to);
        if (reason.isEmpty() && to == ApplicationPhase.REJECTED) {
            throw new InvalidInput("/reason", "is needed: one of " + names(possible));
        }
        if (reason.filter(given -> !possible.contains(given)).isPresent()) {
            throw new InvalidInput(
                    "/reason",
                    possible.isEmpty()
                            ? "has no place in a move to " + to.wireName()
                            : "must be one of " + names(possible));
        }
        if (overrideReason.isPresent() && to != ApplicationPhase.REJECTED) {
            throw new InvalidInput("/overrideReason", "belongs to a rejection only");
        }
    }

    private static String names(List<TransitionReason> reasons) {
        return reasons.stream().map(TransitionReason::wireName).collect(Collectors.joining(", "));
    }
}
