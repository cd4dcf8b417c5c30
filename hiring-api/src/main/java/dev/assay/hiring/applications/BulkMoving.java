package dev.assay.hiring.applications;

import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.platform.operations.NewOperation;
import dev.assay.hiring.platform.operations.OperationError;
import dev.assay.hiring.platform.operations.OperationKind;
import dev.assay.hiring.platform.operations.OperationRun;
import dev.assay.hiring.platform.operations.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes many moves, some a step; a crash takes up after the last step. */
@Component
class BulkMoving implements OperationKind {

    private static final String NAME = "bulk-transitions";
    private static final String JOB = "job";
    private static final int A_STEP = 50;

    private final BulkMoves moves;
    private final BulkMoveText text;

    BulkMoving(BulkMoves moves, BulkMoveText text) {
        this.moves = moves;
        this.text = text;
    }

    static NewOperation of(JobId job, byte[] written) {
        return new NewOperation(NAME, Map.of(JOB, job.toString()), written);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Step next(OperationRun run) {
        JobId job = new JobId(UUID.fromString(Objects.requireNonNull(run.parameters().get(JOB))));
        List<BulkMove> all = text.read(run.input());
        int from = run.checkpoint().map(Integer::parseInt).orElse(0);
        int to = Math.min(all.size(), from + A_STEP);
        return () -> {
            List<OperationError> errors = new ArrayList<>();
            for (int i = from; i < to; i++) {
                errors.addAll(errors(i + 1, moves.made(run.actor(), job, all.get(i))));
            }
            return new Progress(
                    to - from,
                    Optional.of((long) all.size()),
                    Integer.toString(to),
                    errors,
                    to == all.size() ? Optional.of("/v1/jobs/" + job) : Optional.empty());
        };
    }

    private static List<OperationError> errors(int item, BulkMoveOutcome outcome) {
        return outcome.faults().stream()
                .map(fault ->
                        new OperationError(
                                item,
                                outcome.code().orElseThrow(),
                                fault.pointer(),
                                fault.detail()))
                .toList();
    }
}
