package dev.assay.credential.check;

import static dev.assay.credential.fixture.Samples.check;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.credential.fixture.Samples;
import dev.assay.credential.fixture.Tokens;
import dev.assay.credential.proof.DataIntegritySigner;
import dev.assay.credential.proof.Ed25519SigningKey;
import dev.assay.credential.proof.ProofSuite;
import dev.assay.credential.report.CheckName;
import dev.assay.credential.report.Outcome;
import dev.assay.credential.report.Part;
import dev.assay.credential.report.PartRole;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

@DisplayName("Open Badges 3.0, verification, step 6: endorsements by the same steps")
class EndorsementTest {

    private static final Ed25519SigningKey ENDORSER = Samples.key(5);

    @Test
    void isVerifiedLikeAnyCredential() {
        var badge = Samples.unsigned();
        badge.putArray("endorsement").add(endorsement(id(badge)));

        var report = Samples.verify(signed(badge));

        assertThat(check(report, CheckName.ENDORSEMENTS)).isEqualTo("passed ok");
        assertThat(report.parts())
                .extracting(Part::role, Part::pointer)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                PartRole.ENDORSEMENT, "/endorsement/0"));
    }

    @Test
    void mayBeOfTheIssuerAndOfTheAchievement() {
        var badge = Samples.unsigned();
        var issuer = (ObjectNode) badge.path("issuer");
        issuer.set("endorsement", endorsement(id(issuer)));
        var achievement = (ObjectNode) badge.at("/credentialSubject/achievement");
        achievement.set(
                "endorsement",
                sign(unsigned(id(achievement)).put("id", "urn:uuid:another-endorsement")));

        var report = Samples.verify(signed(badge));

        assertThat(report.parts())
                .extracting(Part::pointer)
                .containsExactly(
                        "/issuer/endorsement", "/credentialSubject/achievement/endorsement");
        assertThat(check(report, CheckName.ENDORSEMENTS)).isEqualTo("passed ok");
    }

    @Test
    void mayBeOfTheCreatorOfTheAchievement() {
        var badge = Samples.unsigned();
        var creator =
                ((ObjectNode) badge.at("/credentialSubject/achievement")).putObject("creator");
        creator.put("id", Samples.KEY.didKey()).put("type", "Profile");
        creator.set("endorsement", endorsement(Samples.KEY.didKey()));

        var report = Samples.verify(signed(badge));

        assertThat(report.parts())
                .extracting(Part::pointer)
                .containsExactly("/credentialSubject/achievement/creator/endorsement");
        assertThat(check(report, CheckName.ENDORSEMENTS)).isEqualTo("passed ok");
    }

    @Test
    void mayBeAToken() {
        var signer = Tokens.ed25519();
        var badge = Samples.unsigned();
        var token = unsigned(id(badge)).put("issuer", signer.did());
        badge.putArray("endorsementJwt").add(signer.token(signer.header(), token));

        var report = Samples.verify(Samples.sign(badge, ProofSuite.EDDSA_JCS_2022));

        assertThat(check(report, CheckName.ENDORSEMENTS)).isEqualTo("passed ok");
    }

    @Test
    void thatIsForgedIsToldAndLeavesTheBadgeAsItIs() {
        var badge = Samples.unsigned();
        badge.putArray("endorsement").add(endorsement(id(badge)).put("name", "altered"));

        var report = Samples.verify(signed(badge));

        assertThat(check(report, CheckName.ENDORSEMENTS)).isEqualTo("failed endorsement-failed");
        assertThat(report.outcome()).isEqualTo(Outcome.VERIFIED);
        assertThat(report.ignoreReason()).isEmpty();
    }

    @Test
    void ofSomethingElseIsTold() {
        var badge = Samples.unsigned();
        badge.putArray("endorsement").add(endorsement("urn:uuid:something-else"));

        assertThat(check(Samples.verify(signed(badge)), CheckName.ENDORSEMENTS))
                .isEqualTo("failed endorsement-foreign");
    }

    @Test
    void thatCannotBeCheckedIsNeverFine() {
        var badge = Samples.unsigned();
        var endorsement = unsigned(id(badge));
        endorsement.put("issuer", "https://board.example/issuer");
        badge.putArray("endorsement").add(sign(endorsement));

        var report = Samples.verify(signed(badge));

        assertThat(check(report, CheckName.ENDORSEMENTS)).isNotEqualTo("passed ok");
    }

    private static String id(ObjectNode node) {
        return node.path("id").stringValue();
    }

    private static ObjectNode signed(ObjectNode badge) {
        return Samples.sign(badge, ProofSuite.EDDSA_RDFC_2022);
    }

    private static ObjectNode endorsement(String of) {
        return sign(unsigned(of));
    }

    private static ObjectNode sign(ObjectNode endorsement) {
        return DataIntegritySigner.create(ENDORSER, ProofSuite.EDDSA_RDFC_2022)
                .sign(endorsement, Samples.FROM);
    }

    private static ObjectNode unsigned(String of) {
        var endorsement = Samples.parse("{}");
        endorsement
                .putArray("@context")
                .add("https://www.w3.org/ns/credentials/v2")
                .add("https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json");
        endorsement.put("id", "urn:uuid:e4d05f10-11aa-4c3d-8d0d-0d1b5d1f0b00");
        endorsement.putArray("type").add("VerifiableCredential").add("EndorsementCredential");
        endorsement.put("issuer", ENDORSER.didKey());
        endorsement.put("validFrom", "2026-01-10T08:00:00Z");
        endorsement
                .putObject("credentialSubject")
                .put("id", of)
                .put("endorsementComment", "Well done.")
                .putArray("type")
                .add("EndorsementSubject");
        return endorsement;
    }
}
