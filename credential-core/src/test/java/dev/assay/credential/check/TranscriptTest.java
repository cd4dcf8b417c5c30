package dev.assay.credential.check;

import static dev.assay.credential.fixture.Samples.check;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.credential.fixture.Fixtures;
import dev.assay.credential.fixture.Samples;
import dev.assay.credential.fixture.Tokens;
import dev.assay.credential.fixture.Web;
import dev.assay.credential.model.Association;
import dev.assay.credential.model.CredentialSummary;
import dev.assay.credential.model.Recipient;
import dev.assay.credential.proof.ProofSuite;
import dev.assay.credential.report.CheckName;
import dev.assay.credential.report.IgnoreReason;
import dev.assay.credential.report.Outcome;
import dev.assay.credential.report.Part;
import dev.assay.credential.report.PartRole;
import dev.assay.credential.report.VerificationReport;
import dev.assay.credential.source.DocumentSource;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@DisplayName("F15: CLR 2.0, item by item")
class TranscriptTest {

    private static final String CONTEXT =
            "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json";

    @Nested
    class ATranscript {

        @Test
        void isVerifiedWithEveryCredentialInside() {
            var report = verify(signed(transcript(Samples.badge(), another())));

            assertThat(report.outcome()).isEqualTo(Outcome.VERIFIED);
            assertThat(report.format().wireName()).isEqualTo("clr-2");
            assertThat(check(report, CheckName.ITEMS)).isEqualTo("passed ok");
            assertThat(report.parts())
                    .extracting(Part::role, Part::pointer, part -> part.report().outcome())
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(
                                    PartRole.ITEM,
                                    "/credentialSubject/verifiableCredential/0",
                                    Outcome.VERIFIED),
                            org.assertj.core.groups.Tuple.tuple(
                                    PartRole.ITEM,
                                    "/credentialSubject/verifiableCredential/1",
                                    Outcome.VERIFIED));
        }

        @Test
        void mayBeATokenWithTokensInside() {
            var signer = Tokens.ed25519();
            var item = Samples.unsigned();
            ((ObjectNode) item.path("issuer")).put("id", signer.did());
            var clr = transcript(Samples.badge());
            ((ObjectNode) clr.path("issuer")).put("id", signer.did());
            ((ObjectNode) clr.path("credentialSubject"))
                    .withArrayProperty("verifiableCredential")
                    .add(signer.token(signer.header(), item));

            var report = verify(signer.token(signer.header(), clr));

            assertThat(report.outcome()).isEqualTo(Outcome.VERIFIED);
            assertThat(report.parts()).hasSize(2);
            assertThat(check(report, CheckName.CONTEXT)).isEqualTo("not-applicable not-relevant");
        }

        @Test
        void mayHaveItsTokensInEnvelopes() {
            var signer = Tokens.es256();
            var item = Samples.unsigned();
            ((ObjectNode) item.path("issuer")).put("id", signer.did());
            var envelope =
                    Samples.parse("{}")
                            .put(
                                    "id",
                                    "data:application/vc+jwt,"
                                            + signer.token(signer.header(), item))
                            .put("type", "EnvelopedVerifiableCredential");

            var report = verify(signed(transcript(envelope)));

            assertThat(report.outcome()).isEqualTo(Outcome.VERIFIED);
        }

        @Test
        void awardsNothingItself() {
            var clr = transcript(Samples.badge());
            ((ObjectNode) clr.path("credentialSubject"))
                    .set("achievement", Samples.unsigned().at("/credentialSubject/achievement"));

            var claimed = verify(signed(clr)).credential().orElseThrow();

            assertThat(claimed.skills()).isEmpty();
            assertThat(claimed.achievement()).isEmpty();
            assertThat(claimed.alignments()).isEmpty();
        }

