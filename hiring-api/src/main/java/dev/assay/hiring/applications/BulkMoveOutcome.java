package dev.assay.hiring.applications;

import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.InvalidInput.Fault;
import java.util.List;
import java.util.Optional;

/**
 * What became of one of many moves.
 *
 * @param moved as it stands now; empty when the move was refused
 * @param code why it was refused: a problem type
 * @param faults what was at fault with it, the pointers within the one move
 */
public record BulkMoveOutcome(
        ApplicationId application,
        Optional<Application> moved,
        Optional<String> code,
        List<Fault> faults) {

    public BulkMoveOutcome {
        faults = List.copyOf(faults);
    }

    static BulkMoveOutcome moved(Application application) {
        return new BulkMoveOutcome(
                application.id(), Optional.of(application), Optional.empty(), List.of());
    }

    static BulkMoveOutcome refused(ApplicationId application, String code, List<Fault> faults) {
        return new BulkMoveOutcome(application, Optional.empty(), Optional.of(code), faults);
    }
}
