package dev.assay.hiring.platform.idempotency;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A response as it is stored and sent again, byte for byte.
 *
 * @param headers those that belong to the answer, not to the exchange it went over
 */
record Answer(int status, Map<String, List<String>> headers, byte[] body) {

    Answer {
        headers =
                headers.entrySet().stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Map.Entry::getKey, entry -> List.copyOf(entry.getValue())));
    }
}