        @Test
        void saysHowItsAchievementsHangTogether() {
            var clr = transcript(Samples.badge());
            associate(clr, "isParentOf", "urn:uuid:one", "urn:uuid:two");

            var learning = verify(signed(clr)).credential().flatMap(CredentialSummary::learning);

            assertThat(learning.orElseThrow().associations())
                    .containsExactly(
                            new Association(
                                    Association.Type.IS_PARENT_OF, "urn:uuid:one", "urn:uuid:two"));
        }
    }

    @Nested
    class OneBadItem {

        @Test
        void isNeverHiddenByTheGoodOnes() {
            var forged = Samples.badge().put("name", "Surgery");

            var report = verify(signed(transcript(Samples.badge(), forged, another())));

            assertThat(check(report, CheckName.PROOF)).isEqualTo("passed ok");
            assertThat(check(report, CheckName.ITEMS)).isEqualTo("failed item-failed");
            assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(report.ignoreReason()).contains(IgnoreReason.PROOF_FAILED);
            assertThat(outcomes(report)).containsExactly("verified", "failed", "verified");
        }

        @Test
        void givesTheWholeItsReason() {
            var expired = Samples.unsigned();
            expired.put("validUntil", "2026-02-01T00:00:00Z");

            var report = verify(signed(transcript(Samples.badge(), Samples.sign(expired))));

            assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(report.ignoreReason()).contains(IgnoreReason.EXPIRED);
        }

        @Test
        void thatCouldNotBeCheckedLeavesTheWholeUndecided() {
            var listed = Samples.unsigned();
            listed.set(
                    "credentialStatus",
                    Samples.parse(
                            """
                            {"id":"https://list.example/1#7","type":"BitstringStatusListEntry",
                             "statusPurpose":"revocation","statusListIndex":"7",
                             "statusListCredential":"https://list.example/1"}\
                            """));

            var report = verify(signed(transcript(Samples.sign(listed), Samples.badge())));

            assertThat(check(report, CheckName.ITEMS)).isEqualTo("indeterminate item-undecided");
            assertThat(report.outcome()).isEqualTo(Outcome.INDETERMINATE);
            assertThat(report.ignoreReason()).contains(IgnoreReason.COULD_NOT_CHECK);
            assertThat(outcomes(report)).containsExactly("indeterminate", "verified");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "\"not a credential\" | failed item-failed",
                    "17 | failed item-failed",
                    "{} | failed item-failed",
                    "\"https://badges.example/1\" | indeterminate item-undecided"
                })
        void mayBeNoCredentialAtAll(String item, String expected) {
            var report =
                    verify(signed(transcript(Samples.badge(), Fixtures.MAPPER.readTree(item))));

            assertThat(check(report, CheckName.ITEMS)).isEqualTo(expected);
        }

        @Test
        void ofAnotherPersonIsTold() {
            var stranger = Recipient.confirmed("stranger@example.org");

            var report =
                    Samples.verifier().verify(bytes(signed(transcript(Samples.badge()))), stranger);

            assertThat(check(report.parts().getFirst().report(), CheckName.SUBJECT))
                    .isEqualTo("failed subject-mismatch");
        }
    }

    @Nested
    class ItsShape {

        @Test
        void needsCredentials() {
            var clr = transcript(Samples.badge());
            ((ObjectNode) clr.path("credentialSubject")).remove("verifiableCredential");

            assertThat(check(verify(signed(clr)), CheckName.STRUCTURE))
                    .isEqualTo("failed missing-property");
        }

        @Test
        void needsASubjectOfItsKind() {
            var clr = transcript(Samples.badge());
            ((ObjectNode) clr.path("credentialSubject")).put("type", "AchievementSubject");

            assertThat(check(verify(signed(clr)), CheckName.STRUCTURE))
                    .isEqualTo("failed malformed-property");
        }

        @ParameterizedTest
        @ValueSource(strings = {"isBetterThan", "IsParentOf", ""})
        void knowsOnlyTheStandardsAssociations(String type) {
            var clr = transcript(Samples.badge());
            associate(clr, type, "urn:uuid:one", "urn:uuid:two");

            assertThat(check(verify(signed(clr)), CheckName.STRUCTURE))
                    .isEqualTo("failed malformed-property");
        }
    }

    @Nested
    class ItsContext {

        @Test
        void isTakenByItsDigestFromWhoeverServesIt() {
            var web = new Web().with(CONTEXT, context());

            var report = verify(published("simple.json"), web);

            assertThat(check(report, CheckName.CONTEXT)).isEqualTo("passed ok");
            assertThat(check(report, CheckName.PROOF)).isEqualTo("passed ok");
        }

        @Test
        void leavesALinkedDataProofUndecidedWhileItCannotBeHad() {
            var report = verify(published("simple.json"), DocumentSource.none());

            assertThat(check(report, CheckName.CONTEXT))
                    .isEqualTo("indeterminate context-unavailable");
            assertThat(check(report, CheckName.PROOF))
                    .isEqualTo("indeterminate context-unavailable");
        }

        @Test
        void isNotTakenWithAByteChanged() {
            byte[] context = context();
            context[context.length / 2] ^= 1;
            var web = new Web().with(CONTEXT, context);

            assertThat(check(verify(published("simple.json"), web), CheckName.PROOF))
                    .isEqualTo("indeterminate context-unavailable");
        }

        @Test
        void doesNotExcuseASecondProofThatDoesNotFit() {
            var clr = signed(transcript(Samples.badge()));
            var proofs = clr.putArray("proof");
            var word = signed(transcript(Samples.badge())).path("proof");
            proofs.add(((ObjectNode) word.deepCopy()).put("cryptosuite", "eddsa-rdfc-2022"));
            proofs.add(word);
            clr.put("name", "altered");

            var report = verify(clr);

            assertThat(check(report, CheckName.PROOF)).isEqualTo("failed signature-invalid");
        }

        /** All credentials inside are about the one person the transcript is about. */
        @Test
        void letsTheCredentialsInsideSpeakOfTheSamePerson() {
            var web =
                    new Web()
                            .with(
                                    "https://purl.imsglobal.org/spec/clr/v2p0/context.json",
                                    Fixtures.bytes(
                                            Fixtures.folder("contexts").resolve("clr-v2p0.json")));

            var report = verify(published("complex.json"), web);

            assertThat(check(report, CheckName.CONTEXT)).isEqualTo("passed ok");
            assertThat(report.parts()).hasSize(6);
            assertThat(report.parts())
                    .allMatch(p -> check(p.report(), CheckName.PROOF).equals("passed ok"));
        }

        /** RDF joins nodes of one id: an expiry could hide inside one of the credentials. */
        @Test
        void doesNotLetACredentialInsideSpeakOfTheTranscript() {
            var clr = Fixtures.json(Fixtures.folder("onedtech/clr20").resolve("simple.json"));
            var item = (ObjectNode) clr.at("/credentialSubject/verifiableCredential/0");
            item.put("id", clr.path("id").stringValue());
            var web = new Web().with(CONTEXT, context());

            assertThat(check(verify(bytes(clr), web), CheckName.CONTEXT))
                    .isEqualTo("failed ambiguous-node");
        }

        private static byte[] context() {
            return Fixtures.bytes(Fixtures.folder("contexts").resolve("clr-v2p0-2.0.1.json"));
        }

        private static byte[] published(String name) {
            return Fixtures.bytes(Fixtures.folder("onedtech/clr20").resolve(name));
        }
    }

    @Nested
    class TooMuchInside {

        @Test
        void isNotLookedIntoAndNotCalledFine() {
            var items = new JsonNode[65];
            java.util.Arrays.fill(items, Samples.badge());

            var report = verify(signed(transcript(items)));

            assertThat(outcomes(report).subList(0, 64)).containsOnly("verified");
            assertThat(check(report.parts().getLast().report(), CheckName.STRUCTURE))
                    .isEqualTo("indeterminate too-many-parts");
            assertThat(report.outcome()).isEqualTo(Outcome.INDETERMINATE);
        }

        @Test
        void endsAtTheFourthLevel() {
            ObjectNode nested = Samples.badge();
            for (int i = 0; i < 5; i++) {
                nested = signed(transcript(nested));
            }

            var report = verify(nested);

            assertThat(report.outcome()).isEqualTo(Outcome.INDETERMINATE);
            for (int depth = 0; depth < 3; depth++) {
                report = report.parts().getFirst().report();
            }
            assertThat(check(report, CheckName.ITEMS)).isEqualTo("indeterminate item-undecided");
        }
    }

    private static java.util.List<String> outcomes(VerificationReport report) {
        return report.parts().stream().map(p -> p.report().outcome().wireName()).toList();
    }

    private static void associate(ObjectNode clr, String type, String source, String target) {
        ((ObjectNode) clr.path("credentialSubject"))
                .withArrayProperty("association")
                .addObject()
                .put("type", "Association")
                .put("associationType", type)
                .put("sourceId", source)
                .put("targetId", target);
    }

    private static ObjectNode another() {
        return edited(badge -> badge.put("name", "Soldering"));
    }

    private static ObjectNode edited(Consumer<ObjectNode> edit) {
        var badge = Samples.unsigned();
        edit.accept(badge);
        return Samples.sign(badge);
    }

    private static ObjectNode transcript(JsonNode... items) {
        var clr = Samples.unsigned();
        clr.putArray("@context")
                .add("https://www.w3.org/ns/credentials/v2")
                .add(CONTEXT)
                .add("https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json");
        clr.put("id", "urn:uuid:9a8d5b80-0a7b-4f5e-8d0d-0d1b5d1f0b99");
        clr.putArray("type").add("VerifiableCredential").add("ClrCredential");
        clr.put("name", "Transcript");
        var subject = clr.putObject("credentialSubject");
        subject.put("id", "did:example:holder").put("type", "ClrSubject");
        var inside = subject.putArray("verifiableCredential");
        for (var item : items) {
            inside.add(item);
        }
        return clr;
    }

    private static ObjectNode signed(ObjectNode clr) {
        return Samples.sign(clr, ProofSuite.EDDSA_JCS_2022);
    }

    private static VerificationReport verify(JsonNode document) {
        return Samples.verify(document);
    }

    private static VerificationReport verify(String token) {
        return Samples.verify(token);
    }

    private static VerificationReport verify(byte[] document, DocumentSource source) {
        return Samples.verifier(Samples.NOW, source).verify(document, Recipient.none());
    }

    private static byte[] bytes(JsonNode document) {
        return document.toString().getBytes(StandardCharsets.UTF_8);
    }
}
