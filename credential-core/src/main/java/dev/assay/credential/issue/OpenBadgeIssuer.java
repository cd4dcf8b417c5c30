package dev.assay.credential.issue;

import dev.assay.credential.model.Alignment;
import dev.assay.credential.model.Party;
import dev.assay.credential.proof.DataIntegritySigner;
import dev.assay.credential.proof.Ed25519SigningKey;
import dev.assay.credential.proof.ProofSuite;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Issues Open Badges 3.0 in the Verifiable Credentials 2.0 data model, signed in the name of a
 * did:key. Writes no e-mail address in the clear. Thread-safe.
 */
public final class OpenBadgeIssuer {

    private static final String VC_2 = "https://www.w3.org/ns/credentials/v2";
    private static final String OB_3 = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";

    private final Ed25519SigningKey key;
    private final String name;
    private final DataIntegritySigner signer;

    private OpenBadgeIssuer(Ed25519SigningKey key, String name, ProofSuite suite) {
        this.key = key;
        this.name = name;
        this.signer = DataIntegritySigner.create(key, suite);
    }

    /** An issuer that signs with eddsa-rdfc-2022, which every Open Badges 3.0 verifier reads. */
    public static OpenBadgeIssuer create(Ed25519SigningKey key, String name) {
        return create(key, name, ProofSuite.EDDSA_RDFC_2022);
    }

    public static OpenBadgeIssuer create(Ed25519SigningKey key, String name, ProofSuite suite) {
        return new OpenBadgeIssuer(key, name, suite);
    }

    /** The issuer's id: its did:key. */
    public String id() {
        return key.didKey();
    }

    public String name() {
        return name;
    }

    /** The signed badge, dated as valid from its award. */
    public ObjectNode issue(BadgeAward award) {
        return signer.sign(unsigned(award), award.validFrom());
    }

    /** The badge before it is signed. */
    public ObjectNode unsigned(BadgeAward award) {
        var badge = object();
        badge.putArray("@context").add(VC_2).add(OB_3);
        badge.put("id", award.credentialId());
        badge.putArray("type").add("VerifiableCredential").add("OpenBadgeCredential");
        badge.put("name", award.name());
        badge.set("issuer", profile(new Party(id(), Optional.of(name))));
        badge.put("validFrom", text(award.validFrom()));
        award.validUntil().ifPresent(end -> badge.put("validUntil", text(end)));
        badge.set("credentialSubject", subject(award));
        if (!award.statuses().isEmpty()) {
            var statuses = badge.putArray("credentialStatus");
            award.statuses().forEach(status -> statuses.add(status(status)));
        }
        return badge;
    }

    private static ObjectNode status(BadgeAward.AwardedStatus status) {
        var entry = object();
        entry.put("id", status.list() + "#" + status.index());
        entry.put("type", "BitstringStatusListEntry");
        entry.put("statusPurpose", status.purpose().wireName());
        entry.put("statusListIndex", Integer.toString(status.index()));
        entry.put("statusListCredential", status.list());
        return entry;
    }

    private static ObjectNode subject(BadgeAward award) {
        var subject = object();
        subject.putArray("type").add("AchievementSubject");
        subject.putArray("identifier").add(identity(award));
        var achievement = achievement(award);
        subject.set("achievement", achievement);
        var results = object().putArray("result");
        for (int i = 0; i < award.skills().size(); i++) {
            var skill = award.skills().get(i);
            if (skill.level().isPresent()) {
                var description = "urn:assay:result:" + i;
                achievement
                        .withArrayProperty("resultDescription")
                        .add(rubric(description, skill.alignment()));
                results.add(result(description, skill.level().getAsInt()));
            }
        }
        if (!results.isEmpty()) {
            subject.set("result", results);
        }
        return subject;
    }

    private static ObjectNode identity(BadgeAward award) {
        var identity = object();
        identity.put("type", "IdentityObject");
        identity.put("identityType", "emailAddress");
        identity.put("hashed", true);
        identity.put("salt", award.salt());
        identity.put("identityHash", hash(award.email().toLowerCase(Locale.ROOT), award.salt()));
        return identity;
    }

    private static String hash(String email, String salt) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest((email + salt).getBytes(StandardCharsets.UTF_8));
            return "sha256$" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the JDK lacks SHA-256", e);
        }
    }

    private static ObjectNode achievement(BadgeAward award) {
        var achievement = object();
        achievement.put("id", award.achievementId());
        achievement.putArray("type").add("Achievement");
        achievement.put("name", award.name());
        achievement.put("description", award.description());
        achievement.putObject("criteria").put("narrative", award.criteria());
        award.creator().ifPresent(party -> achievement.set("creator", profile(party)));
        if (!award.skills().isEmpty()) {
            var alignments = achievement.putArray("alignment");
            award.skills().forEach(skill -> alignments.add(alignment(skill.alignment())));
        }
        return achievement;
    }

    private static ObjectNode profile(Party party) {
        var profile = object();
        profile.put("id", party.id());
        profile.putArray("type").add("Profile");
        party.name().ifPresent(name -> profile.put("name", name));
        return profile;
    }

    private static ObjectNode alignment(Alignment alignment) {
        var node = object();
        node.putArray("type").add("Alignment");
        node.put("targetName", alignment.targetName());
        node.put("targetUrl", alignment.targetUrl());
        alignment.targetFramework().ifPresent(value -> node.put("targetFramework", value));
        alignment.targetCode().ifPresent(value -> node.put("targetCode", value));
        alignment.targetType().ifPresent(value -> node.put("targetType", value));
        return node;
    }

    /** A rubric of the levels 1 to 5 for one skill. */
    private static ObjectNode rubric(String id, Alignment alignment) {
        var description = object();
        description.put("id", id);
        description.putArray("type").add("ResultDescription");
        description.put("name", alignment.targetName());
        description.put("resultType", "RubricCriterionLevel");
        description.putArray("alignment").add(alignment(alignment));
        var levels = description.putArray("rubricCriterionLevel");
        for (int level = 1; level <= 5; level++) {
            var node = levels.addObject();
            node.put("id", levelId(id, level));
            node.putArray("type").add("RubricCriterionLevel");
            node.put("name", "Level " + level);
            node.put("level", Integer.toString(level));
        }
        return description;
    }

    private static ObjectNode result(String description, int level) {
        var result = object();
        result.putArray("type").add("Result");
        result.put("resultDescription", description);
        result.put("achievedLevel", levelId(description, level));
        return result;
    }

    private static String levelId(String description, int level) {
        return description + ":level:" + level;
    }

    private static String text(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
