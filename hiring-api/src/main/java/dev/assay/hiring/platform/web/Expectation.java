package dev.assay.hiring.platform.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

/** Says in words what a field should have held, going by the type it is read into. */
final class Expectation {

    private static final JsonMapper JSON = new JsonMapper();

    private static final Map<Class<?>, String> BY_TYPE =
            Map.of(
                    String.class, "must be a text",
                    Boolean.class, "must be true or false",
                    Integer.class, "must be a whole number of the usual size",
                    BigDecimal.class, "must be a number",
                    Instant.class, "must be a time as in RFC 3339, such as 2026-11-24T12:00:00Z",
                    UUID.class, "must be a UUID",
                    List.class, "must be an array");

    private Expectation() {}

    static String of(DatabindException mismatch) {
        if (mismatch instanceof InvalidFormatException format
                && TextDeserializer.UNSTORABLE.equals(format.getOriginalMessage())) {
            return TextDeserializer.UNSTORABLE;
        }
        if (mismatch instanceof MismatchedInputException input && input.getTargetType() != null) {
            return of(input.getTargetType());
        }
        return "is not of the right type";
    }

    private static String of(Class<?> type) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant -> JSON.valueToTree(constant).asString())
                    .collect(Collectors.joining(", ", "must be one of ", ""));
        }
        return BY_TYPE.getOrDefault(
                type, type.isRecord() ? "must be an object" : "is not of the right type");
    }
}
