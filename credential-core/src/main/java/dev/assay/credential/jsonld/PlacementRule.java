package dev.assay.credential.jsonld;

import dev.assay.credential.report.CheckCode;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What we rely on is said about each node in one place only. RDF joins all nodes of one id, so the
 * expiry of a signed credential, or the failing status of a result, could be moved to a second node
 * of the same id: the signature would still fit, but whoever reads the JSON would miss it. A
 * profile may be described as often as it is mentioned; nothing but its name is read.
 *
 * <p>Credentials inside a credential have proofs and checks of their own, and are usually about the
 * same person. So each is a scope of its own, in which nothing may be said about what the one
 * around it describes.
 */
final class PlacementRule {

    private static final String CREDENTIALS = "https://www.w3.org/2018/credentials#";
    private static final String SCHEMA_ORG = "https://schema.org/";
    private static final String OPEN_BADGES = "https://purl.imsglobal.org/spec/vc/ob/vocab.html#";
    private static final String STATUS = "https://www.w3.org/ns/credentials/status#";
    private static final String STATUS_2021 = "https://w3id.org/vc/status-list#";
    private static final Set<String> PLACED =
            Stream.of(
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
                                            "achievedLevel",
                                            "achievement",
                                            "alignment",
                                            "creator",
                                            "creditsAvailable",
                                            "creditsEarned",
                                            "hashed",
                                            "identifier",
                                            "identityHash",
                                            "identityType",
                                            "level",
                                            "result",
                                            "resultDescription",
                                            "rubricCriterionLevel",
                                            "salt",
                                            "status",
                                            "valueMax")
                                    .map(OPEN_BADGES::concat),
                            Stream.of("targetUrl", "value").map(SCHEMA_ORG::concat),
                            Stream.of(
                                            "encodedList",
                                            "statusListCredential",
                                            "statusListIndex",
                                            "statusMessage",
                                            "statusPurpose",
                                            "statusSize")
                                    .flatMap(name -> Stream.of(STATUS + name, STATUS_2021 + name)))
                    .flatMap(names -> names)
                    .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> SCOPES =
            Set.of(
                    "https://purl.imsglobal.org/spec/vc/clr/vocab.html#verifiableCredential",
                    OPEN_BADGES + "endorsement");

    private final Set<String> placed = new HashSet<>();
    private final List<JsonValue> inner = new ArrayList<>();

    private PlacementRule() {}

    /** Whether a property may be said of each node in one place only. */
    static boolean isPlaced(String property) {
        return PLACED.contains(property);
    }

    static Optional<Expansion.Refused> check(JsonArray expanded) {
        var rule = new PlacementRule();
        return rule.holds(expanded) && rule.inner.stream().allMatch(rule::isElsewhere)
                ? Optional.empty()
                : Optional.of(
                        new Expansion.Refused(
                                CheckCode.AMBIGUOUS_NODE,
                                "A part of the credential is described in more than one place."));
    }

    private boolean holds(JsonValue value) {
        return switch (value) {
            case JsonArray array -> array.stream().allMatch(this::holds);
            case JsonObject object -> isPlacedOnce(object) && propertiesHold(object);
            default -> true;
        };
    }

    private boolean propertiesHold(JsonObject object) {
        for (var property : object.entrySet()) {
            if (SCOPES.contains(property.getKey())) {
                inner.add(property.getValue());
            } else if (!holds(property.getValue())) {
                return false;
            }
        }
        return true;
    }

    /** Whether nothing in there is said about a node that is described out here. */
    private boolean isElsewhere(JsonValue value) {
        return switch (value) {
            case JsonArray array -> array.stream().allMatch(this::isElsewhere);
            case JsonObject object ->
                    !(isPlaced(object) && placed.contains(object.getString("@id", "")))
                            && object.values().stream().allMatch(this::isElsewhere);
            default -> true;
        };
    }

    private boolean isPlacedOnce(JsonObject node) {
        return !isPlaced(node)
                || !(node.get("@id") instanceof JsonString id)
                || placed.add(id.getString());
    }

    private static boolean isPlaced(JsonObject node) {
        return node.keySet().stream().anyMatch(PLACED::contains);
    }
}
