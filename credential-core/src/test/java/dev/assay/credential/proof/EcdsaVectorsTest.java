package dev.assay.credential.proof;

import static dev.assay.credential.fixture.Samples.check;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.credential.fixture.Fixtures;
import dev.assay.credential.fixture.Samples;
import dev.assay.credential.jsonld.CanonicalForm;
import dev.assay.credential.jsonld.ContextCatalogue;
import dev.assay.credential.jsonld.LinkedData;
import dev.assay.credential.jsonld.WorkBudget;
import dev.assay.credential.key.KeyKind;
import dev.assay.credential.key.Multikey;
import dev.assay.credential.model.Recipient;
import dev.assay.credential.report.CheckName;
import dev.assay.credential.report.Outcome;
import dev.assay.credential.report.VerificationReport;
import dev.assay.credential.source.DocumentSource;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * F2: the vectors of W3C VC-DI-ECDSA. Their keys are not their issuers', so a proof passes and the
 * credential does not, unless the issuer's own document lists the key.
 */
@DisplayName("F2: W3C VC-DI-ECDSA, selective disclosure too")
class EcdsaVectorsTest {

    private static final String SD = "ecdsa-sd-2023/";

    static Stream<Arguments> vectors() {
        return Stream.of(
                Arguments.of("ecdsa-rdfc-2019-p256", "ECDSAP256"),
                Arguments.of("ecdsa-rdfc-2019-p256/employ", "ECDSAP256"),
                Arguments.of("ecdsa-rdfc-2019-p384", "ECDSAP384"),
                Arguments.of("ecdsa-rdfc-2019-p384/employ", "ECDSAP384"),
                Arguments.of("ecdsa-jcs-2019-p256", "JCSECDSAP256"),
                Arguments.of("ecdsa-jcs-2019-p384", "JCSECDSAP384"));
    }

    static Stream<String> signed() {
        return vectors().map(v -> v.get()[0] + "/signed" + v.get()[1] + ".json");
    }

    @Nested
    class EverySignedDocument {

        static Stream<String> signed() {
            return EcdsaVectorsTest.signed();
        }

        @ParameterizedTest
        @MethodSource("signed")
        void fitsItsKey(String vector) {
            assertThat(check(verify(vector(vector)), CheckName.PROOF)).isEqualTo("passed ok");
        }

        @ParameterizedTest
        @MethodSource("signed")
        void failsWhenAltered(String vector) {
            var document = vector(vector).put("name", "Another name");

            assertThat(check(verify(document), CheckName.PROOF))
                    .isEqualTo("failed signature-invalid");
        }

        @ParameterizedTest
        @MethodSource("signed")
        void failsUnderAnotherKey(String vector) {
            var document = vector(vector);
            var proof = proof(document);
            var other =
                    proof.path("verificationMethod").stringValue().contains("zDn")
                            ? "p384KeyPair.json"
                            : "p256KeyPair.json";
            var key =
                    Fixtures.json(Fixtures.folder("vc-di-ecdsa").resolve(other))
                            .path("publicKeyMultibase")
                            .stringValue();
            proof.put("verificationMethod", "did:key:" + key + "#" + key);

            assertThat(check(verify(document), CheckName.PROOF))
                    .isEqualTo("failed signature-invalid");
        }

        @ParameterizedTest
        @MethodSource("signed")
        void isVerifiedOnceTheIssuersOwnDocumentListsTheKey(String vector) {
            var document = vector(vector);
            var issuer = issuer(document);
            var method = proof(document).path("verificationMethod").stringValue();

            assertThat(verify(document).outcome()).isNotEqualTo(Outcome.VERIFIED);
            if (!issuer.startsWith("did:")) {
                assertThat(verify(document, listing(issuer, method)).outcome())
                        .isEqualTo(Outcome.VERIFIED);
            }
        }
    }

    @Nested
    class EveryIntermediate {

        static Stream<Arguments> vectors() {
            return EcdsaVectorsTest.vectors();
        }

        @ParameterizedTest
        @MethodSource("vectors")
        void isAsPublished(String folder, String suffix) {
            var files = Fixtures.folder("vc-di-ecdsa").resolve(folder);
            var document = Fixtures.json(files.resolve("signed" + suffix + ".json"));
            var options = (ObjectNode) document.remove("proof");
            var suite = ProofSuite.of(options).orElseThrow();
            options.remove("proofValue");
            var digest = suffix.endsWith("384") ? "SHA-384" : "SHA-256";
            var canonicalizer =
                    suite.canonicalizer(new LinkedData(contexts(), WorkBudget.standard()), digest);

            assertThat(canonicalizer.document(document, options))
                    .isEqualTo(
                            CanonicalForm.Canonical.of(
                                    Fixtures.text(files.resolve("canonDoc" + suffix + ".txt"))));
            assertThat(HashedData.of(canonicalizer, digest, document, options))
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
    }

    /** ecdsa-sd-2023: what a holder shows of what an issuer signed. */
    @Nested
    class ADerivedProof {

        @ParameterizedTest
        @ValueSource(strings = {"employ", "prc"})
        void fitsTheIssuersKey(String folder) {
            var report = verify(derived(folder));

            assertThat(check(report, CheckName.PROOF)).isEqualTo("passed ok");
            assertThat(report.proof().orElseThrow().cryptosuite()).contains("ecdsa-sd-2023");
        }

