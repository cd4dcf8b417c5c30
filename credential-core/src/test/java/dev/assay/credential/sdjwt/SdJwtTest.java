package dev.assay.credential.sdjwt;

import static dev.assay.credential.fixture.Samples.check;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.credential.fixture.Fixtures;
import dev.assay.credential.fixture.SampleCertificate;
import dev.assay.credential.fixture.Samples;
import dev.assay.credential.fixture.Tokens;
import dev.assay.credential.fixture.Web;
import dev.assay.credential.model.Recipient;
import dev.assay.credential.report.CheckName;
import dev.assay.credential.report.Outcome;
import dev.assay.credential.report.VerificationReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** F13: SD-JWT and SD-JWT VC; what is shown must have been signed, once and in its place. */
@DisplayName("F13: SD-JWT and SD-JWT VC")
class SdJwtTest {

    private static final String ISSUER = "https://issuer.example/school";
    private static final String METADATA =
            "https://issuer.example/.well-known/jwt-vc-issuer/school";
    private static final String TYPE = "urn:eu.europa.ec.eudi:learning:credential:1";
    private static final String LIST = "https://issuer.example/statuses/1";
    private static final Tokens.Signer KEY = Tokens.es256();
    private static final Tokens.Signer OTHER = Tokens.es256();
    private static final Tokens.Signer HOLDER = Tokens.es256();

    @Nested
    class ACredential {

        @Test
        void isVerifiedByAKeyOfItsIssuersMetadata() {
            var shown = disclosure("achievement_title", "\"Welding\"");

            var report = verify(present(payload(shown), shown));

            assertThat(report.outcome()).isEqualTo(Outcome.VERIFIED);
            assertThat(report.format().wireName()).isEqualTo("sd-jwt-vc");
            assertThat(report.credential().orElseThrow().name()).contains("Welding");
            assertThat(report.credential().orElseThrow().issuer().id()).isEqualTo(ISSUER);
        }

        @Test
        void isVerifiedWithItsPartsHidden() {
            var hidden = disclosure("achievement_title", "\"Welding\"");

            var report = verify(present(payload(hidden)));

            assertThat(report.outcome()).isEqualTo(Outcome.VERIFIED);
            assertThat(report.credential().orElseThrow().name()).contains(TYPE);
        }

        @ParameterizedTest
        @CsvSource({"dc+sd-jwt, passed ok", "vc+sd-jwt, passed ok", "JWT, failed jwt-header"})
        void hasItsOwnType(String type, String expected) {
            var token = KEY.token(header().put("typ", type), payload()) + "~";

            assertThat(check(verify(token), CheckName.PROOF)).isEqualTo(expected);
        }

        @ParameterizedTest
        @ValueSource(strings = {"none", "HS256", "RS256"})
        void isSignedByTheAlgorithmOfTheKey(String algorithm) {
            var token = KEY.token(header().put("alg", algorithm), payload()) + "~";

            assertThat(check(verify(token), CheckName.PROOF)).isEqualTo("failed signature-invalid");
        }

        @ParameterizedTest
        @ValueSource(strings = {"jwk", "jku", "x5u", "crit", "b64"})
        void bringsNoKeyOfItsOwn(String member) {
            var token = KEY.token(header().put(member, "x"), payload()) + "~";

            assertThat(check(verify(token), CheckName.PROOF)).isEqualTo("failed jwt-header");
        }

        @Test
        void ofAKeyTheIssuerDoesNotPublishFails() {
            var token = OTHER.token(header().put("kid", "other"), payload()) + "~";

            assertThat(check(verify(token), CheckName.KEY_BINDING))
                    .isEqualTo("failed key-not-listed");
        }

        @Test
        void ofAnotherSignatureFails() {
            assertThat(check(verify(OTHER.token(header(), payload()) + "~"), CheckName.PROOF))
                    .isEqualTo("failed signature-invalid");
        }

        @Test
        void withoutTheIssuersMetadataIsUndecided() {
            var report = verify(present(payload()), new Web());

            assertThat(report.outcome()).isEqualTo(Outcome.INDETERMINATE);
            assertThat(check(report, CheckName.KEY_BINDING))
                    .isEqualTo("indeterminate issuer-document-unavailable");
        }

