package dev.assay.credential.jsonld;

import static dev.assay.credential.fixture.Samples.check;
import static dev.assay.credential.fixture.Samples.verify;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.credential.fixture.Samples;
import dev.assay.credential.proof.ProofSuite;
import dev.assay.credential.report.CheckName;
import dev.assay.credential.report.IgnoreReason;
import dev.assay.credential.report.Outcome;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

@DisplayName("F18: every term known, every word covered")
class LinkedDataTest {

    private static final String VC_2 = "https://www.w3.org/ns/credentials/v2";
    private static final String OB_3 = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";

    @Nested
    class AContext {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://forger.example/context",
                    "https://www.w3.org/ns/credentials/v2 ",
                    "https://www.w3.org/ns/credentials/v2#",
                    "HTTPS://www.w3.org/ns/credentials/v2",
                    "http://www.w3.org/ns/credentials/v2",
                    "context.json",
                    ""
                })
        void thatIsNotBundledIsRefused(String address) {
            var badge = Samples.badge();
            badge.withArrayProperty("@context").add(address);

            assertThat(context(badge)).isEqualTo("failed unknown-context");
            assertThat(verify(badge).outcome()).isEqualTo(Outcome.FAILED);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{}",
                    "null",
                    "[\"https://www.w3.org/ns/credentials/v2\"]",
                    "{\"@vocab\":\"https://forger.example/\"}",
                    "{\"validUntil\":\"https://forger.example/x\"}",
                    "{\"@protected\":false}",
                    "{\"@import\":\"https://www.w3.org/ns/credentials/v2\"}",
                    "{\"@propagate\":false}",
                    "1"
                })
        void thatIsWrittenOutIsRefused(String written) {
            var badge = Samples.badge();
            badge.withArrayProperty("@context").addRawValue(raw(written));

            var reread = Samples.parse(badge.toString());

            assertThat(context(reread)).isEqualTo("failed embedded-context");
        }

        @ParameterizedTest
        @ValueSource(strings = {"credentialSubject", "issuer"})
        void writtenOutDeeperIsRefused(String property) {
            var badge = Samples.badge();
            ((ObjectNode) badge.path(property)).putObject("@context").put("@vocab", "urn:x:");

            assertThat(context(badge)).isEqualTo("failed embedded-context");
        }

        @Test
        void ofTheDataModelMustComeFirst() {
            var badge = Samples.unsigned();
            badge.putArray("@context").add(OB_3).add(VC_2);

            assertThat(context(Samples.sign(badge, ProofSuite.EDDSA_JCS_2022)))
                    .startsWith("failed");
        }

        @Test
        void mayNotBeMissing() {
            var badge = Samples.badge();
            badge.remove("@context");

            assertThat(context(badge)).isEqualTo("failed unknown-context");
        }

        @Test
        void ofBothDataModelsIsRefused() {
            var badge = Samples.unsigned();
            badge.putArray("@context").add(VC_2).add("https://www.w3.org/2018/credentials/v1");

            assertThat(context(Samples.sign(badge, ProofSuite.EDDSA_JCS_2022)))
                    .startsWith("failed");
        }

        @Test
        void addedAfterSigningBreaksTheProofOverRdf() {
            var badge = Samples.unsigned();
            badge.putArray("@context").add(VC_2).add(OB_3);
            var signed = Samples.sign(badge);
            signed.withArrayProperty("@context").add("https://w3id.org/security/data-integrity/v1");

            assertThat(verify(signed).outcome()).isNotEqualTo(Outcome.VERIFIED);
        }

        @Test
        void ofTheProofIsNotTakenForTheDocuments() {
            var badge = Samples.badge();
            ((ObjectNode) badge.path("proof")).putArray("@context").add(VC_2).add(OB_3);
            badge.putArray("@context").add(VC_2);

            assertThat(verify(badge).outcome()).isEqualTo(Outcome.FAILED);
        }

        @Test
        void ofAProofOverJcsMustBeginTheDocuments() {
            var badge = Samples.sign(Samples.unsigned(), ProofSuite.EDDSA_JCS_2022);
            ((ObjectNode) badge.path("proof")).putArray("@context").add(OB_3);

            assertThat(check(verify(badge), CheckName.PROOF)).isEqualTo("failed proof-malformed");
        }
    }

    @Nested
    class ATerm {

        @ParameterizedTest
        @EnumSource(value = ProofSuite.class, mode = EnumSource.Mode.MATCH_ANY, names = "ED.*")
        void thatNoContextDefinesIsRefusedThoughTheProofFitsOtherwise(ProofSuite suite) {
            var badge = Samples.sign(Samples.unsigned(suite), suite);
            badge.put("grade", "excellent");

            assertThat(context(badge)).isEqualTo("failed undefined-term");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "@id",
                    "@type",
                    "@graph",
                    "@included",
                    "@reverse",
                    "@nest",
                    "@foo",
                    "https://www.w3.org/2018/credentials#validUntil",
                    "cred:validUntil",
                    "urn:x",
                    ""
                })
        void ofAnotherSpellingIsRefused(String key) {
            var badge = Samples.badge().put(key, "2030-01-01T00:00:00Z");

            assertThat(context(badge)).startsWith("failed");
        }

        @Test
        void thatIsAnExpiryInDisguiseDoesNotHideIt() {
            var badge = Samples.unsigned().put("validUntil", "2026-02-01T00:00:00Z");
            var signed = Samples.sign(badge);
            signed.set(
                    "https://www.w3.org/2018/credentials#validUntil", signed.remove("validUntil"));

            assertThat(verify(signed).outcome()).isEqualTo(Outcome.FAILED);
        }

        @Test
        void asATypeMustBeDefinedToo() {
            var badge = Samples.unsigned();
            badge.withArrayProperty("type").add("MasterOfEverything");

            assertThat(context(Samples.sign(badge, ProofSuite.EDDSA_JCS_2022)))
                    .isEqualTo("failed undefined-term");
        }

        @ParameterizedTest
        @ValueSource(strings = {"grade", "https://example.org/x"})
        void ofAProofMustBeDefinedToo(String key) {
            var badge = Samples.badge();
            ((ObjectNode) badge.path("proof")).put(key, "x");

            assertThat(check(verify(badge), CheckName.PROOF)).startsWith("failed");
        }
    }

    @Nested
    class AnId {

        @ParameterizedTest
        @CsvSource({
            "relative, malformed-iri",
            "/relative, malformed-iri",
            "'', malformed-iri",
            "_:b0, malformed-iri",
            "not an iri:x y, malformed-iri",
            "@here, malformed-iri"
        })
        void thatRdfWouldDropIsRefused(String id, String code) {
            var badge = Samples.unsigned();
            achievement(badge).put("id", id);

            assertThat(context(Samples.sign(badge, ProofSuite.EDDSA_JCS_2022)))
                    .isEqualTo("failed " + code);
        }

        @Test
        void cannotBeAddedInAFormThatJsonLdIgnores() {
            var unsigned = Samples.unsigned();
            var description = (ObjectNode) achievement(unsigned).path("resultDescription").path(0);
            description.remove("id");
            var result = (ObjectNode) unsigned.path("credentialSubject").path("result").path(0);
            result.remove("resultDescription");
            var signed = Samples.sign(unsigned);
            assertThat(verify(signed).outcome()).isEqualTo(Outcome.VERIFIED);

            link(signed);

            assertThat(context(signed)).isEqualTo("failed malformed-iri");
        }

        /** Would tie the holder's result to a skill that the issuer never tied it to. */
        private static void link(ObjectNode signed) {
            ((ObjectNode) achievement(signed).path("resultDescription").path(0)).put("id", "@link");
            ((ObjectNode) signed.path("credentialSubject").path("result").path(0))
                    .put("resultDescription", "@link");
        }
    }

    /** RDF joins nodes of one id; each of these leaves the signed graph exactly as it was. */
    @Nested
    class ASplitNode {

        @Test
        void cannotHideTheExpiryOfACredential() {
            assertSplitIsRefused(
                    badge -> {
                        badge.put("validUntil", "2026-02-01T00:00:00Z");
                        var evidence = badge.putArray("evidence").addObject();
                        evidence.set("id", badge.path("id"));
                        evidence.putArray("type").add("Evidence").add("VerifiableCredential");
                    },
                    badge ->
                            ((ObjectNode) badge.path("evidence").path(0))
                                    .set("validUntil", badge.remove("validUntil")));
        }

        @Test
        void cannotHideThatAResultFailed() {
            assertSplitIsRefused(
                    badge -> result(badge).put("id", "urn:x:result").put("status", "Failed"),
                    badge -> {
                        var second =
                                ((ObjectNode) badge.path("credentialSubject"))
                                        .withArrayProperty("result")
                                        .addObject();
                        second.put("id", "urn:x:result").putArray("type").add("Result");
                        second.set("status", result(badge).remove("status"));
                    });
        }

        @Test
        void cannotBringTwoLevelsUnderOneId() {
            assertSplitIsRefused(
                    _ -> {},
                    badge -> {
                        var levels =
                                achievement(badge)
                                        .path("resultDescription")
                                        .path(0)
                                        .withArray("rubricCriterionLevel");
                        var second = levels.addObject();
                        second.set("id", levels.path(2).path("id"));
                        second.putArray("type").add("RubricCriterionLevel");
                        second.put("level", "5");
                    });
        }

        private static ObjectNode result(ObjectNode badge) {
            return (ObjectNode) badge.path("credentialSubject").path("result").path(0);
        }

        private static void assertSplitIsRefused(
                Consumer<ObjectNode> before, Consumer<ObjectNode> after) {
            var unsigned = Samples.unsigned();
            before.accept(unsigned);
            var signed = Samples.sign(unsigned);
            assertThat(check(verify(signed), CheckName.PROOF)).isEqualTo("passed ok");

            after.accept(signed);

            assertThat(context(signed)).isEqualTo("failed ambiguous-node");
            assertThat(verify(signed).outcome()).isEqualTo(Outcome.FAILED);
        }
    }

    @Nested
    class APoisonedGraph {

        @Test
        void endsInTheWorkLimit() {
            var report = verify(poisoned());

            assertThat(check(report, CheckName.PROOF)).isEqualTo("indeterminate work-limit");
            assertThat(report.outcome()).isEqualTo(Outcome.INDETERMINATE);
            assertThat(report.ignoreReason()).contains(IgnoreReason.COULD_NOT_CHECK);
        }

        @Test
        void isNotWhatTwoEqualAlignmentsMake() {
            var badge = Samples.unsigned();
            var alignments = achievement(badge).withArrayProperty("alignment");
            alignments.add(alignments.path(0).deepCopy());

            assertThat(verify(Samples.sign(badge)).outcome()).isEqualTo(Outcome.VERIFIED);
        }

        /** Two nameless rubrics of many nameless levels, and nothing to tell any apart by. */
        private static ObjectNode poisoned() {
            var badge = Samples.badge();
            var descriptions = achievement(badge).putArray("resultDescription");
            for (int i = 0; i < 2; i++) {
                var description = descriptions.addObject();
                description.putArray("type").add("ResultDescription");
                var levels = description.putArray("rubricCriterionLevel");
                for (int j = 0; j < 10; j++) {
                    levels.addObject().putArray("type").add("RubricCriterionLevel");
                }
            }
            return badge;
        }
    }

    @Test
    void textWithALanguageIsKept() {
        var badge = Samples.unsigned();
        badge.putObject("name").put("@value", "Schweißen").put("@language", "de");
        var signed = Samples.sign(badge);

        assertThat(verify(signed).outcome()).isEqualTo(Outcome.VERIFIED);
        ((ObjectNode) signed.path("name")).put("@language", "nl");
        assertThat(verify(signed).outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void aReferenceThatLooksLikeAKeywordIsRefused() {
        var badge = Samples.badge();
        achievement(badge).put("image", "@here");

        assertThat(context(badge)).isEqualTo("failed malformed-iri");
    }

    /** The processor drops the text, so that whoever holds a badge could give it a name. */
    @ParameterizedTest
    @ValueSource(strings = {"a", "abcd-e-f", "x", "de-a"})
    void aLanguageThatWouldLeaveATextUnsignedIsRefused(String language) {
        var unsigned = Samples.unsigned();
        unsigned.remove("name");
        var badge = Samples.sign(unsigned);
        badge.putObject("name").put("@value", "Master of everything").put("@language", language);

        assertThat(verify(badge).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(context(badge)).isEqualTo("failed invalid-linked-data");
    }

    @ParameterizedTest
    @ValueSource(strings = {"de de", "1-", "", "@none"})
    void aMalformedLanguageIsRefused(String language) {
        var badge = Samples.badge();
        badge.putObject("name").put("@value", "x").put("@language", language);

        assertThat(verify(badge).outcome()).isEqualTo(Outcome.FAILED);
    }

    private static RawValue raw(String json) {
        return new RawValue(json);
    }

    private static ObjectNode achievement(ObjectNode badge) {
        return (ObjectNode) badge.path("credentialSubject").path("achievement");
    }

    private static String context(ObjectNode badge) {
        return check(verify(badge), CheckName.CONTEXT);
    }
}
