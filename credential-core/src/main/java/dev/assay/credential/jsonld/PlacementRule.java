package dev.assay.credential.jsonld;

import dev.assay.credential.report.CheckCode;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The credential, its subject and its achievement are described in one place only. RDF joins all
 * nodes of one id, so the status or expiry of a signed credential could be moved to a second node
 * of the same id: the signature would still fit, but whoever reads the JSON would miss it.
 */
final class PlacementRule {

    private static final String CREDENTIALS = "https://www.w3.org/2018/credentials#";
    private static final String OPEN_BADGES = "https://purl.imsglobal.org/spec/vc/ob/vocab.html#";
    private static final Set<String> PLACED =
            Set.copyOf(
                    Stream.concat(
                                    Stream.of(
                                                    "issuer",
                                                    "credentialSubject",
                                                    "credentialStatus",
                                                    "credentialSchema",
                                                    "validFrom",
                                                    "validUntil",
                                                    "issuanceDate",
                                                    "expirationDate")
                                            .map(CREDENTIALS::concat),
                                    Stream.of(
                                                    "achievement",
                                                    "identifier",
                                                    "result",
                                                    "status",
                                                    "creditsEarned",
                                                    "creator",
                                                    "alignment",
                                                    "resultDescription",
                                                    "creditsAvailable")
                                            .map(OPEN_BADGES::concat))
                            .toList());

    private final List<JsonObject> homes;
    private final Set<String> ids = new HashSet<>();

    private PlacementRule(List<JsonObject> homes) {
        this.homes = homes;
    }

    static Optional<Expansion.Refused> check(JsonArray expanded) {
        var homes = new ArrayList<JsonObject>();
        if (expanded.size() == 1 && expanded.getFirst() instanceof JsonObject root) {
            homes.add(root);
            first(root, CREDENTIALS + "credentialSubject").ifPresent(homes::add);
            first(homes.getLast(), OPEN_BADGES + "achievement").ifPresent(homes::add);
        }
        var rule = new PlacementRule(homes);
        boolean holds = homes.stream().allMatch(rule::hasIdOfItsOwn) && rule.holds(expanded);
        return holds
                ? Optional.empty()
                : Optional.of(
                        new Expansion.Refused(
                                CheckCode.AMBIGUOUS_NODE,
                                "The credential is described in more than one place."));
    }

    private static Optional<JsonObject> first(JsonObject node, String property) {
        return node.get(property) instanceof JsonArray values
                        && !values.isEmpty()
                        && values.getFirst() instanceof JsonObject object
                ? Optional.of(object)
                : Optional.empty();
    }

    private boolean hasIdOfItsOwn(JsonObject home) {
        return !home.containsKey("@id") || ids.add(home.getString("@id"));
    }

    private boolean holds(JsonValue value) {
        return switch (value) {
            case JsonArray array -> array.stream().allMatch(this::holds);
            case JsonObject object ->
                    !isStray(object) && object.values().stream().allMatch(this::holds);
            default -> true;
        };
    }

    private boolean isStray(JsonObject node) {
        boolean home = homes.stream().anyMatch(h -> h == node);
        return !home
                && ids.contains(node.getString("@id", ""))
                && node.keySet().stream().anyMatch(PLACED::contains);
    }
}
