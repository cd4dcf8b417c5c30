package dev.assay.credential.did;

import static dev.assay.credential.fixture.Samples.check;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.credential.fixture.Samples;
import dev.assay.credential.fixture.Tokens;
import dev.assay.credential.model.Recipient;
import dev.assay.credential.proof.DataIntegritySigner;
import dev.assay.credential.proof.Ed25519SigningKey;
import dev.assay.credential.proof.ProofSuite;
import dev.assay.credential.report.CheckName;
import dev.assay.credential.report.Outcome;
import dev.assay.credential.report.VerificationReport;
import dev.assay.credential.source.DocumentSource;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** F5: a signature that fits a key is worth nothing unless the key is the issuer's own. */
@DisplayName("F5: a key counts only where it is the issuer's own")
class ForgeryTest {

    private static final String HTTPS_ISSUER = "https://academy.example/issuer";
    private static final String WEB_ISSUER = "did:web:academy.example";
    private static final String WEB_DOCUMENT = "https://academy.example/.well-known/did.json";
    private static final Ed25519SigningKey OWN = Samples.key(7);
    private static final Ed25519SigningKey FORGER = Samples.key(8);
    private static final Tokens.Signer OWN_JWK = Tokens.es256();
    private static final Tokens.Signer FORGER_JWK = Tokens.es256();

    private final Map<String, String> web = new HashMap<>();

    /** What the true issuer publishes. */
    ForgeryTest() {
        web.put(HTTPS_ISSUER, controllerDocument(HTTPS_ISSUER, OWN));
        web.put(WEB_DOCUMENT, controllerDocument(WEB_ISSUER, OWN));
        web.put(
                "https://academy.example/.well-known/jwks.json",
                "{\"keys\":[%s]}".formatted(OWN_JWK.jwk().deepCopy().put("kid", "own")));
    }

    @Nested
    class WhatTheIssuerSigned {

        @ParameterizedTest
        @ValueSource(strings = {HTTPS_ISSUER, WEB_ISSUER})
        void isVerifiedUnderTheKeyItsDocumentLists(String issuer) {
            var report = verify(embedded(issuer, OWN, issuer + "#key-1"));

            assertThat(report.outcome()).isEqualTo(Outcome.VERIFIED);
        }

        @Test
        void isVerifiedUnderTheKeyOfItsKeySet() {
            assertThat(verify(token(OWN_JWK, header().put("kid", "own"))).outcome())
                    .isEqualTo(Outcome.VERIFIED);
        }

        @Test
        void isVerifiedWithTheKeyCarriedAlong() {
            var header = header();
            header.set("jwk", OWN_JWK.jwk());

            assertThat(verify(token(OWN_JWK, header)).outcome()).isEqualTo(Outcome.VERIFIED);
        }

        @ParameterizedTest
        @ValueSource(strings = {HTTPS_ISSUER, WEB_ISSUER})
        void isUndecidedWhileItsDocumentCannotBeHad(String issuer) {
            var badge = embedded(issuer, OWN, issuer + "#" + OWN.publicKeyMultibase());
            web.clear();

            var report = verify(badge);

            assertThat(check(report, CheckName.PROOF)).isEqualTo("passed ok");
            assertThat(check(report, CheckName.KEY_BINDING))
                    .isEqualTo("indeterminate issuer-document-unavailable");
            assertThat(report.outcome()).isEqualTo(Outcome.INDETERMINATE);
        }

        @Test
        void isUndecidedWhileItsKeySetCannotBeHad() {
            web.clear();

            assertThat(verify(token(OWN_JWK, header().put("kid", "own"))).outcome())
                    .isEqualTo(Outcome.INDETERMINATE);
        }
    }

    @Nested
    class AForgery {

        @ParameterizedTest
        @ValueSource(strings = {HTTPS_ISSUER, WEB_ISSUER})
        void withItsOwnKeyInTheFragmentFails(String issuer) {
            var report =
                    verify(embedded(issuer, FORGER, issuer + "#" + FORGER.publicKeyMultibase()));

            assertThat(check(report, CheckName.KEY_BINDING)).isEqualTo("failed key-not-listed");
            assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    HTTPS_ISSUER,
                    WEB_ISSUER,
                    "did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2",
                    "urn:uuid:11111111-1111-4111-8111-111111111111"
                })
        void withAForeignDidKeyFails(String issuer) {
            var report = verify(embedded(issuer, FORGER, FORGER.verificationMethod()));

            assertThat(check(report, CheckName.PROOF)).isEqualTo("passed ok");
            assertThat(report.check(CheckName.KEY_BINDING).outcome().wireName())
                    .isEqualTo("failed");
            assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
        }