        @Test
        void withTheMetadataOfAnotherFails() {
            var web = new Web().with(METADATA, metadata().put("issuer", "https://other.example"));

            assertThat(check(verify(present(payload()), web), CheckName.KEY_BINDING))
                    .isEqualTo("failed controller-mismatch");
        }

        @ParameterizedTest
        @CsvSource({
            "issuer.example, passed ok",
            "other.example, failed controller-mismatch",
            "school.issuer.example, failed controller-mismatch"
        })
        void mayBringACertificateOfItsIssuer(String webName, String expected) {
            var header = header();
            header.putArray("x5c").add(SampleCertificate.of(KEY, webName));

            assertThat(check(verify(KEY.token(header, payload()) + "~"), CheckName.KEY_BINDING))
                    .isEqualTo(expected);
        }

        @Test
        void withACertificateOfAKeyTheIssuerDoesNotPublishFails() {
            var header = header();
            header.putArray("x5c").add(SampleCertificate.of(OTHER, "issuer.example"));

            assertThat(check(verify(OTHER.token(header, payload()) + "~"), CheckName.KEY_BINDING))
                    .isEqualTo("failed foreign-jwk");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "AAAA", "not base64!", "MIIB"})
        void withACertificateThatIsNoneFails(String certificate) {
            var header = header();
            header.putArray("x5c").add(certificate);

            assertThat(check(verify(KEY.token(header, payload()) + "~"), CheckName.PROOF))
                    .isEqualTo("failed jwt-header");
        }

        @ParameterizedTest
        @CsvSource({"vct, missing-property", "iss, missing-property"})
        void needsItsParts(String claim, String code) {
            var payload = payload();
            payload.remove(claim);

            assertThat(check(verify(present(payload)), CheckName.STRUCTURE))
                    .isEqualTo("failed " + code);
        }

        @ParameterizedTest
        @ValueSource(strings = {"iat", "nbf", "exp"})
        void hasTimesThatAreTimes(String claim) {
            assertThat(
                            check(
                                    verify(present(payload().put(claim, "tomorrow"))),
                                    CheckName.STRUCTURE))
                    .isEqualTo("failed malformed-date");
        }

        @Test
        void saysWhomItIsAboutAndSinceWhen() {
            var payload = payload().put("sub", "did:example:holder").put("jti", "urn:uuid:7");
            payload.put("nbf", Samples.FROM.plusSeconds(60).getEpochSecond());
            payload.put("exp", Samples.NOW.plusSeconds(60).getEpochSecond());

            var claimed = verify(present(payload)).credential().orElseThrow();

            assertThat(claimed.subjectId()).contains("did:example:holder");
            assertThat(claimed.id()).contains("urn:uuid:7");
            assertThat(claimed.validFrom()).contains(Samples.FROM.plusSeconds(60));
            assertThat(claimed.validUntil()).contains(Samples.NOW.plusSeconds(60));
        }

        @Test
        void isAboutThePersonWithItsAddress() {
            var payload = payload().put("email", Samples.HOLDER);
            var token = present(payload).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
            var verifier = Samples.verifier(Samples.NOW, site());

            assertThat(
                            check(
                                    verifier.verify(
                                            token,
                                            dev.assay.credential.model.Recipient.confirmed(
                                                    Samples.HOLDER)),
                                    CheckName.SUBJECT))
                    .isEqualTo("passed ok");
            assertThat(
                            check(
                                    verifier.verify(
                                            token,
                                            dev.assay.credential.model.Recipient.confirmed(
                                                    "eve@example.org")),
                                    CheckName.SUBJECT))
                    .isEqualTo("failed subject-mismatch");
        }

        @Test
        void mayBringACertificateForItsIssuersAddress() {
            var header = header();
            header.putArray("x5c").add(SampleCertificate.ofAddress(KEY, ISSUER));

            assertThat(check(verify(KEY.token(header, payload()) + "~"), CheckName.KEY_BINDING))
                    .isEqualTo("passed ok");
        }

