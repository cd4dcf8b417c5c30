package dev.assay.credential.badge2;

import dev.assay.credential.json.JsonTree;
import dev.assay.credential.json.Timestamp;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An Open Badge 2.0, or one of 1.x, in the terms of 3.0, so that the same checks read it. */
final class Upgrade {

    private static final BigDecimal LAST_SECOND = BigDecimal.valueOf(253_402_300_799L);
    private static final Map<String, String> IDENTITIES = Map.of("email", "emailAddress");
    private static final List<String> ALIGNMENT =
            List.of("targetName", "targetUrl", "targetFramework", "targetCode");

    private Upgrade() {}

    /** The parts of a badge, each under the id by which it was found. */
    record Parts(
            String assertionId,
            JsonNode assertion,
            String badgeId,
            JsonNode badge,
            String issuerId,
            JsonNode issuer) {}

    static ObjectNode claims(Parts parts) {
        var claims = JsonNodeFactory.instance.objectNode();
        claims.put("id", parts.assertionId());
        claims.putArray("type").add("VerifiableCredential").add("OpenBadgeCredential");
        copy(parts.badge(), "name", claims, "name");
        var issuer = profile(parts);
        claims.set("issuer", issuer);
        time(parts.assertion(), "issuedOn").ifPresent(at -> claims.put("validFrom", at.toString()));
        time(parts.assertion(), "expires").ifPresent(at -> claims.put("validUntil", at.toString()));
        var subject = claims.putObject("credentialSubject");
        subject.putArray("type").add("AchievementSubject");
        subject.putArray("identifier").add(identity(parts.assertion()));
        subject.set("achievement", achievement(parts, issuer));
        return claims;
    }

    private static ObjectNode profile(Parts parts) {
        var profile = JsonNodeFactory.instance.objectNode();
        profile.put("id", parts.issuerId());
        profile.putArray("type").add("Profile");
        copy(parts.issuer(), "name", profile, "name");
        return profile;
    }

    /** In 1.0 the recipient is the address itself, or its digest. */
    private static ObjectNode identity(JsonNode assertion) {
        var recipient = assertion.path("recipient");
        var identity = JsonNodeFactory.instance.objectNode();
        identity.put("type", "IdentityObject");
        if (recipient.isString()) {
            identity.put("identityType", "emailAddress");
            identity.put("hashed", recipient.stringValue().contains("$"));
            identity.set("identityHash", recipient);
            copy(assertion, "salt", identity, "salt");
            return identity;
        }
        var type = JsonTree.text(recipient, "type").orElse("");
        identity.put("identityType", IDENTITIES.getOrDefault(type, type));
        identity.put("hashed", recipient.path("hashed").asBoolean(false));
        copy(recipient, "identity", identity, "identityHash");
        copy(recipient, "salt", identity, "salt");
        return identity;
    }

    private static ObjectNode achievement(Parts parts, ObjectNode issuer) {
        var badge = parts.badge();
        var achievement = JsonNodeFactory.instance.objectNode();
        achievement.put("id", parts.badgeId());
        achievement.putArray("type").add("Achievement");
        copy(badge, "name", achievement, "name");
        copy(badge, "description", achievement, "description");
        var criteria = achievement.putObject("criteria");
        copy(badge.path("criteria"), "narrative", criteria, "narrative");
        JsonTree.id(badge.path("criteria")).ifPresent(id -> criteria.put("id", id));
        JsonTree.id(badge.path("image")).ifPresent(id -> achievement.put("image", id));
        achievement.set("creator", issuer.deepCopy());
        var alignments = achievement.putArray("alignment");
        JsonTree.items(badge, "alignment").forEach(a -> alignments.add(alignment(a)));
        return achievement;
    }

    private static ObjectNode alignment(JsonNode alignment) {
        var upgraded = JsonNodeFactory.instance.objectNode();
        upgraded.putArray("type").add("Alignment");
        ALIGNMENT.forEach(property -> copy(alignment, property, upgraded, property));
        // The names of 1.1.
        copy(alignment, "name", upgraded, "targetName");
        copy(alignment, "url", upgraded, "targetUrl");
        return upgraded;
    }

    private static void copy(JsonNode from, String property, ObjectNode to, String name) {
        if (!to.has(name)) {
            JsonTree.text(from, property).ifPresent(text -> to.put(name, text));
        }
    }

    /** A time, a date (its first instant), or in 1.x seconds since 1970. */
    static Optional<Instant> time(JsonNode node, String property) {
        var value = node.path(property);
        if (value.isNumber()) {
            var seconds = value.decimalValue();
            return seconds.signum() >= 0 && seconds.compareTo(LAST_SECOND) <= 0
                    ? Optional.of(Instant.ofEpochSecond(seconds.longValue()))
                    : Optional.empty();
        }
        return JsonTree.text(node, property)
                .flatMap(text -> Timestamp.parse(text).or(() -> firstInstant(text)));
    }

    private static Optional<Instant> firstInstant(String date) {
        try {
            return Optional.of(LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (DateTimeException _) {
            return Optional.empty(); // no date either
        }
    }
}
