package dev.assay.credential;

import static dev.assay.credential.fixture.Samples.check;
import static dev.assay.credential.fixture.Samples.verify;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.credential.fixture.Samples;
import dev.assay.credential.model.Recipient;
import dev.assay.credential.proof.ProofSuite;
import dev.assay.credential.report.CheckCode;
import dev.assay.credential.report.CheckName;
import dev.assay.credential.report.CheckOutcome;
import dev.assay.credential.report.IgnoreReason;
import dev.assay.credential.report.Outcome;
import dev.assay.credential.report.VerificationReport;
import dev.assay.credential.source.StatusSource;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

@DisplayName("F1: a verdict for every check, and the worst of the required ones for the whole")
class CredentialVerifierTest {

    @Nested
    class AGenuineBadge {

        @ParameterizedTest
        @EnumSource(value = ProofSuite.class, mode = EnumSource.Mode.MATCH_ANY, names = "ED.*")
        void isVerifiedInEverySuite(ProofSuite suite) {
            var report = verify(Samples.sign(Samples.unsigned(suite), suite));

            assertThat(report.outcome()).isEqualTo(Outcome.VERIFIED);
            assertThat(report.ignoreReason()).isEmpty();
            assertThat(report.format().wireName()).isEqualTo("open-badges-3");
            assertThat(report.proof().orElseThrow().type()).isEqualTo(suite.type());
            assertThat(report.proof().orElseThrow().cryptosuite()).isEqualTo(suite.cryptosuite());
        }

        @Test
        void hasEveryCheckReported() {
            assertThat(verify(Samples.badge()).checks())
                    .extracting(check -> check.name().wireName() + " " + check.code().wireName())
                    .containsExactly(
                            "structure ok",
                            "context ok",
                            "proof ok",
                            "key-binding ok",
                            "validity ok",
                            "status not-declared",
                            "schema not-declared",
                            "items not-declared",
                            "subject not-asked",
                            "achievement-authority creator-not-stated",
                            "issuer-trust registry-not-consulted",
                            "refresh not-declared",
                            "endorsements not-declared");
        }

        @Test
        void hasTheSameReportEveryTime() {
            var first = verify(Samples.badge());

            assertThat(verify(Samples.badge())).isEqualTo(first);
            assertThat(verify(Samples.parse(Samples.badge().toPrettyString()))).isEqualTo(first);
        }

        @Test
        void mayBeAPlainCredentialThatIsNoBadge() {
            var credential = Samples.unsigned().retain("@context", "id", "issuer", "validFrom");
            credential.putArray("type").add("VerifiableCredential");
            credential.putObject("credentialSubject").put("id", "did:example:holder");

            var report = verify(Samples.sign(credential));

            assertThat(report.outcome()).isEqualTo(Outcome.VERIFIED);
            assertThat(report.format().wireName()).isEqualTo("verifiable-credential");
            assertThat(check(report, CheckName.ACHIEVEMENT_AUTHORITY))
                    .isEqualTo("not-applicable not-relevant");
        }
    }

    @Nested
    class Structure {

        @ParameterizedTest
        @ValueSource(strings = {"issuer", "validFrom", "credentialSubject"})
        void needsItsParts(String property) {
            var badge = Samples.unsigned();
            badge.remove(property);

            assertThat(structure(badge)).isEqualTo("failed missing-property");
        }

        @ParameterizedTest
        @ValueSource(strings = {"id", "name", "description", "criteria"})
        void needsThePartsOfItsAchievement(String property) {
            var badge = Samples.unsigned();
            achievement(badge).remove(property);

            assertThat(structure(badge)).isEqualTo("failed missing-property");
        }

        @Test
        void needsSomethingToTellTheSubjectBy() {
            var badge = Samples.unsigned();
            subject(badge).remove("identifier");

            assertThat(structure(badge)).isEqualTo("failed missing-property");
        }

        @Test
        void allowsOneSubjectOnly() {
            var badge = Samples.unsigned();
            var subject = badge.remove("credentialSubject");
            badge.putArray("credentialSubject").add(subject).add(subject.deepCopy());

            assertThat(structure(badge)).isEqualTo("failed malformed-property");
        }

