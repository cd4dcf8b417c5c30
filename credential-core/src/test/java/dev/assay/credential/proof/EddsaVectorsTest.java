package dev.assay.credential.proof;

import static dev.assay.credential.fixture.Samples.check;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.credential.CredentialVerifier;
import dev.assay.credential.fixture.Fixtures;
import dev.assay.credential.fixture.Samples;
import dev.assay.credential.jsonld.CanonicalForm;
import dev.assay.credential.jsonld.ContextCatalogue;
import dev.assay.credential.jsonld.LinkedData;
import dev.assay.credential.jsonld.WorkBudget;
import dev.assay.credential.model.Recipient;
import dev.assay.credential.report.CheckName;
import dev.assay.credential.report.Outcome;
import dev.assay.credential.report.VerificationReport;
import dev.assay.credential.source.DocumentSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/**
 * The W3C vectors of VC-DI-EDDSA. They name an issuer at vc.example and are signed by an unrelated
 * did:key, so for us the integrity of the document holds and the binding of the key does not,
 * unless the issuer's own document lists that key.
 */
@DisplayName("F2, F3: W3C VC-DI-EdDSA, with proof sets and chains")
class EddsaVectorsTest {

    private static final String ISSUER = "https://vc.example/issuers/5678";

    static Stream<String> signed() {
        return Stream.of(
                "eddsa-rdfc-2022/signedDataInt.json",
                "eddsa-rdfc-2022/employ/signedDataInt.json",
                "eddsa-jcs-2022/signedJCS.json",
                "Ed25519Signature2020/signedEdSig.json",
                "proof-set-chain/signedProofSet1.json",
                "proof-set-chain/signedProofSet2.json",
                "proof-set-chain/signedProofChain1.json",
                "proof-set-chain/signedProofChain2.json");
    }

    @Nested
    class Integrity {

        static Stream<String> signed() {
            return EddsaVectorsTest.signed();
        }

        @ParameterizedTest
        @MethodSource("signed")
        void holdsForEveryVector(String vector) {
            assertThat(check(verify(vector(vector)), CheckName.PROOF)).isEqualTo("passed ok");
        }

        @ParameterizedTest
        @MethodSource("signed")
        void isLostWithOneAlteredValue(String vector) {
            var document = vector(vector);
            var subject = (ObjectNode) document.path("credentialSubject");
            subject.put("id", subject.path("id").asString("did:example:abc") + "d");

            assertThat(check(verify(document), CheckName.PROOF))
                    .isEqualTo("failed signature-invalid");
        }

        @ParameterizedTest
        @ValueSource(strings = {"signedProofChain1", "signedProofChain2"})
        void ofAChainIsLostWithoutItsFirstProof(String name) {
            var document = vector("proof-set-chain/" + name + ".json");
            document.withArrayProperty("proof").remove(0);

            assertThat(check(verify(document), CheckName.PROOF))
                    .isEqualTo("failed previous-proof-missing");
        }

        @Test
        void ofAChainIsLostWhenTheProofBeforeIsAltered() {
            var document = vector("proof-set-chain/signedProofChain1.json");
            ((ObjectNode) document.path("proof").path(0)).put("created", "2023-02-24T23:36:39Z");

            assertThat(check(verify(document), CheckName.PROOF))
                    .isEqualTo("failed signature-invalid");
        }

        @Test
        void ofAChainIsLostWhenTheLinkIsCut() {
            var document = vector("proof-set-chain/signedProofChain1.json");
            ((ObjectNode) document.path("proof").path(2)).remove("previousProof");

            assertThat(check(verify(document), CheckName.PROOF))
                    .isEqualTo("failed signature-invalid");
        }
    }

    @Nested
    class EveryIntermediate {

        static Stream<Arguments> intermediates() {
            return Stream.of(
                    Arguments.of("eddsa-rdfc-2022", "DataInt"),
                    Arguments.of("eddsa-rdfc-2022/employ", "DataInt"),
                    Arguments.of("eddsa-jcs-2022", "JCS"),
                    Arguments.of("Ed25519Signature2020", "EdSig"));
        }

