package dev.assay.hiring.platform.operations;

import java.util.List;
import java.util.Optional;

/**
 * What a step came to.
 *
 * @param done how many items it dealt with
 * @param total how many there are in all, once that is known
 * @param checkpoint from where to go on
 * @param errors of its items; kept up to a thousand an operation, counted beyond
 * @param result where the outcome of the whole is; there when this was the last step
 */
public record Progress(
        long done,
        Optional<Long> total,
        String checkpoint,
        List<OperationError> errors,
        Optional<String> result) {

    public Progress {
        errors = List.copyOf(errors);
    }

    /** The one step of an operation that has only one. */
    public static Progress allDone(String result) {
        return new Progress(1, Optional.of(1L), "end", List.of(), Optional.of(result));
    }

    /** Whether the operation goes on after this as it does after that, whatever errors came up. */
    boolean leadsWhere(Progress other) {
        return done == other.done
                && checkpoint.equals(other.checkpoint)
                && isLast() == other.isLast();
    }

    boolean isLast() {
        return result.isPresent();
    }
}
