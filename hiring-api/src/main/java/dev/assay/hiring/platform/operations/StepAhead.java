package dev.assay.hiring.platform.operations;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Prepares a step while the one before it is carried out, so that a long operation keeps the
 * database and the processor busy at the same time. At most one step ahead, and none when the
 * progress led elsewhere than foreseen.
 */
final class StepAhead implements AutoCloseable {

    private final OperationKind kind;
    private @Nullable Prepared prepared;

    StepAhead(OperationKind kind) {
        this.kind = kind;
    }

    /**
     * Begins with what follows the progress that a step foresees.
     *
     * @param after the run as it will be then
     */
    void begin(Progress foreseen, OperationRun after) {
        var task = new FutureTask<>(() -> kind.next(after));
        prepared = new Prepared(foreseen, task);
        Thread.ofPlatform().daemon().name("operation-ahead").start(task);
    }

    /** The next step, prepared already or now. */
    OperationKind.Step next(OperationRun run, Optional<Progress> reached) {
        Prepared ahead = prepared;
        if (ahead != null && reached.filter(ahead.foreseen()::leadsWhere).isPresent()) {
            prepared = null;
            return ahead.step();
        }
        close();
        return kind.next(run);
    }

    /** Waits for what was begun, and throws it away: nothing of a run goes on after it. */
    @Override
    public void close() {
        Prepared ahead = prepared;
        prepared = null;
        if (ahead != null) {
            ahead.discard();
        }
    }

    private record Prepared(Progress foreseen, FutureTask<OperationKind.Step> task) {

        OperationKind.Step step() {
            try {
                return task.get();
            } catch (ExecutionException failure) {
                throw failure.getCause() instanceof RuntimeException cause
                        ? cause
                        : new IllegalStateException("a step could not be prepared", failure);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while a step was prepared", stopped);
            }
        }

        void discard() {
            try {
                task.get();
            } catch (ExecutionException unwanted) {
                // Whoever needs this step prepares it anew, and meets the fault again.
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