        @Test
        void allowsOneAchievementOnly() {
            var badge = Samples.unsigned();
            var achievement = subject(badge).remove("achievement");
            subject(badge).putArray("achievement").add(achievement).add(achievement.deepCopy());

            assertThat(structure(badge)).isEqualTo("failed malformed-property");
        }

        @ParameterizedTest
        @ValueSource(strings = {"no iri", "", "relative"})
        void needsAnIssuerWithAnIri(String id) {
            var badge = Samples.unsigned().put("issuer", id);

            assertThat(structure(badge)).isEqualTo("failed malformed-property");
        }

        private static String structure(ObjectNode badge) {
            var report = verify(Samples.sign(badge, ProofSuite.EDDSA_JCS_2022));
            assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
            return check(report, CheckName.STRUCTURE);
        }
    }

    @Nested
    class AProof {

        /** VC-DI-EDDSA §3.3.2: what the proof was made under, the document begins with. */
        @Test
        void byJcsHoldsUnderItsOwnContextsOnly() {
            var badge = Samples.sign(Samples.unsigned(), ProofSuite.EDDSA_JCS_2022);
            var contexts = badge.path("@context");
            badge.putArray("@context")
                    .add("https://www.w3.org/ns/credentials/v2")
                    .add("https://purl.imsglobal.org/spec/ob/v3p0/extensions.json")
                    .add(contexts.path(1));

            assertThat(check(verify(badge), CheckName.PROOF)).isEqualTo("failed proof-malformed");
        }

        @Test
        void mustBeThere() {
            assertThat(proof(Samples.unsigned())).isEqualTo("failed proof-missing");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "authentication",
                    "keyAgreement",
                    "capabilityInvocation",
                    "assertion",
                    ""
                })
        void mustBeMadeToStateSomething(String purpose) {
            assertThat(proof(altered(p -> p.put("proofPurpose", purpose))))
                    .isEqualTo("failed proof-purpose");
        }

        @ParameterizedTest
        @CsvSource({
            "proofValue, ''",
            "proofValue, z",
            "proofValue, z0OIl",
            "proofValue, u1234",
            "proofValue, z4HwAsa7GvwL7so7CoQ8v3Shzy"
        })
        void mustHaveAWellFormedValue(String property, String value) {
            assertThat(proof(altered(p -> p.put(property, value))))
                    .isEqualTo("failed proof-malformed");
        }

        @ParameterizedTest
        @ValueSource(strings = {"proofValue", "verificationMethod"})
        void mustHaveAllItsParts(String property) {
            assertThat(proof(altered(p -> p.remove(property)))).isEqualTo("failed proof-malformed");
        }

        @ParameterizedTest
        @CsvSource({
            "DataIntegrityProof, bbs-2023",
            "DataIntegrityProof, eddsa-rdfc-2022x",
            "Ed25519Signature2018, eddsa-rdfc-2022",
            "Ed25519Signature2020, eddsa-rdfc-2022",
            "JsonWebSignature2020, ''"
        })
        void ofAnotherSuiteIsUndecided(String type, String suite) {
            var badge = altered(p -> p.put("type", type).put("cryptosuite", suite));

            assertThat(proof(badge)).isEqualTo("indeterminate proof-unsupported");
            assertThat(verify(badge).outcome()).isEqualTo(Outcome.INDETERMINATE);
        }

        @Test
        void ofAnotherSuiteMayStandBesideOneThatFits() {
            var badge = Samples.badge();
            var known = badge.remove("proof");
            var other = badge.putArray("proof").add(known).addObject();
            other.put("type", "DataIntegrityProof").put("cryptosuite", "bbs-2023");

            assertThat(verify(badge).outcome()).isEqualTo(Outcome.VERIFIED);
        }

        @Test
        void thatFitsDoesNotCoverForOneThatDoesNot() {
            var badge = Samples.badge();
            var known = badge.remove("proof");
            var second = (ObjectNode) known.deepCopy();
            second.put("created", "2026-01-11T08:00:00Z");
            badge.putArray("proof").add(known).add(second);

            assertThat(proof(badge)).isEqualTo("failed signature-invalid");
        }

