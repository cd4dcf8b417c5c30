package dev.assay.credential.badge2;

import static dev.assay.credential.report.CheckName.STRUCTURE;

import dev.assay.credential.json.JsonTree;
import dev.assay.credential.report.Check;
import dev.assay.credential.report.CheckCode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The shape Open Badges 2.0 asks of assertion, badge class and profile, as far as it is used. */
final class Shape {

    private static final Set<String> ISSUERS = Set.of("Issuer", "Profile");

    private Shape() {}

    static Check of(Upgrade.Parts parts) {
        return type(parts.assertion(), Set.of("Assertion"), "Assertion")
                .or(() -> type(parts.badge(), Set.of("BadgeClass"), "BadgeClass"))
                .or(() -> type(parts.issuer(), ISSUERS, "Profile"))
                .or(() -> needs(parts.assertion(), List.of("recipient", "issuedOn")))
                .or(() -> needs(parts.badge(), List.of("name", "description", "criteria")))
                .or(() -> needs(parts.issuer(), List.of("name")))
                .or(() -> times(parts.assertion()))
                .orElseGet(() -> Check.passed(STRUCTURE, "All parts are where they should be."));
    }

    /** Badges of 1.0 state no types at all. */
    private static Optional<Check> type(JsonNode node, Set<String> types, String wanted) {
        boolean fits =
                !node.has("type") && !node.has("@context")
                        || JsonTree.texts(node, "type").stream().anyMatch(types::contains);
        return fits
                ? Optional.empty()
                : Optional.of(
                        Check.failed(
                                STRUCTURE,
                                CheckCode.MALFORMED_PROPERTY,
                                "What should be of the type " + wanted + " is not."));
    }

    private static Optional<Check> needs(JsonNode node, List<String> properties) {
        return properties.stream()
                .filter(property -> !JsonTree.declares(node, property))
                .findFirst()
                .map(property ->
                        Check.failed(
                                STRUCTURE,
                                CheckCode.MISSING_PROPERTY,
                                "\"" + property + "\" is missing."));
    }

    private static Optional<Check> times(JsonNode assertion) {
        return List.of("issuedOn", "expires").stream()
                .filter(property -> JsonTree.declares(assertion, property))
                .filter(property -> Upgrade.time(assertion, property).isEmpty())
                .findFirst()
                .map(property ->
                        Check.failed(
                                STRUCTURE,
                                CheckCode.MALFORMED_DATE,
                                "\"" + property + "\" is not a time."));
    }
}
