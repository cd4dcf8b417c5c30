package dev.assay.credential.check;

import static dev.assay.credential.fixture.Samples.check;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.credential.CredentialVerifier;
import dev.assay.credential.VerificationPolicy;
import dev.assay.credential.fixture.Samples;
import dev.assay.credential.model.Recipient;
import dev.assay.credential.proof.DataIntegritySigner;
import dev.assay.credential.proof.ProofSuite;
import dev.assay.credential.report.CheckName;
import dev.assay.credential.report.IgnoreReason;
import dev.assay.credential.report.Outcome;
import dev.assay.credential.report.VerificationReport;
import dev.assay.credential.source.DocumentSource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

@DisplayName("F10: time")
class ValidityTest {

    private static final Instant END = Instant.parse("2026-09-30T00:00:00Z");

    /** Seconds from the edge to now, by clock skew. */
    @Nested
    class AtItsEnd {

        @ParameterizedTest
        @CsvSource({
            "0, -1, passed ok",
            "0, 0, failed expired",
            "0, 1, failed expired",
            "60, 59, passed ok",
            "60, 60, failed expired",
            "60, 61, failed expired"
        })
        void aCredentialOfDataModel2Expires(int skew, int seconds, String expected) {
            var badge = Samples.sign(Samples.unsigned().put("validUntil", END.toString()));

            var report = verify(badge, END.plusSeconds(seconds), skew);

            assertThat(check(report, CheckName.VALIDITY)).isEqualTo(expected);
        }

        @ParameterizedTest
        @CsvSource({"59, passed ok", "60, failed expired", "61, failed expired"})
        void aCredentialOfDataModel1Expires(int seconds, String expected) {
            var badge =
                    Samples.sign(
                            Samples.unsignedOfDataModel1().put("expirationDate", END.toString()),
                            ProofSuite.ED25519_SIGNATURE_2020);

            var report = verify(badge, END.plusSeconds(seconds), 60);

            assertThat(check(report, CheckName.VALIDITY)).isEqualTo(expected);
        }

        @Test
        void anExpiredCredentialIsIgnoredAsExpired() {
            var badge = Samples.sign(Samples.unsigned().put("validUntil", END.toString()));

            var report = verify(badge, END.plusSeconds(3600), 60);

            assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(report.ignoreReason()).contains(IgnoreReason.EXPIRED);
            assertThat(check(report, CheckName.PROOF)).isEqualTo("passed ok");
        }
    }

    @Nested
    class AtItsStart {

        @ParameterizedTest
        @CsvSource({
            "0, -1, failed not-yet-valid",
            "0, 0, passed ok",
            "0, 1, passed ok",
            "60, -61, failed not-yet-valid",
            "60, -60, passed ok",
            "60, -59, passed ok"
        })
        void aCredentialBegins(int skew, int seconds, String expected) {
            var report = verify(Samples.badge(), Samples.FROM.plusSeconds(seconds), skew);

            assertThat(check(report, CheckName.VALIDITY)).isEqualTo(expected);
        }
    }

    @Nested
    class OfTheProof {

        @ParameterizedTest
        @CsvSource({"61, failed proof-from-the-future", "60, passed ok", "59, passed ok"})
        void theTimeOfMakingMayLieAheadBySkew(int seconds, String expected) {
            var badge = signedAt(Samples.NOW.plusSeconds(seconds));

            assertThat(check(verify(badge, Samples.NOW, 60), CheckName.PROOF)).isEqualTo(expected);
        }

        @ParameterizedTest
        @ValueSource(strings = {"2026-01-10", "2026-01-10T08:00:00", "soon", ""})
        void aMalformedTimeFails(String created) {
            var badge = Samples.badge();
            ((ObjectNode) badge.path("proof")).put("created", created);

            assertThat(check(verify(badge, Samples.NOW, 60), CheckName.PROOF))
                    .isEqualTo("failed malformed-date");
        }

        @Test
        void anExpiredProofFails() {
            var badge = Samples.badge();
            ((ObjectNode) badge.path("proof")).put("expires", "2026-05-01T00:00:00Z");

            assertThat(check(verify(badge, Samples.NOW, 60), CheckName.PROOF))
                    .isEqualTo("failed proof-expired");
        }

        private static ObjectNode signedAt(Instant created) {
            return DataIntegritySigner.create(Samples.KEY, ProofSuite.EDDSA_RDFC_2022)
                    .sign(Samples.unsigned(), created);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-09-30",
                "2026-09-30T00:00:00",
                "2026-09-30T00:00Z",
                "2026-02-30T00:00:00Z",
                "2026-09-30T24:00:00Z",
                "2026-09-30 00:00:00Z",
                " 2026-09-30T00:00:00Z",
                "12026-09-30T00:00:00Z",
                "never",
                ""
            })
    void aDateThatMeansNoInstantFails(String date) {
        var report =
                verify(Samples.sign(Samples.unsigned().put("validUntil", date)), Samples.NOW, 60);

        assertThat(check(report, CheckName.STRUCTURE)).isEqualTo("failed malformed-date");
    }

    @Test
    void aDateThatIsNoTextFails() {
        var report =
                verify(Samples.sign(Samples.unsigned().put("validUntil", 2027)), Samples.NOW, 60);

        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-01T13:59:59+02:00, failed expired",
        "2026-06-01T14:00:00+02:00, failed expired",
        "2026-06-01T14:00:01+02:00, passed ok",
        "2026-06-01T12:00:00.001Z, passed ok"
    })
    void itsTimeZoneCounts(String end, String expected) {
        var badge = Samples.sign(Samples.unsigned().put("validUntil", end));

        assertThat(check(verify(badge, Samples.NOW, 0), CheckName.VALIDITY)).isEqualTo(expected);
    }

    private static VerificationReport verify(ObjectNode badge, Instant now, int skew) {
        var policy = VerificationPolicy.standard().withClockSkew(Duration.ofSeconds(skew));
        return CredentialVerifier.create(InstantSource.fixed(now), DocumentSource.none(), policy)
                .verify(badge.toString().getBytes(StandardCharsets.UTF_8), Recipient.none());
    }
}