        @ParameterizedTest
        @MethodSource("intermediates")
        void isAsPublished(String folder, String suffix) {
            var files = Fixtures.folder("vc-di-eddsa").resolve(folder);
            var document = Fixtures.json(files.resolve("signed" + suffix + ".json"));
            var options = (ObjectNode) document.remove("proof");
            var suite = ProofSuite.of(options).orElseThrow();
            options.remove("proofValue");
            var canonicalizer =
                    suite.canonicalizer(
                            new LinkedData(contexts(), WorkBudget.standard()), "SHA-256");

            assertThat(canonicalizer.document(document, options))
                    .isEqualTo(canonical(files.resolve("canonDoc" + suffix + ".txt")));
            assertThat(canonicalizer.options(document, options))
                    .isEqualTo(canonical(files.resolve("proofCanon" + suffix + ".txt")));
            assertThat(HashedData.of(canonicalizer, "SHA-256", document, options))
                    .isInstanceOfSatisfying(
                            HashedData.Bytes.class,
                            bytes ->
                                    assertThat(HexFormat.of().formatHex(bytes.value()))
                                            .isEqualTo(
                                                    Fixtures.text(
                                                                    files.resolve(
                                                                            "combinedHash"
                                                                                    + suffix
                                                                                    + ".txt"))
                                                            .strip()));
        }

        private static CanonicalForm canonical(Path file) {
            return CanonicalForm.Canonical.of(Fixtures.text(file));
        }
    }

    @Nested
    class Binding {

        static Stream<String> signed() {
            return EddsaVectorsTest.signed();
        }

        @ParameterizedTest
        @MethodSource("signed")
        void isRefusedForAKeyThatIsNotTheIssuers(String vector) {
            var report = verify(vector(vector));

            assertThat(check(report, CheckName.KEY_BINDING))
                    .isEqualTo("failed controller-mismatch");
            assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
        }

        @Test
        void holdsWhenTheIssuersOwnDocumentListsTheKey() {
            var document = vector("eddsa-rdfc-2022/signedDataInt.json");
            var method = document.path("proof").path("verificationMethod").stringValue();

            var report = verify(document, listing(method));

            assertThat(check(report, CheckName.KEY_BINDING)).isEqualTo("passed ok");
            assertThat(report.outcome()).isEqualTo(Outcome.VERIFIED);
        }

        @Test
        void isRefusedWhenTheIssuersOwnDocumentListsAnotherKey() {
            var report =
                    verify(
                            vector("eddsa-rdfc-2022/signedDataInt.json"),
                            listing(Samples.KEY.verificationMethod()));

            assertThat(check(report, CheckName.KEY_BINDING)).isEqualTo("failed key-not-listed");
        }

        private static DocumentSource listing(String method) {
            return address -> {
                assertThat(address).hasToString(ISSUER);
                return new DocumentSource.Answer.Found(
                        "{\"id\":\"%s\",\"assertionMethod\":[\"%s\"]}"
                                .formatted(ISSUER, method)
                                .getBytes(StandardCharsets.UTF_8),
                        "application/json");
            };
        }
    }

    private static ObjectNode vector(String name) {
        return Fixtures.json(Fixtures.folder("vc-di-eddsa").resolve(name));
    }

    private static VerificationReport verify(ObjectNode document) {
        return verify(document, DocumentSource.none());
    }

    private static VerificationReport verify(ObjectNode document, DocumentSource documents) {
        CredentialVerifier verifier =
                Samples.verifier(Samples.NOW, documents).withContexts(contexts());
        return verifier.verify(
                document.toString().getBytes(StandardCharsets.UTF_8), Recipient.none());
    }

    /** The two contexts that only the vectors use. */
    private static ContextCatalogue contexts() {
        var folder = Fixtures.folder("contexts");
        return ContextCatalogue.bundled()
                .with(
                        "https://www.w3.org/ns/credentials/examples/v2",
                        Fixtures.bytes(folder.resolve("examples-v2.json")))
                .with(
                        "https://w3id.org/citizenship/v4rc1",
                        Fixtures.bytes(folder.resolve("citizenship-v4rc1.json")));
    }
}
