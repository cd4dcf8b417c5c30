package dev.assay.hiring.platform.fetch;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The header fields of an answer, whatever the case of their names. */
final class ResponseHeaders {

    private final Map<String, List<String>> fields;

    ResponseHeaders(Map<String, List<String>> fields) {
        Map<String, List<String>> copy = new TreeMap<>();
        fields.forEach(
                (name, values) -> copy.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        this.fields = copy;
    }

    List<String> all(String name) {
        return fields.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }
}
