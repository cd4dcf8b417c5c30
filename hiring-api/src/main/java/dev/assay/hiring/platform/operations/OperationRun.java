package dev.assay.hiring.platform.operations;

import dev.assay.hiring.shared.Actor;
import java.util.Map;
import java.util.Optional;

/**
 * What an operation is about, and how far it is.
 *
 * @param actor who asked for it, with the roles of then
 * @param input as received
 * @param checkpoint what the last step left; empty before the first
 */
public record OperationRun(
        OperationId id,
        Actor actor,
        Map<String, String> parameters,
        byte[] input,
        long done,
        Optional<String> checkpoint) {}
