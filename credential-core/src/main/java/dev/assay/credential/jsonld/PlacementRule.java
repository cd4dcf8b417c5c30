package dev.assay.credential.jsonld;

import dev.assay.credential.report.CheckCode;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What we rely on is said about each node in one place only. RDF joins all nodes of one id, so the
 * expiry of a signed credential, or the failing status of a result, could be moved to a second node
 * of the same id: the signature would still fit, but whoever reads the JSON would miss it. A
 * profile may be described as often as it is mentioned; nothing but its name is read.
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

    private final Set<String> placed = new HashSet<>();

    private PlacementRule() {}

    /** Whether a property may be said of each node in one place only. */
    static boolean isPlaced(String property) {
        return PLACED.contains(property);
    }

    static Optional<Expansion.Refused> check(JsonArray expanded) {
        return new PlacementRule().holds(expanded)
                ? Optional.empty()
                : Optional.of(
                        new Expansion.Refused(
                                CheckCode.AMBIGUOUS_NODE,
                                "A part of the credential is described in more than one place."));
    }

    private boolean holds(JsonValue value) {
        return switch (value) {
            case JsonArray array -> array.stream().allMatch(this::holds);
            case JsonObject object ->
                    isPlacedOnce(object) && object.values().stream().allMatch(this::holds);
            default -> true;
        };
    }

    private boolean isPlacedOnce(JsonObject node) {
        return !(node.get("@id") instanceof JsonString id)
                || node.keySet().stream().noneMatch(PLACED::contains)
                || placed.add(id.getString());
    }
}