        @Test
        void ofAnotherSuiteDoesNotCoverForOneThatDoesNotFit() {
            var badge = altered(p -> p.put("created", "2026-01-11T08:00:00Z"));
            var broken = badge.remove("proof");
            var other = badge.putArray("proof").add(broken).addObject();
            other.put("type", "DataIntegrityProof").put("cryptosuite", "bbs-2023");

            assertThat(proof(badge)).isEqualTo("failed signature-invalid");
        }

        @ParameterizedTest
        @CsvSource({"16, failed signature-invalid", "17, failed proof-malformed"})
        void mayBeOneOfSixteen(int count, String expected) {
            var badge = altered(p -> p.put("created", "2026-01-11T08:00:00Z"));
            var proof = badge.remove("proof");
            var proofs = badge.putArray("proof");
            for (int i = 0; i < count; i++) {
                proofs.add(proof.deepCopy());
            }

            assertThat(proof(badge)).isEqualTo(expected);
        }

        @ParameterizedTest
        @ValueSource(strings = {"text", "https://example.org/proof"})
        void thatIsNoObjectFails(String value) {
            assertThat(proof(Samples.badge().put("proof", value)))
                    .isEqualTo("failed proof-malformed");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ",
                    "did:key:zQ3shokFTS3brHcDQrn82RUDfCZESWL1ZdCEJwekUDPQiYBme",
                    "did:key:",
                    "did:jwk:e30",
                    "urn:x",
                    "http://example.org/key"
                })
        void withoutAUsableKeyFails(String method) {
            assertThat(proof(altered(p -> p.put("verificationMethod", method))))
                    .isEqualTo("failed key-unusable");
        }

        @Test
        void byADidMethodWeDoNotResolveIsUndecided() {
            assertThat(proof(altered(p -> p.put("verificationMethod", "did:ion:abc#key"))))
                    .isEqualTo("indeterminate key-unavailable");
        }

        private static ObjectNode altered(Consumer<ObjectNode> change) {
            var badge = Samples.badge();
            change.accept((ObjectNode) badge.path("proof"));
            return badge;
        }

        private static String proof(ObjectNode badge) {
            var report = verify(badge);
            if (report.check(CheckName.PROOF).outcome() != CheckOutcome.PASSED) {
                assertThat(report.outcome()).isNotEqualTo(Outcome.VERIFIED);
            }
            return check(report, CheckName.PROOF);
        }
    }

    @Nested
    class Status {

        private static final String ENTRY =
                """
                {"id": "https://status.example/1#5", "type": "BitstringStatusListEntry",
                 "statusPurpose": "revocation", "statusListIndex": "5",
                 "statusListCredential": "https://status.example/1"}
                """;

        @ParameterizedTest
        @CsvSource({
            "BitstringStatusListEntry, status-entry-malformed",
            "StatusList2021Entry, status-entry-malformed",
            "1EdTechRevocationList, status-list-unavailable",
            "SomethingNew2031, status-type-unsupported"
        })
        void thatCannotBeLookedUpIsUndecided(String type, String code) {
            var credential = Samples.unsigned();
            credential
                    .putObject("credentialStatus")
                    .put("id", "https://s.example/1")
                    .put("type", type);

            var report = verify(Samples.sign(credential, ProofSuite.EDDSA_JCS_2022));

            assertThat(check(report, CheckName.STATUS)).isEqualTo("indeterminate " + code);
            assertThat(report.outcome()).isNotEqualTo(Outcome.VERIFIED);
        }

        @Test
        void ofAnUnknownTypeIsNeverAllClear() {
            var report =
                    withStatus(
                            new StatusSource.Answer.Unavailable(
                                    CheckCode.STATUS_TYPE_UNSUPPORTED, "unknown type"));

            assertThat(report.outcome()).isEqualTo(Outcome.INDETERMINATE);
            assertThat(report.ignoreReason()).contains(IgnoreReason.COULD_NOT_CHECK);
        }

        @Test
        void thatIsClearPasses() {
            assertThat(withStatus(new StatusSource.Answer.Clear(Optional.empty())).outcome())
                    .isEqualTo(Outcome.VERIFIED);
        }

        @Test
        void thatIsRevokedFails() {
            var report = withStatus(new StatusSource.Answer.Revoked("revoked"));

            assertThat(check(report, CheckName.STATUS)).isEqualTo("failed revoked");
            assertThat(report.ignoreReason()).contains(IgnoreReason.REVOKED);
        }

        @Test
        void thatIsSuspendedFails() {
            var report =
                    withStatus(new StatusSource.Answer.Suspended("suspended", Optional.empty()));

            assertThat(check(report, CheckName.STATUS)).isEqualTo("failed suspended");
            assertThat(report.ignoreReason()).contains(IgnoreReason.SUSPENDED);
        }

        @ParameterizedTest
        @CsvSource({
            "clear, clear, passed ok",
            "clear, unavailable, indeterminate status-not-checked",
            "unavailable, clear, indeterminate status-not-checked",
            "unavailable, revoked, failed revoked",
            "revoked, clear, failed revoked"
        })
        void ofSeveralEntriesIsTheWorst(String first, String second, String expected) {
            var credential = Samples.unsigned();
            var entries = credential.putArray("credentialStatus");
            entries.add(Samples.parse(ENTRY).put("id", "https://status.example/" + first));
            entries.add(Samples.parse(ENTRY).put("id", "https://status.example/" + second + "#2"));

            var report =
                    asking(
                            Samples.sign(credential),
                            q -> answer(q.entry().path("id").stringValue().split("[/#]")[3]));

            assertThat(check(report, CheckName.STATUS)).isEqualTo(expected);
        }

        private static StatusSource.Answer answer(String word) {
            return switch (word) {
                case "clear" -> new StatusSource.Answer.Clear(Optional.empty());
                case "revoked" -> new StatusSource.Answer.Revoked("revoked");
                default ->
                        new StatusSource.Answer.Unavailable(
                                CheckCode.STATUS_NOT_CHECKED, "unreachable");
            };
        }

        private static VerificationReport withStatus(StatusSource.Answer answer) {
            var credential = Samples.unsigned();
            credential.set("credentialStatus", Samples.parse(ENTRY));
            return asking(
                    Samples.sign(credential),
                    question -> {
                        assertThat(question.entry()).isEqualTo(Samples.parse(ENTRY));
                        assertThat(question.issuerId()).isEqualTo(Samples.KEY.didKey());
                        assertThat(question.credentialId())
                                .contains(Samples.award().credentialId());
                        return answer;
                    });
        }

        private static VerificationReport asking(ObjectNode badge, StatusSource statuses) {
            return Samples.verifier()
                    .withStatuses(statuses)
                    .verify(badge.toString().getBytes(StandardCharsets.UTF_8), Recipient.none());
        }
    }

    @Test
    void aDeclaredSchemaThatCannotBeHadIsUndecided() {
        var badge = Samples.unsigned();
        badge.putObject("credentialSchema")
                .put("id", "https://schema.example/1")
                .put("type", "1EdTechJsonSchemaValidator2019");

        var report = verify(Samples.sign(badge, ProofSuite.EDDSA_JCS_2022));

        assertThat(check(report, CheckName.SCHEMA)).isEqualTo("indeterminate schema-unavailable");
        assertThat(report.outcome()).isNotEqualTo(Outcome.VERIFIED);
    }

    @Nested
    @DisplayName("F8: whether the issuer awards its own achievement")
    class Authority {

        @Test
        void isTheIssuersForAnAchievementOfItsOwn() {
            assertThat(authority(Samples.KEY.didKey())).isEqualTo("passed ok");
        }

        @Test
        void isMissingForAnAchievementOfAnother() {
            assertThat(authority("did:example:another")).isEqualTo("failed creator-is-another");
        }

        private static String authority(String creator) {
            var badge = Samples.unsigned();
            achievement(badge).putObject("creator").put("id", creator).put("type", "Profile");
            var report = verify(Samples.sign(badge));
            assertThat(report.outcome()).isEqualTo(Outcome.VERIFIED);
            return check(report, CheckName.ACHIEVEMENT_AUTHORITY);
        }
    }

    private static ObjectNode subject(ObjectNode badge) {
        return (ObjectNode) badge.path("credentialSubject");
    }

    private static ObjectNode achievement(ObjectNode badge) {
        return (ObjectNode) subject(badge).path("achievement");
    }
}
