package dev.assay.hiring.testkit;

import dev.assay.credential.issue.BadgeAward;
import dev.assay.credential.issue.OpenBadgeIssuer;
import dev.assay.credential.proof.DataIntegritySigner;
import dev.assay.credential.proof.Ed25519SigningKey;
import dev.assay.credential.proof.ProofSuite;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.UUID;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A school whose keys stand in a document of its own (did:web), which has to be fetched. */
public final class WebSchool {
    private static final Instant AWARDED = Instant.parse("2026-03-02T10:00:00Z");

    private final Ed25519SigningKey key = Ed25519SigningKey.generate();
    private final String host = "school-" + UUID.randomUUID() + ".example";

    /** What to register. */
    public String issuerId() {
        return "did:web:" + host;
    }

    /** An address at this school's host. */
    public String address(String path) {
        return "https://" + host + path;
    }

    /** Makes its keys known. */
    public void publishKeys(PinnedFolder web) {
        web.put(address("/.well-known/did.json"), controllerDocument().toString());
    }

    public ObjectNode badge(String email, String skillUri) {
        return sign(unsigned(email, skillUri));
    }

    /** A badge before it is signed. */
    public ObjectNode unsigned(String email, String skillUri) {
        var award =
                BadgeAward.of(
                                "urn:uuid:" + UUID.randomUUID(),
                                address("/achievements/" + UUID.randomUUID()),
                                "A skill at school",
                                email,
                                "salt-" + UUID.randomUUID(),
                                AWARDED)
                        .withSkill(skillUri, "A skill", OptionalInt.empty());
        ObjectNode badge = OpenBadgeIssuer.create(key, "Web School").unsigned(award);
        badge.withObjectProperty("issuer").put("id", issuerId());
        return badge;
    }

    /** Signed in the name of its did:web. */
    public ObjectNode sign(ObjectNode document) {
        return signAs(document, method());
    }

    /** Signed with its key, which is claimed to be another's. */
    public ObjectNode signAs(ObjectNode document, String method) {
        return DataIntegritySigner.create(key, method, ProofSuite.EDDSA_RDFC_2022)
                .sign(document, AWARDED);
    }

    private ObjectNode controllerDocument() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("id", issuerId());
        document.putArray("verificationMethod")
                .addObject()
                .put("id", method())
                .put("type", "Multikey")
                .put("controller", issuerId())
                .put("publicKeyMultibase", key.publicKeyMultibase());
        document.putArray("assertionMethod").add(method());
        return document;
    }

    private String method() {
        return issuerId() + "#key-1";
    }
}
