package dev.assay.hiring.training;

import dev.assay.hiring.platform.operations.OperationKind;
import dev.assay.hiring.platform.operations.OperationRun;
import dev.assay.hiring.platform.operations.Progress;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A large cohort that was accepted first and is planned afterwards. */
@Component
class CohortOperation implements OperationKind {

    private static final String COUNTED = "counted";

    private final TrainingPlans plans;
    private final CohortReader reader;

    CohortOperation(TrainingPlans plans, CohortReader reader) {
        this.plans = plans;
        this.reader = reader;
    }

    @Override
    public String name() {
        return TrainingPlans.COHORT_OPERATION;
    }

    /** First tells how many hires there are, then plans for all of them. */
    @Override
    public Step next(OperationRun run) {
        CohortOrder order = reader.read(run.actor(), run.input());
        if (run.checkpoint().isEmpty()) {
            return () ->
                    new Progress(
                            0, Optional.of(order.people()), COUNTED, List.of(), Optional.empty());
        }
        CohortDocument plan = plans.plan(run.actor(), order, run.unwanted());
        return () -> {
            plans.file(run.actor(), plan);
            return new Progress(
                    order.people(),
                    Optional.of(order.people()),
                    "end",
                    List.of(),
                    Optional.of("/v1/cohort-plans/" + plan.id()));
        };
    }
}
