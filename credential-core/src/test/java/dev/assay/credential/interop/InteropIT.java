package dev.assay.credential.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.credential.CredentialVerifier;
import dev.assay.credential.VerificationPolicy;
import dev.assay.credential.issue.BadgeAward;
import dev.assay.credential.issue.OpenBadgeIssuer;
import dev.assay.credential.model.Recipient;
import dev.assay.credential.proof.DataIntegritySigner;
import dev.assay.credential.proof.Ed25519SigningKey;
import dev.assay.credential.proof.ProofSuite;
import dev.assay.credential.report.CheckName;
import dev.assay.credential.report.CheckOutcome;
import dev.assay.credential.report.Outcome;
import dev.assay.credential.report.VerificationReport;
import dev.assay.credential.source.DocumentSource;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InteropIT {

    private static final Instant FROM = Instant.parse("2026-01-10T08:00:00Z");
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final Instant UNTIL = Instant.parse("2027-01-10T08:00:00Z");
    private static final String HOLDER = "liv.berg@example.org";
    private static final String SKILL = "http://data.europa.eu/esco/skill/sample";

    private IndependentImplementation others;
    private List<ForeignBadge> badges;

    @BeforeAll
    void signOneOfEachKind() {
        others = IndependentImplementation.orSkip();
        badges =
                others.sign(
                        BadgeOrder.of(HOLDER, "Schweißen – Grundlagen", FROM)
                                .withValidUntil(UNTIL)
                                .withSkill(SKILL, "welding", 4));
    }

    List<ForeignBadge> badges() {
        return badges;
    }

    @Test
    void everyKindIsSigned() {
        assertThat(badges)
                .extracting(ForeignBadge::kind)
                .containsExactly(
                        "eddsa-rdfc-2022",
                        "eddsa-jcs-2022",
                        "Ed25519Signature2020",
                        "jwt-eddsa",
                        "jwt-es256",
                        "jwt-rs256");
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class ABadgeOfOthers {

        List<ForeignBadge> badges() {
            return badges;
        }

        @ParameterizedTest
        @MethodSource("badges")
        void isVerifiedForItsHolder(ForeignBadge badge) {
            var report = verify(badge.document(), NOW, HOLDER);

            assertThat(report.outcome()).isEqualTo(Outcome.VERIFIED);
            assertThat(report.check(CheckName.SUBJECT).outcome()).isEqualTo(CheckOutcome.PASSED);
            assertThat(report.credential().orElseThrow().issuer().id()).isEqualTo(badge.issuerId());
        }

        @ParameterizedTest
        @MethodSource("badges")
        void saysItsSkillAndLevel(ForeignBadge badge) {
            var skills = verify(badge.document(), NOW, HOLDER).credential().orElseThrow().skills();

            assertThat(skills)
                    .singleElement()
                    .satisfies(skill -> {
                        assertThat(skill.targetUrl()).isEqualTo(SKILL);
                        assertThat(skill.level()).isEqualTo(OptionalInt.of(4));
                    });
        }

        @ParameterizedTest
        @MethodSource("badges")
        void failsAtItsEnd(ForeignBadge badge) {
            var report = verify(badge.document(), UNTIL.plusSeconds(60), HOLDER);

            assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(report.check(CheckName.VALIDITY).outcome()).isEqualTo(CheckOutcome.FAILED);
        }

        @ParameterizedTest
        @MethodSource("badges")
        void failsWhenPromotedToAHigherLevel(ForeignBadge badge) {
            var report = verify(altered(badge, ":4\"", ":5\""), NOW, HOLDER);

            assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(report.check(CheckName.PROOF).outcome()).isEqualTo(CheckOutcome.FAILED);
        }

        @ParameterizedTest
        @MethodSource("badges")
        void isNotAboutSomebodyElse(ForeignBadge badge) {
            var report = verify(badge.document(), NOW, "somebody.else@example.org");

            assertThat(report.check(CheckName.SUBJECT).outcome()).isEqualTo(CheckOutcome.FAILED);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ProofSuite.class,
            names = {"EDDSA_RDFC_2022", "EDDSA_JCS_2022"})
    void othersVerifyWhatWeSign(ProofSuite suite) {
        var issuer = OpenBadgeIssuer.create(Ed25519SigningKey.generate(), "Werkstatt Süd", suite);
        var badge =
                issuer.issue(
                        BadgeAward.of(
                                        "urn:uuid:2f7d5a70-9a7b-4f5e-8d0d-0d1b5d1f0a11",
                                        "urn:uuid:6d0c4f5e-3a55-4b5e-9a5c-8f3d7c1b2a10",
                                        "Löten",
                                        HOLDER,
                                        "pinch",
                                        FROM)
                                .withSkill(SKILL, "soldering", OptionalInt.of(3))
                                .withValidUntil(UNTIL));

        assertThat(others.verifies(badge, NOW)).isTrue();
        assertThat(others.verifies(badge.put("validUntil", "2028-01-10T08:00:00Z"), NOW)).isFalse();
    }

    /**
     * Numbers are where JSON-LD libraries differ. (jsonld.js 9.0 reads 1e-7 as the integer 0,
     * because its text has no point; the algorithm makes it the double 1.0E-7, and so do we.)
     */
    @ParameterizedTest
    @ValueSource(doubles = {3, 2.5, 0.1, 1.5e-7, 1e21})
    void othersAgreeOnNumbers(double credits) {
        var key = Ed25519SigningKey.generate();
        var unsigned =
                OpenBadgeIssuer.create(key, "Werkstatt")
                        .unsigned(
                                BadgeAward.of(
                                        "urn:uuid:2f7d5a70-9a7b-4f5e-8d0d-0d1b5d1f0a11",
                                        "urn:uuid:6d0c4f5e-3a55-4b5e-9a5c-8f3d7c1b2a10",
                                        "Rechnen",
                                        HOLDER,
                                        "pinch",
                                        FROM));
        ((ObjectNode) unsigned.path("credentialSubject"))
                .put("creditsEarned", BigDecimal.valueOf(credits).stripTrailingZeros());
        var signed =
                DataIntegritySigner.create(key, ProofSuite.EDDSA_RDFC_2022).sign(unsigned, FROM);

        assertThat(verify(signed.toString(), NOW, HOLDER).outcome()).isEqualTo(Outcome.VERIFIED);
        assertThat(others.verifies(signed, NOW)).isTrue();
    }

    private static VerificationReport verify(String document, Instant now, String presenter) {
        return CredentialVerifier.create(
                        InstantSource.fixed(now),
                        DocumentSource.none(),
                        VerificationPolicy.standard())
                .verify(document.getBytes(StandardCharsets.UTF_8), Recipient.confirmed(presenter));
    }

    private static String altered(ForeignBadge badge, String from, String to) {
        if (!badge.isJwt()) {
            return replaceResult(badge.document(), from, to);
        }
        var parts = badge.document().split("\\.", -1);
        var claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        var forged = replaceResult(claims, from, to).getBytes(StandardCharsets.UTF_8);
        return parts[0]
                + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(forged)
                + "."
                + parts[2];
    }

    /** Only what the holder achieved, not the rubric it refers to. */
    private static String replaceResult(String json, String from, String to) {
        int at = json.indexOf("\"achievedLevel\"");
        int end = json.indexOf('}', at);
        var result = json.substring(at, end).replace(from, to);
        assertThat(result).isNotEqualTo(json.substring(at, end));
        return json.substring(0, at) + result + json.substring(end);
    }
}
