package dev.assay.hiring.platform.operations;

import java.util.Optional;

/**
 * A sort of long work. It is done step by step; the platform keeps the progress, stops it when that
 * is asked for, and takes it up after a crash where the last step ended.
 */
public interface OperationKind {

    /** Stable, since it is stored and shown. */
    String name();

    /**
     * Prepares the next step. Here is the place for what is slow or remote; nothing is stored yet,
     * and it may be repeated. What takes long asks {@link OperationRun#unwanted} now and then.
     *
     * <p>Throwing what the API refuses with ({@code Conflict}, {@code InvalidInput}, {@code
     * NotFound}) fails the operation for good; anything else has it tried again later.
     *
     * @return what the step does, carried out in one transaction with the progress it reports
     */
    Step next(OperationRun run);

    /** What a step does, in the employer's transaction. May refuse like {@link #next}. */
    @FunctionalInterface
    interface Step {
        Progress carryOut();

        /**
         * What it will report when nothing comes in between. Where that is known beforehand, the
         * step after it is prepared meanwhile; it is thrown away when it came otherwise.
         */
        default Optional<Progress> foreseen() {
            return Optional.empty();
        }
    }
}
