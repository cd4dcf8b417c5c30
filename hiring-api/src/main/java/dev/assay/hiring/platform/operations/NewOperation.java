package dev.assay.hiring.platform.operations;

import java.util.Map;

/**
 * Work to be accepted.
 *
 * @param kind the {@link OperationKind} that does it
 * @param parameters ids and codes only
 * @param input what was received; kept sealed until the work is over
 */
public record NewOperation(String kind, Map<String, String> parameters, byte[] input) {

    public NewOperation {
        parameters = Map.copyOf(parameters);
    }
}
