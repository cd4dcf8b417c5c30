package dev.assay.credential.check;

import static dev.assay.credential.fixture.Samples.check;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.credential.CredentialVerifier;
import dev.assay.credential.VerificationPolicy;
import dev.assay.credential.fixture.Samples;
import dev.assay.credential.fixture.Web;
import dev.assay.credential.model.Recipient;
import dev.assay.credential.proof.DataIntegritySigner;
import dev.assay.credential.proof.ProofSuite;
import dev.assay.credential.report.CheckName;
import dev.assay.credential.report.Outcome;
import dev.assay.credential.report.VerificationReport;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

@DisplayName("F21: the newer version that a refresh service has")
class RefreshTest {

    private static final String SERVICE = "https://academy.example/refresh/1";
    private static final String EXPIRED = "2026-03-01T00:00:00Z";

    private final Web web = new Web();

    @Test
    void replacesACredentialThatHasExpired() {
        web.with(SERVICE, Samples.sign(badge("2027-01-01T00:00:00Z")));

        var report = verify(Samples.sign(badge(EXPIRED)));

        assertThat(report.outcome()).isEqualTo(Outcome.VERIFIED);
        assertThat(check(report, CheckName.REFRESH)).isEqualTo("passed refreshed");
        assertThat(report.credential().orElseThrow().validUntil().orElseThrow())
                .isEqualTo("2027-01-01T00:00:00Z");
    }

    @Test
    void mayBeTheSame() {
        var badge = Samples.sign(badge("2027-01-01T00:00:00Z"));
        web.with(SERVICE, badge);

        assertThat(check(verify(badge), CheckName.REFRESH)).isEqualTo("passed ok");
    }

    @Test
    void isAskedForOnceOnly() {
        web.with(SERVICE, Samples.sign(badge("2027-01-01T00:00:00Z")));

        verify(Samples.sign(badge(EXPIRED)));

        assertThat(web.asked()).hasSize(1);
    }

    @Test
    void isNotAskedForBeforeTheProofHolds() {
        var forged = Samples.sign(badge(EXPIRED)).put("validUntil", "2027-01-01T00:00:00Z");

        var report = verify(forged);

        assertThat(web.asked()).isEmpty();
        assertThat(check(report, CheckName.REFRESH)).isEqualTo("not-applicable not-reached");
    }

    @Test
    void leavesTheOriginalWhereItCannotBeHad() {
        var report = verify(Samples.sign(badge("2027-01-01T00:00:00Z")));

        assertThat(report.outcome()).isEqualTo(Outcome.VERIFIED);
        assertThat(check(report, CheckName.REFRESH)).isEqualTo("indeterminate refresh-unavailable");
    }

    @ParameterizedTest
    @CsvSource({"id", "issuer", "signature", "age"})
    void leavesTheOriginalUnlessItIsTheSameCredentialProvenAnew(String fault) {
        var newer = badge("2027-01-01T00:00:00Z");
        var signed =
                switch (fault) {
                    case "id" -> Samples.sign(newer.put("id", "urn:uuid:other"));
                    case "issuer" -> {
                        ((ObjectNode) newer.path("issuer")).put("id", Samples.key(9).didKey());
                        yield DataIntegritySigner.create(Samples.key(9), ProofSuite.EDDSA_RDFC_2022)
                                .sign(newer, Samples.FROM);
                    }
                    case "age" -> Samples.sign(newer.put("validFrom", "2026-01-09T00:00:00Z"));
                    default -> Samples.sign(newer).put("name", "altered");
                };
        web.with(SERVICE, signed);

        var report = verify(Samples.sign(badge(EXPIRED)));

        assertThat(check(report, CheckName.REFRESH)).isEqualTo("indeterminate refresh-unusable");
        assertThat(check(report, CheckName.VALIDITY)).isEqualTo("failed expired");
    }

    @Test
    void ofAnotherKindIsNotAsked() {
        var badge = badge(EXPIRED);
        badge.putObject("refreshService")
                .put("id", SERVICE)
                .put("type", "https://refresh.example/types#Manual");

        var report = verify(Samples.sign(badge, ProofSuite.EDDSA_JCS_2022));

        assertThat(web.asked()).isEmpty();
        assertThat(check(report, CheckName.REFRESH))
                .isEqualTo("indeterminate refresh-type-unsupported");
    }

    @Test
    void isPartOfTheEvidence() {
        web.with(SERVICE, Samples.sign(badge("2027-01-01T00:00:00Z")));
        var verifier = verifier();
        var verified =
                verifier.verifyWithEvidence(bytes(Samples.sign(badge(EXPIRED))), Recipient.none());
        web.gone(SERVICE);

        assertThat(verifier.replay(verified.evidence(), Recipient.none()))
                .isEqualTo(verified.report());
    }

    private static ObjectNode badge(String until) {
        var badge = Samples.unsigned().put("validUntil", until);
        badge.withArrayProperty("@context")
                .add("https://purl.imsglobal.org/spec/ob/v3p0/extensions.json");
        badge.putObject("refreshService")
                .put("id", SERVICE)
                .put("type", "1EdTechCredentialRefresh");
        return badge;
    }

    private VerificationReport verify(ObjectNode badge) {
        return verifier().verify(bytes(badge), Recipient.none());
    }

    private CredentialVerifier verifier() {
        return CredentialVerifier.create(
                InstantSource.fixed(Samples.NOW), web, VerificationPolicy.standard());
    }

    private static byte[] bytes(ObjectNode badge) {
        return badge.toString().getBytes(StandardCharsets.UTF_8);
    }
}
