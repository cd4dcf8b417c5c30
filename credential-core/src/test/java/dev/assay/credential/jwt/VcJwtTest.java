package dev.assay.credential.jwt;

import static dev.assay.credential.fixture.Samples.check;
import static dev.assay.credential.fixture.Samples.verify;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.credential.fixture.Fixtures;
import dev.assay.credential.fixture.SampleCertificate;
import dev.assay.credential.fixture.Samples;
import dev.assay.credential.fixture.Tokens;
import dev.assay.credential.fixture.Tokens.Signer;
import dev.assay.credential.model.Recipient;
import dev.assay.credential.report.CheckName;
import dev.assay.credential.report.IgnoreReason;
import dev.assay.credential.report.Outcome;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

@DisplayName("F4, F6: VC-JWT, its header and its claims")
class VcJwtTest {

    private static final Signer ED = Tokens.ed25519();
    private static final Signer EC = Tokens.es256();
    private static final Signer RSA = Tokens.rs256(2048);
    private static final String CERTIFICATE = SampleCertificate.of(EC, "seal.example");
    static final List<Signer> SIGNERS = List.of(ED, EC, RSA);

    /** The sample badge in the name of a signer, with the registered claims beside it. */
    private static ObjectNode claims(Signer signer) {
        var claims = Samples.unsigned();
        ((ObjectNode) claims.path("issuer")).put("id", signer.did());
        ((ObjectNode) claims.path("credentialSubject")).put("id", "did:example:holder");
        claims.put("iss", signer.did());
        claims.put("sub", "did:example:holder");
        claims.put("jti", claims.path("id").stringValue());
        claims.put("nbf", Samples.FROM.getEpochSecond());
        return claims;
    }

    private static String honest(Signer signer) {
        return signer.token(signer.header(), claims(signer));
    }

    @Nested
    class AnHonestToken {

        @ParameterizedTest
        @FieldSource("dev.assay.credential.jwt.VcJwtTest#SIGNERS")
        void isVerified(Signer signer) {
            assertThat(verify(honest(signer)).outcome()).isEqualTo(Outcome.VERIFIED);
        }

        @ParameterizedTest
        @FieldSource("dev.assay.credential.jwt.VcJwtTest#SIGNERS")
        void mayCarryItsKeyInsteadOfNamingIt(Signer signer) {
            var header = signer.header();
            header.remove("kid");
            header.set("jwk", signer.jwk());

            assertThat(verify(signer.token(header, claims(signer))).outcome())
                    .isEqualTo(Outcome.VERIFIED);
        }

        @Test
        void mayNestTheCredentialAsDataModel1Does() {
            var credential = claims(ED);
            credential.remove(List.of("iss", "sub", "jti", "nbf"));
            credential
                    .putArray("@context")
                    .add("https://www.w3.org/2018/credentials/v1")
                    .add("https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json");
            credential.set("issuanceDate", credential.remove("validFrom"));
            var payload = claims(ED).retain("iss", "sub", "jti", "nbf");
            payload.set("vc", credential);

            assertThat(verify(ED.token(ED.header(), payload)).outcome())
                    .isEqualTo(Outcome.VERIFIED);
        }

        @Test
        void ofDataModel1MaySayInClaimsWhatItsCredentialLeavesOut() {
            var payload = claims(ED).retain("iss", "sub", "jti", "nbf");
            payload.put("exp", Samples.NOW.plusSeconds(3600).getEpochSecond());
            var credential = payload.putObject("vc");
            credential.putArray("@context").add("https://www.w3.org/2018/credentials/v1");
            credential.putArray("type").add("VerifiableCredential");
            credential.putObject("credentialSubject");

            var report = verify(ED.token(ED.header(), payload));

            assertThat(report.outcome()).isEqualTo(Outcome.VERIFIED);
            var summary = report.credential().orElseThrow();
            assertThat(summary.issuer().id()).isEqualTo(ED.did());
            assertThat(summary.validFrom()).contains(Samples.FROM);
            assertThat(summary.validUntil()).contains(Samples.NOW.plusSeconds(3600));
        }