        @ParameterizedTest
        @ValueSource(strings = {"employ", "prc"})
        void isNotTheOneTheHolderKeeps(String folder) {
            assertThat(
                            check(
                                    verify(vector(SD + folder + "/addSignedSDBase.json")),
                                    CheckName.PROOF))
                    .isEqualTo("failed proof-malformed");
        }

        @ParameterizedTest
        @ValueSource(strings = {"employ", "prc"})
        void failsWhenAShownStatementIsAltered(String folder) {
            var document = derived(folder);
            ((ObjectNode) document.path("credentialSubject")).put("birthCountry", "Elsewhere");

            assertThat(check(verify(document), CheckName.PROOF))
                    .isEqualTo("failed signature-invalid");
        }

        @ParameterizedTest
        @ValueSource(strings = {"employ", "prc"})
        void failsWhenAMandatoryStatementIsLeftOut(String folder) {
            var document = derived(folder);
            ((ObjectNode) document.path("issuer")).remove("image");

            assertThat(check(verify(document), CheckName.PROOF))
                    .isEqualTo("failed signature-invalid");
        }

        @ParameterizedTest
        @ValueSource(strings = {"employ", "prc"})
        void failsWhenAStatementIsAdded(String folder) {
            var document = derived(folder).put("name", "Never signed");

            assertThat(check(verify(document), CheckName.PROOF))
                    .isEqualTo("failed signature-invalid");
        }

        @Test
        void failsWithAnyByteOfItChanged() {
            var document = derived("prc");
            var value = proof(document).path("proofValue").stringValue();
            byte[] bytes = Base64.getUrlDecoder().decode(value.substring(1));
            for (int i = 0; i < bytes.length; i += 7) {
                byte[] altered = bytes.clone();
                altered[i] ^= 1;
                proof(document)
                        .put(
                                "proofValue",
                                "u"
                                        + Base64.getUrlEncoder()
                                                .withoutPadding()
                                                .encodeToString(altered));

                assertThat(check(verify(document), CheckName.PROOF)).startsWith("failed ");
            }
        }

        @Test
        void failsWithMoreSignaturesThanStatements() {
            var document = derived("prc");
            var value = proof(document).path("proofValue").stringValue();
            byte[] bytes = Base64.getUrlDecoder().decode(value.substring(1));
            int list = 3 + 1 + (2 + 64) + (2 + 35); // header, list of five, signature, key
            int end = list + 1 + (bytes[list] & 0x1f) * (2 + 64);
            var more = new ByteArrayOutputStream();
            more.write(bytes, 0, list);
            more.write(bytes[list] + 1);
            more.write(bytes, list + 1, end - list - 1);
            more.write(bytes, end - 66, 66); // the last one again
            more.write(bytes, end, bytes.length - end);
            proof(document)
                    .put(
                            "proofValue",
                            "u"
                                    + Base64.getUrlEncoder()
                                            .withoutPadding()
                                            .encodeToString(more.toByteArray()));

            assertThat(check(verify(document), CheckName.PROOF))
                    .isEqualTo("failed signature-invalid");
        }

        @ParameterizedTest
        @ValueSource(strings = {"u", "u2V0B", "u2V0BhQ", "z2V0B", "u!!!", "u2V0BmwAAAAA"})
        void thatCannotBeReadIsMalformed(String value) {
            var document = derived("prc");
            proof(document).put("proofValue", value);

            assertThat(check(verify(document), CheckName.PROOF))
                    .isEqualTo("failed proof-malformed");
        }

        private static ObjectNode derived(String folder) {
            return vector(SD + folder + "/derivedRevealDocument.json");
        }
    }

    @Nested
    class Keys {

        @ParameterizedTest
        @ValueSource(strings = {"p256KeyPair.json, P_256", "p384KeyPair.json, P_384"})
        void areReadFromTheirPublishedForm(String line) {
            var parts = line.split(", ");
            var key = Fixtures.json(Fixtures.folder("vc-di-ecdsa").resolve(parts[0]));

            assertThat(Multikey.decode(key.path("publicKeyMultibase").stringValue()))
                    .hasValueSatisfying(
                            k -> assertThat(k.kind()).isEqualTo(KeyKind.valueOf(parts[1])));
        }
    }

    private static ObjectNode vector(String name) {
        return Fixtures.json(Fixtures.folder("vc-di-ecdsa").resolve(name));
    }

    private static ObjectNode proof(JsonNode document) {
        return (ObjectNode) document.path("proof");
    }

    private static String issuer(JsonNode document) {
        var issuer = document.path("issuer");
        return issuer.isString() ? issuer.stringValue() : issuer.path("id").stringValue();
    }

    private static DocumentSource listing(String issuer, String method) {
        return _ ->
                new DocumentSource.Answer.Found(
                        "{\"id\":\"%s\",\"assertionMethod\":[\"%s\"]}"
                                .formatted(issuer, method)
                                .getBytes(StandardCharsets.UTF_8),
                        "application/json");
    }

    private static VerificationReport verify(ObjectNode document) {
        return verify(document, DocumentSource.none());
    }

    private static VerificationReport verify(ObjectNode document, DocumentSource documents) {
        return Samples.verifier(Instant.parse("2025-06-01T00:00:00Z"), documents)
                .withContexts(contexts())
                .verify(document.toString().getBytes(StandardCharsets.UTF_8), Recipient.none());
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
