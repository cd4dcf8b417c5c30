package dev.assay.hiring.applications;

import dev.assay.hiring.jobs.Stage;
import dev.assay.hiring.jobs.StageId;
import dev.assay.hiring.shared.InvalidInput;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where an application should go, and why.
 *
 * @param to the phase; empty for that of the stage
 * @param stage a stage of the job; empty for the first of the phase
 * @param reason the code of one that everybody has, or of the employer's own
 * @param overrideReason why a rejection does not wait for evidence that is still open
 */
public record Move(
        Optional<ApplicationPhase> to,
        Optional<StageId> stage,
        Optional<String> reason,
        Optional<String> overrideReason) {

    /**
     * @throws InvalidInput when neither phase nor stage is named
     */
    public Move {
        if (to.isEmpty() && stage.isEmpty()) {
            throw new InvalidInput("/to", "must name a phase, or a stage be named instead");
        }
    }

    /** A move into a phase, to its first stage. */
    public Move(
            ApplicationPhase to,
            Optional<TransitionReason> reason,
            Optional<String> overrideReason) {
        this(
                Optional.of(to),
                Optional.empty(),
                reason.map(TransitionReason::wireName),
                overrideReason);
    }

    /** A move as somebody asks for it. */
    public static Move of(
            @Nullable ApplicationPhase to,
            @Nullable StageId stage,
            @Nullable String reason,
            @Nullable String overrideReason) {
        return new Move(
                Optional.ofNullable(to),
                Optional.ofNullable(stage),
                Optional.ofNullable(reason),
                Optional.ofNullable(overrideReason));
    }

    /** A move that needs no reason. */
    public static Move to(ApplicationPhase phase) {
        return new Move(phase, Optional.empty(), Optional.empty());
    }

    /** A move to a stage, which needs no reason either. */
    public static Move to(StageId stage) {
        return new Move(Optional.empty(), Optional.of(stage), Optional.empty(), Optional.empty());
    }

    /** Whether somebody decides against the candidate by it. */
    boolean isRejection() {
        return to.equals(Optional.of(ApplicationPhase.REJECTED));
    }

    /**
     * The phase this leads into.
     *
     * @param named the stage it names
     * @throws InvalidInput when the stage is of another phase
     */
    ApplicationPhase phase(Optional<Stage> named) {
        Optional<ApplicationPhase> ofStage = named.map(stage -> ApplicationPhase.of(stage.phase()));
        if (ofStage.isPresent() && to.isPresent() && !ofStage.equals(to)) {
            throw new InvalidInput("/stage", "is a stage of " + ofStage.get().wireName());
        }
        return to.or(() -> ofStage).orElseThrow();
    }

    /**
     * @param named what its reason means
     * @throws InvalidInput when the phase asks for a reason and has none, or has one that is not
     *     its own
     */
    void requireSound(ApplicationPhase phase, Optional<Reason> named) {
        List<TransitionReason> possible = TransitionReason.of(phase);
        if (named.isEmpty() && phase == ApplicationPhase.REJECTED) {
            throw new InvalidInput("/reason", "is needed: one of " + names(possible));
        }
        if (named.filter(given -> !possible.contains(given.code())).isPresent()) {
            throw new InvalidInput(
                    "/reason",
                    possible.isEmpty()
                            ? "has no place in a move to " + phase.wireName()
                            : "must be one of " + names(possible));
        }
        if (overrideReason.isPresent() && phase != ApplicationPhase.REJECTED) {
            throw new InvalidInput("/overrideReason", "belongs to a rejection only");
        }
    }

    private static String names(List<TransitionReason> reasons) {
        return reasons.stream().map(TransitionReason::wireName).collect(Collectors.joining(", "));
    }
}
