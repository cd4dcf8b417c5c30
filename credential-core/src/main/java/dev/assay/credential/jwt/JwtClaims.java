package dev.assay.credential.jwt;

import dev.assay.credential.json.JsonTree;
import dev.assay.credential.json.Timestamp;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The registered claims beside the credential. Where a claim is there it must say what the
 * credential says (Open Badges 3.0 §8.2.2); {@code exp} may set an end the credential leaves open.
 */
public final class JwtClaims {

    private static final BigDecimal MAX_SECONDS = BigDecimal.valueOf(253_402_300_799L);

    private static final String SUBJECT = "credentialSubject";

    private JwtClaims() {}

    /**
     * A credential of data model 1.1 with what its token says in claims instead (VC 1.1 §6.3.1).
     * What the credential says itself is left as it is.
     */
    public static ObjectNode complete(ObjectNode credential, JsonNode payload) {
        var completed = copy(credential);
        JsonTree.text(payload, "iss").ifPresent(iss -> putIfAbsent(completed, "issuer", iss));
        JsonTree.text(payload, "jti").ifPresent(jti -> putIfAbsent(completed, "id", jti));
        instant(payload, "nbf")
                .ifPresent(at -> putIfAbsent(completed, "issuanceDate", at.toString()));
        instant(payload, "exp")
                .ifPresent(at -> putIfAbsent(completed, "expirationDate", at.toString()));
        var sub = JsonTree.text(payload, "sub");
        if (sub.isPresent() && completed.path(SUBJECT) instanceof ObjectNode subject) {
            var named = copy(subject);
            putIfAbsent(named, "id", sub.get());
            completed.set(SUBJECT, named);
        }
        return completed;
    }

    /** The same members; what they hold is shared, and nobody changes it. */
    private static ObjectNode copy(ObjectNode node) {
        var copy = JsonNodeFactory.instance.objectNode();
        copy.setAll(node);
        return copy;
    }

    private static void putIfAbsent(ObjectNode node, String property, String value) {
        if (!node.has(property)) {
            node.put(property, value);
        }
    }

    /** The first claim that contradicts the credential. */
    public static Optional<String> contradiction(JsonNode payload, JsonNode credential) {
        var issuer = JsonTree.id(credential.path("issuer"));
        var subject =
                JsonTree.items(credential, SUBJECT).stream().findFirst().flatMap(JsonTree::id);
        return text(payload, "iss", issuer)
                .or(() -> text(payload, "sub", subject))
                .or(() -> text(payload, "jti", JsonTree.text(credential, "id")))
                .or(() -> time(payload, "nbf", credential, "validFrom", "issuanceDate"))
                .or(() -> time(payload, "exp", credential, "validUntil", "expirationDate"));
    }

    /** The instant of a numeric date, in whole seconds. */
    public static Optional<Instant> instant(JsonNode payload, String claim) {
        var value = payload.path(claim);
        if (!value.isNumber()) {
            return Optional.empty();
        }
        var seconds = value.decimalValue();
        return seconds.signum() >= 0 && seconds.compareTo(MAX_SECONDS) <= 0
                ? Optional.of(Instant.ofEpochSecond(seconds.longValue()))
                : Optional.empty();
    }

    private static Optional<String> text(
            JsonNode payload, String claim, Optional<String> expected) {
        boolean fits =
                !payload.has(claim)
                        || (expected.isPresent() && JsonTree.text(payload, claim).equals(expected));
        return fits ? Optional.empty() : Optional.of(claim);
    }

    private static Optional<String> time(
            JsonNode payload, String claim, JsonNode credential, String... properties) {
        if (!payload.has(claim)) {
            return Optional.empty();
        }
        var claimed = instant(payload, claim).map(Instant::getEpochSecond);
        boolean fits = claimed.isPresent();
        for (var property : properties) {
            fits =
                    fits
                            && (!credential.has(property)
                                    || JsonTree.text(credential, property)
                                            .flatMap(Timestamp::parse)
                                            .map(Instant::getEpochSecond)
                                            .equals(claimed));
        }
        return fits ? Optional.empty() : Optional.of(claim);
    }
}