        @ParameterizedTest
        @ValueSource(strings = {HTTPS_ISSUER, WEB_ISSUER})
        void withAForeignJwkFails(String issuer) {
            var header = header();
            header.set("jwk", FORGER_JWK.jwk());

            var report = verify(token(issuer, FORGER_JWK, header));

            assertThat(check(report, CheckName.KEY_BINDING)).isEqualTo("failed foreign-jwk");
            assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
        }

        @Test
        void withTheIssuersKeyIdAndAForeignJwkFails() {
            var header = header().put("kid", "own");
            header.set("jwk", FORGER_JWK.jwk());

            assertThat(check(verify(token(FORGER_JWK, header)), CheckName.KEY_BINDING))
                    .isEqualTo("failed foreign-jwk");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://forger.example/keys/1",
                    "https://academy.example.forger.example/keys",
                    "https://academy.example:8443/keys",
                    "http://academy.example/keys"
                })
        void withAKeyIdAtAnotherOriginFails(String kid) {
            web.put(kid, "{\"keys\":[" + FORGER_JWK.jwk() + "]}");

            var report = verify(token(FORGER_JWK, header().put("kid", kid)));

            assertThat(check(report, CheckName.KEY_BINDING)).isEqualTo("failed foreign-key-id");
            assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
        }

        @Test
        void withAKeyThatTheKeySetGivesToAnotherFails() {
            var entry = OWN_JWK.jwk().deepCopy().put("kid", "own").put("iss", "https://b.example");
            web.put(
                    "https://academy.example/.well-known/jwks.json",
                    "{\"keys\":[%s]}".formatted(entry));

            var report = verify(token(OWN_JWK, header().put("kid", "own")));

            assertThat(check(report, CheckName.KEY_BINDING))
                    .isEqualTo("failed jwk-issuer-mismatch");
        }

        @Test
        void withAnotherKeyUnderTheIssuersKeyIdFails() {
            var report = verify(token(FORGER_JWK, header().put("kid", "own")));

            assertThat(check(report, CheckName.PROOF)).isEqualTo("failed signature-invalid");
        }

        @Test
        void withADidKeyAndTheFragmentOfAnotherFails() {
            var issuer = Samples.KEY.didKey();

            var report =
                    verify(embedded(issuer, FORGER, issuer + "#" + FORGER.publicKeyMultibase()));

            assertThat(check(report, CheckName.PROOF)).isEqualTo("failed key-unusable");
        }

        @Test
        void servedFromTheIssuersAddressUnderAnotherNameFails() {
            var document = Samples.parse(controllerDocument(HTTPS_ISSUER, FORGER));
            document.putArray("assertionMethod").add(HTTPS_ISSUER + "#key-1");
            web.put(HTTPS_ISSUER, document.put("id", "https://forger.example/issuer").toString());

            var report = verify(embedded(HTTPS_ISSUER, FORGER, HTTPS_ISSUER + "#key-1"));

            assertThat(check(report, CheckName.KEY_BINDING))
                    .isEqualTo("failed controller-mismatch");
            assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
        }
    }

    @Nested
    class TheIssuersDocument {

        @ParameterizedTest
        @CsvSource({
            "revoked, 2026-06-01T12:00:00Z, failed key-revoked",
            "revoked, 2026-06-01T12:00:01Z, passed ok",
            "revoked, yesterday, failed key-revoked",
            "expires, 2026-01-10T08:00:00Z, failed key-expired",
            "expires, 2026-01-10T08:00:01Z, passed ok"
        })
        void saysHowLongAKeyIsGood(String property, String time, String expected) {
            var document = Samples.parse(controllerDocument(HTTPS_ISSUER, OWN));
            ((ObjectNode) document.path("verificationMethod").path(0)).put(property, time);
            web.put(HTTPS_ISSUER, document.toString());

            var report = verify(embedded(HTTPS_ISSUER, OWN, HTTPS_ISSUER + "#key-1"));

            assertThat(check(report, CheckName.KEY_BINDING)).isEqualTo(expected);
        }

        @Test
        void mustListTheKeyForStatements() {
            var document = Samples.parse(controllerDocument(HTTPS_ISSUER, OWN));
            document.set("authentication", document.remove("assertionMethod"));
            web.put(HTTPS_ISSUER, document.toString());

            var report = verify(embedded(HTTPS_ISSUER, OWN, HTTPS_ISSUER + "#key-1"));

            assertThat(check(report, CheckName.KEY_BINDING)).isEqualTo("failed key-not-listed");
        }

        @Test
        void mustGiveTheKeyToTheIssuer() {
            var document = Samples.parse(controllerDocument(HTTPS_ISSUER, OWN));
            ((ObjectNode) document.path("verificationMethod").path(0))
                    .put("controller", "https://forger.example/issuer");
            web.put(HTTPS_ISSUER, document.toString());

            var report = verify(embedded(HTTPS_ISSUER, OWN, HTTPS_ISSUER + "#key-1"));

            assertThat(check(report, CheckName.KEY_BINDING))
                    .isEqualTo("failed controller-mismatch");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "[]", "{}", "not json", "{\"id\":1}"})
        void thatCannotBeUsedLeavesItUndecided(String content) {
            web.put(HTTPS_ISSUER, content);

            var report =
                    verify(
                            embedded(
                                    HTTPS_ISSUER,
                                    OWN,
                                    HTTPS_ISSUER + "#" + OWN.publicKeyMultibase()));

            assertThat(check(report, CheckName.KEY_BINDING))
                    .isEqualTo("indeterminate issuer-document-unusable");
        }

        @ParameterizedTest
        @CsvSource({
            "did:web:a.example, https://a.example/.well-known/did.json",
            "did:web:a.example%3A8443, https://a.example:8443/.well-known/did.json",
            "did:web:a.example:dept:badges, https://a.example/dept/badges/did.json",
            "did:web:a.example%3A8443:x, https://a.example:8443/x/did.json"
        })
        void ofADidWebIsAtTheAddressTheMethodDefines(String did, String address) {
            assertThat(DocumentAddress.ofController(did).orElseThrow()).hasToString(address);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "did:web:",
                    "did:web:a.example/../b",
                    "did:web:user@a.example",
                    "did:web:a.example%2Fb",
                    "http://a.example",
                    "https://user@a.example/",
                    "https://a.example/#x",
                    "file:///etc/passwd",
                    "did:ion:abc"
                })
        void isLookedForAtNoOtherAddress(String id) {
            assertThat(DocumentAddress.ofController(id)).isEmpty();
        }
    }

    /** One proof of several has to be by the issuer; in which place does not matter. */
    @Test
    void theIssuersProofMayStandBesideAnothers() {
        var own =
                DataIntegritySigner.create(
                        OWN, HTTPS_ISSUER + "#key-1", ProofSuite.EDDSA_RDFC_2022);
        var other = DataIntegritySigner.create(FORGER, ProofSuite.EDDSA_RDFC_2022);
        var badge = own.sign(unsigned(HTTPS_ISSUER), Samples.FROM);
        var proof = badge.path("proof");
        badge.putArray("proof")
                .add(other.sign(unsigned(HTTPS_ISSUER), Samples.FROM).path("proof"))
                .add(proof);

        var report = verify(badge.toString());

        assertThat(report.outcome()).isEqualTo(Outcome.VERIFIED);
        assertThat(report.proof().orElseThrow().verificationMethod())
                .contains(HTTPS_ISSUER + "#key-1");
    }

    /** A key may have ended since; the token says when it was signed, or else it counts as now. */
    @ParameterizedTest
    @CsvSource({
        "iat, 2026-01-10T08:00:01Z, passed ok",
        "iat, 2026-01-10T08:00:00Z, failed key-expired",
        "nbf, 2026-01-10T08:00:01Z, passed ok",
        "none, 2026-06-01T12:00:01Z, passed ok",
        "none, 2026-06-01T12:00:00Z, failed key-expired"
    })
    void aTokensKeyMustHaveBeenGoodWhenItSigned(String claim, String expires, String expected) {
        var document = Samples.parse(controllerDocument(WEB_ISSUER, OWN));
        var method = (ObjectNode) document.path("verificationMethod").path(0);
        method.remove("publicKeyMultibase");
        method.put("expires", expires).set("publicKeyJwk", OWN_JWK.jwk());
        web.put(WEB_DOCUMENT, document.toString());
        var claims = unsigned(WEB_ISSUER);
        if (!claim.equals("none")) {
            claims.put(claim, Samples.FROM.getEpochSecond());
        }

        var report = verify(OWN_JWK.token(header().put("kid", WEB_ISSUER + "#key-1"), claims));

        assertThat(check(report, CheckName.KEY_BINDING)).isEqualTo(expected);
    }

    /** Controlled Identifiers 1.0 §2.1.3: two identifiers of one issuer, if both say so. */
    @Nested
    class AnotherNameOfTheIssuers {

        @Test
        void hasItsKeysCountAsTheIssuers() {
            knownAs(HTTPS_ISSUER, HTTPS_ISSUER, WEB_ISSUER);
            knownAs(WEB_ISSUER, WEB_DOCUMENT, HTTPS_ISSUER);

            var report = verify(embedded(HTTPS_ISSUER, OWN, WEB_ISSUER + "#key-1"));

            assertThat(check(report, CheckName.KEY_BINDING)).isEqualTo("passed ok");
            assertThat(report.outcome()).isEqualTo(Outcome.VERIFIED);
        }

        @ParameterizedTest
        @ValueSource(strings = {HTTPS_ISSUER, WEB_ISSUER})
        void thatOnlyOneOfThemClaimsCountsForNothing(String claimant) {
            if (claimant.equals(HTTPS_ISSUER)) {
                knownAs(HTTPS_ISSUER, HTTPS_ISSUER, WEB_ISSUER);
            } else {
                knownAs(WEB_ISSUER, WEB_DOCUMENT, HTTPS_ISSUER);
            }

            var report = verify(embedded(HTTPS_ISSUER, OWN, WEB_ISSUER + "#key-1"));

            assertThat(report.check(CheckName.KEY_BINDING).outcome().wireName())
                    .isEqualTo("failed");
            assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
        }

        @Test
        void stillHasToListTheKey() {
            knownAs(HTTPS_ISSUER, HTTPS_ISSUER, WEB_ISSUER);
            knownAs(WEB_ISSUER, WEB_DOCUMENT, HTTPS_ISSUER);

            var report =
                    verify(
                            embedded(
                                    HTTPS_ISSUER,
                                    FORGER,
                                    WEB_ISSUER + "#" + FORGER.publicKeyMultibase()));

            assertThat(check(report, CheckName.KEY_BINDING)).isEqualTo("failed key-not-listed");
        }

        private void knownAs(String id, String address, String other) {
            var document = Samples.parse(controllerDocument(id, OWN));
            document.putArray("alsoKnownAs").add(other);
            web.put(address, document.toString());
        }
    }

    private VerificationReport verify(String document) {
        DocumentSource source =
                address -> {
                    var content = web.get(address.toString());
                    return content == null
                            ? new DocumentSource.Answer.Unavailable("nothing is there")
                            : new DocumentSource.Answer.Found(
                                    content.getBytes(StandardCharsets.UTF_8), "application/json");
                };
        return Samples.verifier(Samples.NOW, source)
                .verify(document.getBytes(StandardCharsets.UTF_8), Recipient.none());
    }

    private static String embedded(String issuer, Ed25519SigningKey key, String method) {
        return DataIntegritySigner.create(key, method, ProofSuite.EDDSA_RDFC_2022)
                .sign(unsigned(issuer), Samples.FROM)
                .toString();
    }

    private static String token(Tokens.Signer signer, ObjectNode header) {
        return token(HTTPS_ISSUER, signer, header);
    }

    private static String token(String issuer, Tokens.Signer signer, ObjectNode header) {
        return signer.token(header, unsigned(issuer));
    }

    private static ObjectNode header() {
        return Samples.parse("{\"alg\":\"ES256\",\"typ\":\"JWT\"}");
    }

    private static ObjectNode unsigned(String issuer) {
        var badge = Samples.unsigned();
        ((ObjectNode) badge.path("issuer")).put("id", issuer);
        return badge;
    }

    private static String controllerDocument(String id, Ed25519SigningKey key) {
        return """
        {"id": "%1$s",
         "verificationMethod": [{"id": "%1$s#key-1", "type": "Multikey",
           "controller": "%1$s", "publicKeyMultibase": "%2$s"}],
         "assertionMethod": ["#key-1"]}
        """
                .formatted(id, key.publicKeyMultibase());
    }
}