        @Test
        void expires() {
            var payload = payload().put("exp", Samples.NOW.minusSeconds(3600).getEpochSecond());

            assertThat(check(verify(present(payload)), CheckName.VALIDITY))
                    .isEqualTo("failed expired");
        }

        @Test
        void isAboutTheAddressItShows() {
            var email = disclosure("email", "\"" + Samples.HOLDER + "\"");
            var verifier = Samples.verifier(Samples.NOW, site());
            var shown = bytes(present(payload(email), email));
            var hidden = bytes(present(payload(email)));
            var recipient = Recipient.confirmed(Samples.HOLDER);

            assertThat(check(verifier.verify(shown, recipient), CheckName.SUBJECT))
                    .isEqualTo("passed ok");
            assertThat(check(verifier.verify(hidden, recipient), CheckName.SUBJECT))
                    .isEqualTo("failed subject-mismatch");
        }
    }

    @Nested
    class Disclosures {

        @Test
        void areFoundInsideOthers() {
            var street = disclosure("street", "\"Quay 1\"");
            var address = disclosure("address", "{\"_sd\":[\"" + digest(street) + "\"]}");

            assertThat(proof(present(payload(address), address, street))).isEqualTo("passed ok");
            assertThat(proof(present(payload(address), address))).isEqualTo("passed ok");
            assertThat(proof(present(payload(address), street)))
                    .isEqualTo("failed disclosure-invalid");
        }

        @Test
        void mayBeElementsOfLists() {
            var element = base64("[\"salt\",\"weld\"]");
            var payload = payload();
            payload.putArray("skills").addObject().put("...", digest(element));

            assertThat(proof(present(payload, element))).isEqualTo("passed ok");
            assertThat(proof(present(payload))).isEqualTo("passed ok");
        }

        @Test
        void thatWereNeverSignedFail() {
            var forged = disclosure("achievement_title", "\"Surgery\"");

            assertThat(proof(present(payload(), forged))).isEqualTo("failed disclosure-invalid");
        }

        @Test
        void shownTwiceFail() {
            var one = disclosure("a", "1");

            assertThat(proof(present(payload(one), one, one)))
                    .isEqualTo("failed disclosure-invalid");
        }

        @Test
        void withADigestInTwoPlacesFail() {
            var one = disclosure("a", "1");
            var payload = payload(one);
            payload.putObject("inner").putArray("_sd").add(digest(one));

            assertThat(proof(present(payload, one))).isEqualTo("failed disclosure-invalid");
            assertThat(proof(present(payload))).isEqualTo("failed disclosure-invalid");
        }

        @ParameterizedTest
        @ValueSource(strings = {"_sd", "...", "vct", "iss", "exp", "nbf", "cnf", "status", "sub2"})
        void mayNotTakeTheNameOfAnother(String name) {
            var shown = disclosure(name, "\"x\"");
            var payload = payload(shown).put("sub2", "there already");

            assertThat(proof(present(payload, shown))).isEqualTo("failed disclosure-invalid");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "[\"salt\"]",
                    "[\"salt\",\"a\",1,2]",
                    "[1,\"a\",1]",
                    "[\"salt\",1,1]",
                    "{}",
                    "text"
                })
        void ofAnotherShapeFail(String content) {
            var odd = base64(content);

            assertThat(proof(present(payload(odd), odd))).isEqualTo("failed disclosure-invalid");
        }

        @Test
        void ofAListStandInNoObject() {
            var element = base64("[\"salt\",\"weld\"]");

            assertThat(proof(present(payload(element), element)))
                    .isEqualTo("failed disclosure-invalid");
        }

        @ParameterizedTest
        @CsvSource({"sha-256, passed ok", "md5, failed disclosure-invalid"})
        void useADigestWeKnow(String name, String expected) {
            assertThat(proof(present(payload().put("_sd_alg", name)))).isEqualTo(expected);
        }

        @Test
        void areAtMostAThousand() {
            assertThat(verify(KEY.token(header(), payload()) + "~".repeat(1_002)).fault())
                    .hasValueSatisfying(
                            f -> assertThat(f.code().wireName()).isEqualTo("too-complex"));
        }
    }

    @Nested
    class AHoldersProof {

        @Test
        void isCheckedAndMakesNobodyTheSubject() {
            var presented = present(bound());
            var token = presented + holderProof(HOLDER, presented);

            var report =
                    Samples.verifier(Samples.NOW, site())
                            .verify(bytes(token), Recipient.confirmed(Samples.HOLDER));

            assertThat(check(report, CheckName.PROOF)).isEqualTo("passed ok");
            assertThat(check(report, CheckName.SUBJECT)).isEqualTo("failed subject-mismatch");
        }

        @Test
        void byAnotherKeyFails() {
            var presented = present(bound());

            assertThat(proof(presented + holderProof(OTHER, presented)))
                    .isEqualTo("failed holder-proof-invalid");
        }

        @Test
        void ofAnotherPresentationFails() {
            var one = disclosure("a", "1");
            var payload = bound();
            payload.putArray("_sd").add(digest(one));
            var shorter = present(payload);
            var longer = present(payload, one);

            assertThat(proof(longer + holderProof(HOLDER, longer))).isEqualTo("passed ok");
            assertThat(proof(longer + holderProof(HOLDER, shorter)))
                    .isEqualTo("failed holder-proof-invalid");
        }

        @Test
        void toACredentialThatIsNobodysFails() {
            var presented = present(payload());

            assertThat(proof(presented + holderProof(HOLDER, presented)))
                    .isEqualTo("failed holder-proof-invalid");
        }

        private static ObjectNode bound() {
            var payload = payload();
            payload.putObject("cnf").set("jwk", HOLDER.jwk());
            return payload;
        }

        private static String holderProof(Tokens.Signer signer, String presented) {
            var header = Samples.parse("{\"alg\":\"ES256\",\"typ\":\"kb+jwt\"}");
            var payload = Samples.parse("{}").put("iat", Samples.NOW.getEpochSecond());
            payload.put("aud", "https://verifier.example").put("nonce", "1");
            return signer.token(header, payload.put("sd_hash", digest(presented)));
        }
    }

    /** Token Status List, draft 18. */
    @Nested
    class AStatus {

        @ParameterizedTest
        @CsvSource({
            "0, passed ok",
            "1, failed revoked",
            "2, failed suspended",
            "3, indeterminate status-message",
            "4, indeterminate status-index-out-of-range"
        })
        void isLookedUpInTheListOfTheIssuer(int index, String expected) {
            // Two bits each, the first lowest: 0, 1, 2, 3.
            assertThat(status(index, list(l -> {}))).isEqualTo(expected);
        }

        @Test
        void ofAListOfAnotherIsUndecided() {
            assertThat(status(0, OTHER.token(listHeader(), listPayload())))
                    .isEqualTo("indeterminate status-list-unverified");
        }

        @Test
        void ofAListByAKeyOfAnotherIsUndecided() {
            var payload = listed(0).put("iss", KEY.did());
            var token = KEY.token(header().put("kid", KEY.did() + "#0"), payload) + "~";
            var own = KEY.token(listHeader().put("kid", KEY.did() + "#0"), listPayload());
            var foreign = OTHER.token(listHeader().put("kid", OTHER.did() + "#0"), listPayload());

            assertThat(check(verify(token, new Web().with(LIST, own)), CheckName.STATUS))
                    .isEqualTo("passed ok");
            assertThat(check(verify(token, new Web().with(LIST, foreign)), CheckName.STATUS))
                    .isEqualTo("indeterminate status-list-unverified");
        }

        @Test
        void ofAListOfAnotherAddressIsUndecided() {
            assertThat(status(0, list(l -> l.put("sub", LIST + "0"))))
                    .isEqualTo("indeterminate status-list-foreign");
        }

        @Test
        void ofAnExpiredListIsUndecided() {
            assertThat(status(0, list(l -> l.put("exp", Samples.NOW.getEpochSecond()))))
                    .isEqualTo("indeterminate status-list-expired");
        }

        @Test
        void ofAnotherTokenIsUndecided() {
            assertThat(status(0, KEY.token(listHeader().put("typ", "JWT"), listPayload())))
                    .isEqualTo("indeterminate status-list-malformed");
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 3, 16})
        void ofAListOfOddSizeIsUndecided(int bits) {
            var list = list(l -> ((ObjectNode) l.path("status_list")).put("bits", bits));

            assertThat(status(0, list)).isEqualTo("indeterminate status-list-malformed");
        }

        @Test
        void thatCannotBeHadIsUndecided() {
            assertThat(check(verify(present(listed(0)), site()), CheckName.STATUS))
                    .isEqualTo("indeterminate status-list-unavailable");
        }

        @Test
        void ofAnUnknownKindIsUndecided() {
            var payload = payload();
            payload.putObject("status").putObject("something_else");

            assertThat(check(verify(present(payload)), CheckName.STATUS))
                    .isEqualTo("indeterminate status-type-unsupported");
        }

        @Test
        void ofAListThatAnotherAlgorithmIsSaidToSignIsUndecided() {
            var list = KEY.token(listHeader().put("alg", "RS256"), listPayload());

            assertThat(status(0, list)).isEqualTo("indeterminate status-list-unverified");
        }

        @ParameterizedTest
        @CsvSource({
            "-1, indeterminate status-list-expired",
            "0, indeterminate status-list-expired",
            "1, passed ok"
        })
        void endsWithItsListToTheSecond(int seconds, String expected) {
            var end = Samples.NOW.plusSeconds(seconds).getEpochSecond();

            assertThat(status(0, list(l -> l.put("exp", end)))).isEqualTo(expected);
        }

        @Test
        void ofAListWithoutItsDateIsUndecided() {
            assertThat(status(0, list(l -> l.remove("iat"))))
                    .isEqualTo("indeterminate status-list-expired");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "AAAA", "not base64!", "eNrbuRgAAhcBX"})
        void ofAListThatCannotBeInflatedIsUndecided(String lst) {
            var list = list(l -> ((ObjectNode) l.path("status_list")).put("lst", lst));

            assertThat(status(0, list)).startsWith("indeterminate status-");
        }

        @ParameterizedTest
        @CsvSource({"16777216, passed ok", "16777217, indeterminate status-list-too-large"})
        void ofAListMayBeSixteenMebibytesLong(int length, String expected) {
            var list =
                    list(l ->
                            ((ObjectNode) l.path("status_list"))
                                    .put("lst", packed(new byte[length])));

            assertThat(status(0, list)).isEqualTo(expected);
        }

        @ParameterizedTest
        @ValueSource(strings = {"idx", "uri"})
        void withoutAPartIsUndecided(String member) {
            var payload = listed(0);
            ((ObjectNode) payload.path("status").path("status_list")).remove(member);

            assertThat(check(verify(present(payload)), CheckName.STATUS))
                    .isEqualTo("indeterminate status-entry-malformed");
        }

        @Test
        void atNoPossiblePlaceIsUndecided() {
            var payload = listed(-1);

            assertThat(check(verify(present(payload)), CheckName.STATUS))
                    .isEqualTo("indeterminate status-entry-malformed");
        }

        @ParameterizedTest
        @ValueSource(ints = {0, -600})
        void saysNothingOfLookingAgainForATimeThatIsNone(int ttl) {
            var web = site().with(LIST, list(l -> l.put("ttl", ttl)));

            assertThat(verify(present(listed(0)), web).statusUntil()).isEmpty();
        }

        @Test
        void saysWhenToLookAgain() {
            var web = site().with(LIST, list(l -> l.put("ttl", 600)));

            assertThat(verify(present(listed(0)), web).statusUntil())
                    .contains(Samples.NOW.plusSeconds(600));
        }

        private static String status(int index, String list) {
            return check(verify(present(listed(index)), site().with(LIST, list)), CheckName.STATUS);
        }

        private static ObjectNode listed(int index) {
            var payload = payload();
            payload.putObject("status").putObject("status_list").put("idx", index).put("uri", LIST);
            return payload;
        }

        private static String list(Consumer<ObjectNode> change) {
            var payload = listPayload();
            change.accept(payload);
            return KEY.token(listHeader(), payload);
        }

        private static ObjectNode listHeader() {
            return header().put("typ", "statuslist+jwt");
        }

        private static ObjectNode listPayload() {
            var payload = Samples.parse("{}").put("sub", LIST);
            payload.put("iat", Samples.FROM.getEpochSecond());
            payload.putObject("status_list").put("bits", 2).put("lst", packed((byte) 0xe4));
            return payload;
        }

        private static String packed(byte... bytes) {
            var packed = new ByteArrayOutputStream();
            try (var deflater = new DeflaterOutputStream(packed)) {
                deflater.write(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return Base64.getUrlEncoder().withoutPadding().encodeToString(packed.toByteArray());
        }
    }

    /** Two tokens by another implementation; their type is not stated, so they are no SD-JWT VC. */
    @Nested
    class APublishedToken {

        @ParameterizedTest
        @ValueSource(strings = {"exampleIssuanceSdJwt.txt", "examplePresentationSdJwt.txt"})
        void fitsItsKey(String file) {
            var folder = Fixtures.folder("sd-jwt/eudi");
            var key = Fixtures.json(folder.resolve("examplesIssuerKey.json"));
            key.retain("kty", "n", "e");
            var issuer = "https://example.com/issuer";
            var metadata = Samples.parse("{}").put("issuer", issuer);
            metadata.putObject("jwks").putArray("keys").add(key.put("kid", "1"));
            var web =
                    new Web()
                            .with("https://example.com/.well-known/jwt-vc-issuer/issuer", metadata);

            var report =
                    Samples.verifier(Instant.parse("2024-06-01T00:00:00Z"), web)
                            .verify(Fixtures.bytes(folder.resolve(file)), Recipient.none());

            // They name no key, and the issuer has only one.
            assertThat(check(report, CheckName.PROOF)).isEqualTo("passed ok");
            assertThat(check(report, CheckName.STRUCTURE)).isEqualTo("failed missing-property");
            assertThat(report.format().wireName()).isEqualTo("sd-jwt-vc");
        }
    }

    private static Web site() {
        return new Web().with(METADATA, metadata());
    }

    private static ObjectNode metadata() {
        var metadata = Samples.parse("{}").put("issuer", ISSUER);
        metadata.putObject("jwks").putArray("keys").add(KEY.jwk().deepCopy().put("kid", "1"));
        return metadata;
    }

    private static ObjectNode header() {
        return Samples.parse("{\"alg\":\"ES256\",\"typ\":\"dc+sd-jwt\",\"kid\":\"1\"}");
    }

    private static ObjectNode payload(String... hidden) {
        var payload = Samples.parse("{}").put("iss", ISSUER).put("vct", TYPE);
        payload.put("iat", Samples.FROM.getEpochSecond());
        var digests = payload.putArray("_sd");
        List.of(hidden).forEach(disclosure -> digests.add(digest(disclosure)));
        return payload;
    }

    private static String present(ObjectNode payload, String... shown) {
        return KEY.token(header(), payload)
                + "~"
                + String.join("", List.of(shown).stream().map(s -> s + "~").toList());
    }

    private static String disclosure(String name, String value) {
        return base64("[\"salt-%s\",\"%s\",%s]".formatted(name, name, value));
    }

    private static String base64(String text) {
        return Tokens.base64(text);
    }

    private static String digest(String text) {
        try {
            return Tokens.base64(
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String proof(String token) {
        return check(verify(token), CheckName.PROOF);
    }

    private static byte[] bytes(String token) {
        return token.getBytes(StandardCharsets.US_ASCII);
    }

    private static VerificationReport verify(String token) {
        return verify(token, site());
    }

    private static VerificationReport verify(String token, Web web) {
        return Samples.verifier(Samples.NOW, web).verify(bytes(token), Recipient.none());
    }
}