        @Test
        void maySetAnEndThatItsCredentialLeavesOpen() {
            var payload = claims(ED).put("exp", Samples.NOW.minusSeconds(60).getEpochSecond());

            var report = verify(ED.token(ED.header(), payload));

            assertThat(check(report, CheckName.PROOF)).isEqualTo("passed ok");
            assertThat(check(report, CheckName.VALIDITY)).isEqualTo("failed expired");
        }

        @Test
        void isReadWithSpaceAroundIt() {
            assertThat(verify("\n " + honest(ED) + "\r\n").outcome()).isEqualTo(Outcome.VERIFIED);
        }
    }

    @Nested
    class AnAlteredToken {

        @ParameterizedTest
        @FieldSource("dev.assay.credential.jwt.VcJwtTest#SIGNERS")
        void isNeverVerifiedWhereverACharacterChanged(Signer signer) {
            var token = honest(signer);
            // One of 23 characters, so that every part of every group of four gets its turn.
            for (int i = 0; i < token.length(); i += 23) {
                var altered = new StringBuilder(token);
                altered.setCharAt(i, token.charAt(i) == 'A' ? 'B' : 'A');

                assertThat(verify(altered.toString()).outcome())
                        .as("character %d", i)
                        .isNotEqualTo(Outcome.VERIFIED);
            }
        }

        @Test
        void isRefusedForASignatureOfAnotherLength() {
            assertThat(check(verify(honest(EC) + "AAAA"), CheckName.PROOF))
                    .isEqualTo("failed signature-invalid");
        }

        @Test
        void isRefusedForStrayBitsInItsLastCharacter() {
            var token = honest(ED); // 64 bytes leave four bits over in the last character
            var last = "" + (char) (token.charAt(token.length() - 1) + 1);

            var report = verify(token.substring(0, token.length() - 1) + last);

            assertThat(report.fault()).isPresent();
        }
    }

    /** F6: a registered claim says what the credential says, or the token is refused. */
    @Nested
    class AClaim {

        @ParameterizedTest
        @CsvSource({
            "iss, did:example:another",
            "sub, did:example:another",
            "jti, urn:uuid:00000000-0000-4000-8000-000000000000"
        })
        void thatContradictsTheCredentialFails(String claim, String value) {
            var report = verify(ED.token(ED.header(), claims(ED).put(claim, value)));

            assertThat(check(report, CheckName.PROOF)).isEqualTo("failed jwt-claim-mismatch");
            assertThat(report.ignoreReason()).contains(IgnoreReason.PROOF_FAILED);
        }

        @ParameterizedTest
        @ValueSource(longs = {-1, 1})
        void nbfASecondFromValidFromFails(long difference) {
            var payload = claims(ED).put("nbf", Samples.FROM.getEpochSecond() + difference);

            assertThat(check(verify(ED.token(ED.header(), payload)), CheckName.PROOF))
                    .isEqualTo("failed jwt-claim-mismatch");
        }

        @Test
        void expOtherThanValidUntilFails() {
            var payload = claims(ED).put("validUntil", Samples.NOW.plusSeconds(100).toString());
            payload.put("exp", Samples.NOW.plusSeconds(101).getEpochSecond());

            assertThat(check(verify(ED.token(ED.header(), payload)), CheckName.PROOF))
                    .isEqualTo("failed jwt-claim-mismatch");
        }

        @ParameterizedTest
        @ValueSource(strings = {"iss", "sub", "jti", "nbf", "exp"})
        void ofAnotherJsonTypeFails(String claim) {
            var payload = claims(ED);
            payload.putArray(claim).add("x");

            assertThat(check(verify(ED.token(ED.header(), payload)), CheckName.PROOF))
                    .isEqualTo("failed jwt-claim-mismatch");
        }

        @Test
        void subWithoutASubjectIdFails() {
            var payload = claims(ED);
            ((ObjectNode) payload.path("credentialSubject")).remove("id");

            assertThat(check(verify(ED.token(ED.header(), payload)), CheckName.PROOF))
                    .isEqualTo("failed jwt-claim-mismatch");
        }
    }

