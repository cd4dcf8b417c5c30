package dev.assay.credential.jsonld;

import dev.assay.credential.report.CheckCode;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Expansion keeps every value. JSON-LD drops some without a word: an id such as {@code "@here"},
 * which looks like a keyword, is simply gone. Whoever holds a signed credential could then add such
 * an id, and with it a link that the issuer never made.
 */
final class LossRule {

    private LossRule() {}

    static Optional<Expansion.Refused> check(JsonNode compact, JsonArray expanded) {
        return valuesOf(compact) == valuesOf(expanded)
                ? Optional.empty()
                : Optional.of(
                        new Expansion.Refused(
                                CheckCode.INVALID_LINKED_DATA,
                                "A value of the credential means nothing in JSON-LD."));
    }

    private static long valuesOf(JsonNode node) {
        if (node.isObject()) {
            return node.properties().stream()
                    .filter(p -> !p.getKey().equals("@context") && !p.getKey().equals("@language"))
                    .mapToLong(p -> valuesOf(p.getValue()))
                    .sum();
        }
        if (node.isArray()) {
            return node.values().stream().mapToLong(LossRule::valuesOf).sum();
        }
        return node.isNull() ? 0 : 1;
    }

    private static long valuesOf(JsonValue value) {
        return switch (value) {
            case JsonObject literal when literal.containsKey("@value") -> 1;
            case JsonObject node -> node.values().stream().mapToLong(LossRule::valuesOf).sum();
            case JsonArray array -> array.stream().mapToLong(LossRule::valuesOf).sum();
            default -> 1;
        };
    }
}
