package dev.assay.hiring.testkit;

import dev.assay.credential.issue.BadgeAward;
import dev.assay.credential.issue.OpenBadgeIssuer;
import dev.assay.credential.proof.DataIntegritySigner;
import dev.assay.credential.proof.Ed25519SigningKey;
import dev.assay.credential.proof.ProofSuite;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** Badges for the tests, genuinely signed by a school that nobody knows until it is registered. */
public final class Badges {
    private static final Instant AWARDED = Instant.parse("2026-03-02T10:00:00Z");

    private final Ed25519SigningKey key = Ed25519SigningKey.generate();
    private final OpenBadgeIssuer issuer = OpenBadgeIssuer.create(key, "Quayside College");

    /** What to register. */
    public String issuerId() {
        return issuer.id();
    }

    /** A badge for one skill that says nothing about a level. */
    public ObjectNode badge(String email, String skillUri) {
        return issue(award(email).withSkill(skillUri, "A skill", OptionalInt.empty()));
    }

    /** A badge for one skill at a level. */
    public ObjectNode badge(String email, String skillUri, int level) {
        return issue(award(email).withSkill(skillUri, "A skill", OptionalInt.of(level)));
    }

    /** A badge that was good until the day after it was awarded. */
    public ObjectNode expired(String email, String skillUri) {
        return issue(
                award(email)
                        .withSkill(skillUri, "A skill", OptionalInt.empty())
                        .withValidUntil(AWARDED.plusSeconds(86_400)));
    }

    /** An award without skills, to be completed and {@link #issue issued}. */
    public BadgeAward award(String email) {
        return BadgeAward.of(
                "urn:uuid:" + UUID.randomUUID(),
                "https://quayside.example/achievements/" + UUID.randomUUID(),
                "A skill at Quayside",
                email,
                "salt-" + UUID.randomUUID(),
                AWARDED);
    }

    public ObjectNode issue(BadgeAward award) {
        return issuer.issue(award);
    }

    /** Whatever it says, signed with this school's key. */
    public ObjectNode signed(ObjectNode badge) {
        ObjectNode unsigned = badge.deepCopy();
        unsigned.remove("proof");
        return DataIntegritySigner.create(key, ProofSuite.EDDSA_RDFC_2022).sign(unsigned, AWARDED);
    }

    /** The same badge with a word changed after it was signed. */
    public static ObjectNode altered(ObjectNode badge) {
        ObjectNode copy = badge.deepCopy();
        copy.put("name", "A better skill");
        return copy;
    }
}