    @Nested
    class AHeader {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "none", "None", "HS256", "HS512", "ES384", "RS512", "PS256", "ES256K", ""
                })
        void withAnotherAlgorithmIsRefused(String algorithm) {
            var report = verify(ED.token(ED.header().put("alg", algorithm), claims(ED)));

            assertThat(check(report, CheckName.PROOF)).isEqualTo("failed jwt-algorithm");
        }

        @Test
        void withoutAnAlgorithmIsRefused() {
            var header = ED.header();
            header.remove("alg");

            assertThat(check(verify(ED.token(header, claims(ED))), CheckName.PROOF))
                    .isEqualTo("failed jwt-algorithm");
        }

        @Test
        void withNoneAndNoSignatureIsRefused() {
            var token = ED.token(ED.header().put("alg", "none"), claims(ED));

            var report = verify(token.substring(0, token.lastIndexOf('.') + 1));

            assertThat(check(report, CheckName.PROOF)).isEqualTo("failed jwt-algorithm");
        }

        @Test
        void withThePublicKeyUsedAsASharedSecretIsRefused() throws GeneralSecurityException {
            var header = RSA.header().put("alg", "HS256");
            var input =
                    Tokens.base64(header.toString()) + "." + Tokens.base64(claims(RSA).toString());
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(RSA.pair().getPublic().getEncoded(), "HmacSHA256"));
            byte[] signature = mac.doFinal(input.getBytes(StandardCharsets.US_ASCII));

            var report = verify(input + "." + Tokens.base64(signature));

            assertThat(check(report, CheckName.PROOF)).isEqualTo("failed jwt-algorithm");
        }

        @ParameterizedTest
        @ValueSource(strings = {"RS256", "ES256"})
        void withAnAlgorithmThatIsNotOfItsKeyIsRefused(String algorithm) {
            var report = verify(ED.token(ED.header().put("alg", algorithm), claims(ED)));

            assertThat(check(report, CheckName.PROOF)).isEqualTo("failed jwt-algorithm");
        }

        @ParameterizedTest
        @ValueSource(strings = {"crit", "b64", "x5c", "x5u", "jku", "zip", "d", "nonce"})
        void withAnyOtherMemberIsRefused(String member) {
            var header = ED.header();
            header.put(member, false);

            assertThat(check(verify(ED.token(header, claims(ED))), CheckName.PROOF))
                    .isEqualTo("failed jwt-header");
        }

        @ParameterizedTest
        @ValueSource(strings = {"at+jwt", "JOSE+JSON", "", "jwt"})
        void ofAnotherTypeIsRefused(String type) {
            assertThat(
                            check(
                                    verify(ED.token(ED.header().put("typ", type), claims(ED))),
                                    CheckName.PROOF))
                    .isEqualTo("failed jwt-header");
        }

        /** F4: what qualified seals write beyond the standard, as MyNextID does. */
        @Test
        void ofAQualifiedSealIsToleratedWithAWarning() {
            var header = ED.header().put("typ", "JOSE").put("sigT", "2026-01-10T08:00:00Z");
            header.putArray("crit").add("sigT");

            var report = verify(ED.token(header, claims(ED)));

            assertThat(check(report, CheckName.PROOF)).isEqualTo("passed jwt-header-tolerated");
            assertThat(report.check(CheckName.PROOF).detail()).contains("sigT, crit, typ");
            assertThat(report.outcome()).isEqualTo(Outcome.VERIFIED);
        }

        /** F4: a certificate is a key like one carried along, and proves as little. */
        @Test
        void withTheCertificateOfSomebodyElseIsRefused() {
            var header = ED.header();
            header.remove("kid");
            header.putArray("x5c").add(CERTIFICATE);

            var report = verify(ED.token(header, claims(ED)));

            assertThat(check(report, CheckName.KEY_BINDING)).isEqualTo("failed foreign-jwk");
            assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
        }

        @Test
        void withTwoDifferentKeysIsRefused() {
            var header = ED.header();
            header.set("jwk", ED.jwk());
            header.putArray("x5c").add(CERTIFICATE);

            assertThat(check(verify(ED.token(header, claims(ED))), CheckName.PROOF))
                    .isEqualTo("failed jwt-header");
        }

        @ParameterizedTest
        @ValueSource(strings = {"[]", "\"sigT\"", "[\"exp\"]", "[\"sigT\",\"b64\"]", "[1]"})
        void thatDemandsWhatIsNotUnderstoodIsRefused(String crit) {
            var header = ED.header().put("sigT", "2026-01-10T08:00:00Z");
            header.set("crit", Fixtures.MAPPER.readTree(crit));

            assertThat(check(verify(ED.token(header, claims(ED))), CheckName.PROOF))
                    .isEqualTo("failed jwt-header");
        }

        @Test
        void thatDemandsWhatItDoesNotSayIsRefused() {
            var header = ED.header();
            header.putArray("crit").add("sigT");

            assertThat(check(verify(ED.token(header, claims(ED))), CheckName.PROOF))
                    .isEqualTo("failed jwt-header");
        }

        @Test
        void withoutAnyKeyIsRefused() {
            var header = ED.header();
            header.remove("kid");

            assertThat(check(verify(ED.token(header, claims(ED))), CheckName.PROOF))
                    .isEqualTo("failed jwt-header");
        }

        @ParameterizedTest
        @FieldSource("dev.assay.credential.jwt.VcJwtTest#SIGNERS")
        void withAPrivateKeyIsRefused(Signer signer) {
            var header = signer.header();
            header.set("jwk", signer.jwk().deepCopy().put("d", "AAAA"));

            assertThat(check(verify(signer.token(header, claims(signer))), CheckName.PROOF))
                    .isEqualTo("failed jwt-header");
        }

        @Test
        void thatIsNotAnObjectIsMalformed() {
            var parts = honest(ED).split("\\.", -1);

            var report = verify(Tokens.base64("[1]") + "." + parts[1] + "." + parts[2]);

            assertThat(report.fault().orElseThrow().code().wireName()).isEqualTo("malformed-jwt");
        }

        @Test
        void withAMemberTwiceIsMalformed() {
            var parts = honest(ED).split("\\.", -1);
            var header = Tokens.base64("{\"alg\":\"none\",\"alg\":\"EdDSA\"}");

            var report = verify(header + "." + parts[1] + "." + parts[2]);

            assertThat(report.fault().orElseThrow().code().wireName()).isEqualTo("malformed-jwt");
        }
    }

    @Nested
    class AKey {

        @Test
        void ofFewerThan2048BitsIsRefused() {
            var report = verify(honest(Tokens.rs256(1024)));

            assertThat(report.outcome()).isNotEqualTo(Outcome.VERIFIED);
        }

        @Test
        void ofMoreThan4096BitsIsRefused() {
            var jwk = Samples.parse("{\"kty\":\"RSA\",\"e\":\"AQAB\"}");
            byte[] modulus = new byte[520];
            Arrays.fill(modulus, (byte) 0xff);
            jwk.put("n", Tokens.base64(modulus));
            var big = new Signer("RS256", "SHA256withRSA", RSA.pair(), jwk);

            var report = verify(honest(big));

            assertThat(check(report, CheckName.PROOF)).isEqualTo("indeterminate key-unavailable");
            assertThat(check(report, CheckName.KEY_BINDING)).isEqualTo("failed key-not-listed");
        }

        @ParameterizedTest
        @CsvSource({"use, enc", "alg, RS256", "crv, X25519", "kty, oct"})
        void meantForSomethingElseIsRefused(String member, String value) {
            var other =
                    new Signer(
                            ED.algorithm(),
                            ED.jca(),
                            ED.pair(),
                            ED.jwk().deepCopy().put(member, value));

            assertThat(verify(honest(other)).outcome()).isEqualTo(Outcome.FAILED);
        }

        @Test
        void thatIsNoPointOfTheCurveIsRefusedAndNotAnError() {
            byte[] noPoint = new byte[32];
            Arrays.fill(noPoint, (byte) 0xfe);
            var other =
                    new Signer(
                            ED.algorithm(),
                            ED.jca(),
                            ED.pair(),
                            ED.jwk().deepCopy().put("x", Tokens.base64(noPoint)));

            assertThat(verify(honest(other)).outcome()).isEqualTo(Outcome.FAILED);
        }
    }

    @Test
    void aTokenIsAboutItsHolder() {
        var report =
                Samples.verifier()
                        .verify(
                                honest(EC).getBytes(StandardCharsets.US_ASCII),
                                Recipient.confirmed(Samples.HOLDER));

        assertThat(check(report, CheckName.SUBJECT)).isEqualTo("passed ok");
    }
}
