package dev.assay.hiring.platform.operations;

import dev.assay.hiring.shared.Actor;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What an operation is about, and how far it is.
 *
 * @param actor who asked for it, with the roles of then
 * @param input as received
 * @param checkpoint what the last step left; empty before the first
 * @param unwanted whether it was asked to stop, or the node is: a long step asks now and then, and
 *     ends with a {@link java.util.concurrent.CancellationException}
 */
public record OperationRun(
        OperationId id,
        Actor actor,
        Map<String, String> parameters,
        byte[] input,
        long done,
        Optional<String> checkpoint,
        BooleanSupplier unwanted) {}
