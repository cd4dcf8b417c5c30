package dev.assay.hiring.sample;

import dev.assay.credential.issue.BadgeAward;
import dev.assay.credential.model.Party;
import dev.assay.credential.proof.DataIntegritySigner;
import dev.assay.credential.proof.Ed25519SigningKey;
import dev.assay.credential.proof.ProofSuite;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Makes the sample's badges: each is awarded and signed as any badge is, and only then does its
 * fate befall it.
 */
final class BadgeWorkshop {
    private static final Duration BEFORE = Duration.ofDays(400);
    private static final Duration WHILE = Duration.ofDays(60);
    private static final int ALTERED_LEVEL = 5;
    private static final int REPLACED_LEVEL = 1;

    private final Instant now;

    BadgeWorkshop(Instant now) {
        this.now = now;
    }

    /** What a holder of this badge hands in: one document, or two when it was issued anew. */
    List<JsonNode> documents(SampleBadge badge, SampleApplicant holder) {
        Instant awarded = now.minus(SampleBadge.AGE);
        BadgeAward award = award(badge, badge.statedLevel(), holder.email(), awarded);
        return switch (badge.fate()) {
            case GENUINE -> List.of(signed(badge, award));
            case AS_TOKEN -> List.of(token(badge, award));
            case REISSUED ->
                    List.of(
                            signed(
                                    badge,
                                    award(
                                            badge,
                                            OptionalInt.of(REPLACED_LEVEL),
                                            holder.email(),
                                            now.minus(BEFORE))),
                            signed(badge, award));
            case EXPIRED -> List.of(signed(badge, award.withValidUntil(now.minus(WHILE))));
            case NOT_YET_VALID ->
                    List.of(
                            signed(
                                    badge,
                                    award(
                                            badge,
                                            badge.statedLevel(),
                                            holder.email(),
                                            now.plus(BEFORE))));
            case ALTERED -> List.of(altered(signed(badge, award)));
            case FOREIGN_KEY -> List.of(signedByAnother(badge, award));
            case SOMEBODY_ELSES ->
                    List.of(
                            signed(
                                    badge,
                                    award(
                                            badge,
                                            badge.statedLevel(),
                                            "not-" + holder.email(),
                                            awarded)));
            case WITHOUT_AUTHORITY -> List.of(signed(badge, award.withCreator(another(badge))));
            case REVOKED ->
                    List.of(signed(badge, SampleStatusLists.revoked(badge.issuer(), award)));
            case SUSPENDED ->
                    List.of(signed(badge, SampleStatusLists.suspended(badge.issuer(), award)));
            case ON_LISTS ->
                    List.of(signed(badge, SampleStatusLists.inForce(badge.issuer(), award)));
            case UNREACHABLE_LIST ->
                    List.of(signed(badge, SampleStatusLists.unreachable(badge.issuer(), award)));
            case OTHER_FORMAT -> List.of(blockcert(badge, award));
        };
    }

    private BadgeAward award(SampleBadge badge, OptionalInt level, String email, Instant awarded) {
        SampleIssuer issuer = badge.issuer();
        String slug = badge.skill().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        String person = HexFormat.of().toHexDigits(email.hashCode());
        return BadgeAward.of(
                        issuer.address("awards/" + slug + "-" + person),
                        issuer.address("achievements/" + slug),
                        title(badge.skill()),
                        email,
                        person + slug,
                        awarded)
                .withSkill(badge.skill().uri().toString(), badge.skill().label(), level);
    }

    private static String title(SampleSkill skill) {
        String label = skill.label();
        return label.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + label.substring(1);
    }

    private static ObjectNode signed(SampleBadge badge, BadgeAward award) {
        return badge.issuer().badges().issue(award);
    }

    private static ObjectNode altered(ObjectNode signed) {
        JsonNode result = signed.path("credentialSubject").path("result").path(0);
        String reached = result.path("achievedLevel").asString();
        ((ObjectNode) result)
                .put(
                        "achievedLevel",
                        reached.substring(0, reached.lastIndexOf(':') + 1) + ALTERED_LEVEL);
        return signed;
    }

    private static ObjectNode signedByAnother(SampleBadge badge, BadgeAward award) {
        return DataIntegritySigner.create(Ed25519SigningKey.generate(), ProofSuite.EDDSA_RDFC_2022)
                .sign(badge.issuer().badges().unsigned(award), award.validFrom());
    }

    private static Party another(SampleBadge badge) {
        SampleIssuer creator =
                badge.issuer() == SampleIssuer.TESSERA
                        ? SampleIssuer.NORTHGATE
                        : SampleIssuer.TESSERA;
        return new Party(creator.id(), Optional.of(creator.displayName()));
    }

    /** A VC-JWT with EdDSA (VC-JOSE-COSE §3.1; Open Badges 3.0 §8.2). */
    private static JsonNode token(SampleBadge badge, BadgeAward award) {
        Ed25519SigningKey key = badge.issuer().key();
        ObjectNode header = JsonNodeFactory.instance.objectNode();
        header.put("alg", "EdDSA").put("typ", "vc+jwt").put("kid", key.verificationMethod());
        String input =
                base64(header.toString())
                        + "."
                        + base64(badge.issuer().badges().unsigned(award).toString());
        byte[] signature = key.sign(input.getBytes(StandardCharsets.US_ASCII));
        return StringNode.valueOf(
                input + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature));
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A Blockcert 3.0: its proof leads to a block chain, which nobody here reads. */
    private static ObjectNode blockcert(SampleBadge badge, BadgeAward award) {
        ObjectNode credential = JsonNodeFactory.instance.objectNode();
        credential
                .putArray("@context")
                .add("https://www.w3.org/2018/credentials/v1")
                .add("https://w3id.org/blockcerts/v3");
        credential.put("id", award.credentialId());
        credential.putArray("type").add("VerifiableCredential").add("BlockcertsCredential");
        credential.put("issuer", badge.issuer().id());
        credential.put(
                "issuanceDate", award.validFrom().truncatedTo(ChronoUnit.SECONDS).toString());
        credential.putObject("credentialSubject").put("name", award.name());
        credential.putObject("proof").put("type", "MerkleProof2019").put("proofValue", "z0");
        return credential;
    }
}
