package dev.assay.credential.badge2;

import static dev.assay.credential.fixture.Samples.check;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.credential.fixture.Fixtures;
import dev.assay.credential.fixture.Samples;
import dev.assay.credential.fixture.Tokens;
import dev.assay.credential.fixture.Web;
import dev.assay.credential.model.Recipient;
import dev.assay.credential.report.CheckName;
import dev.assay.credential.report.IgnoreReason;
import dev.assay.credential.report.Outcome;
import dev.assay.credential.report.VerificationReport;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** F14: Open Badges 2.0, hosted and signed, and the older ones. */
@DisplayName("F14: Open Badges 2.0 and 1.x")
class OpenBadges2Test {

    private static final String SITE = "https://badges.example/";
    private static final String ASSERTION = SITE + "assertions/1";
    private static final String BADGE = SITE + "classes/welding";
    private static final String ISSUER = SITE + "issuer";
    private static final String KEY = SITE + "key";
    private static final String LIST = SITE + "revoked";
    private static final String ELSEWHERE = "https://evil.example/";

    @Nested
    class AHostedBadge {

        @Test
        void isVerifiedFromWhatItsIssuerServes() {
            var report = verify(hosted(), site());

            assertThat(report.outcome()).isEqualTo(Outcome.VERIFIED);
            assertThat(report.format().wireName()).isEqualTo("open-badges-2");
            assertThat(report.checks())
                    .extracting(c -> c.name().wireName() + " " + c.code().wireName())
                    .containsExactly(
                            "structure ok",
                            "context not-relevant",
                            "proof ok",
                            "key-binding ok",
                            "validity ok",
                            "status ok",
                            "schema not-declared",
                            "items not-declared",
                            "subject not-asked",
                            "achievement-authority ok",
                            "issuer-trust registry-not-consulted",
                            "refresh not-declared",
                            "endorsements not-declared");
        }

        @Test
        void isReadInTheTermsOf3() {
            var claimed = verify(hosted(), site()).credential().orElseThrow();

            assertThat(claimed.id()).contains(ASSERTION);
            assertThat(claimed.name()).contains("Welding");
            assertThat(claimed.issuer().id()).isEqualTo(ISSUER);
            assertThat(claimed.issuer().name()).contains("Sample Academy");
            assertThat(claimed.validFrom()).contains(Samples.FROM);
            assertThat(claimed.achievement().orElseThrow().id()).isEqualTo(BADGE);
            assertThat(claimed.skills())
                    .extracting(s -> s.targetUrl())
                    .containsExactly("http://data.europa.eu/esco/skill/sample");
        }

        @Test
        void isAboutWhoeverTheIssuerSaysAndNotTheSender() {
            var sent = hosted();
            ((ObjectNode) sent.path("recipient")).put("identity", "mallory@example.org");

            assertThat(subject(sent, "liv.berg@example.org")).isEqualTo("passed ok");
            assertThat(subject(sent, "mallory@example.org")).isEqualTo("failed subject-mismatch");
        }

        private static String subject(ObjectNode sent, String email) {
            return check(
                    Samples.verifier(Samples.NOW, site())
                            .verify(bytes(sent), Recipient.confirmed(email)),
                    CheckName.SUBJECT);
        }

        @Test
        void thatIsNotServedAnyMoreIsUndecided() {
            var report = verify(hosted(), new Web());

            assertThat(report.outcome()).isEqualTo(Outcome.INDETERMINATE);
            assertThat(check(report, CheckName.PROOF))
                    .isEqualTo("indeterminate hosted-unavailable");
            assertThat(report.credential()).isEmpty();
        }

        @Test
        void thatWasWithdrawnIsRevoked() {
            var report = verify(hosted(), site().gone(ASSERTION));

            assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(report.ignoreReason()).contains(IgnoreReason.REVOKED);
        }

        @Test
        void thatIsMarkedAsRevokedIs() {
            var report = verify(hosted(), site().with(ASSERTION, hosted().put("revoked", true)));

            assertThat(check(report, CheckName.STATUS)).isEqualTo("failed revoked");
        }

        @Test
        void expires() {
            var web = site().with(ASSERTION, hosted().put("expires", "2026-05-31T00:00:00Z"));

            assertThat(check(verify(hosted(), web), CheckName.VALIDITY))
                    .isEqualTo("failed expired");
        }

        @ParameterizedTest
        @ValueSource(strings = {BADGE, ISSUER})
        void withAPartMissingIsUndecided(String missing) {
            var report = verify(hosted(), site().gone(missing));

            assertThat(report.outcome()).isEqualTo(Outcome.INDETERMINATE);
            assertThat(check(report, CheckName.KEY_BINDING))
                    .isEqualTo("indeterminate issuer-document-unavailable");
        }

        @Test
        void servedUnderAnotherIdIsUndecided() {
            var web = site().with(ASSERTION, hosted().put("id", SITE + "assertions/2"));

            assertThat(check(verify(hosted(), web), CheckName.PROOF))
                    .isEqualTo("indeterminate hosted-unavailable");
        }

        @Test
        void withoutAnAddressHasNoProof() {
            assertThat(check(verify(hosted().put("id", "urn:uuid:1"), site()), CheckName.PROOF))
                    .isEqualTo("failed proof-missing");
        }

        @Test
        void thatSaysItIsSignedHasNoProof() {
            var badge = hosted();
            badge.putObject("verification").put("type", "signed").put("creator", KEY);

            assertThat(check(verify(badge, site()), CheckName.PROOF))
                    .isEqualTo("failed proof-missing");
        }

        @Test
        void mayHaveAnAddressOfTheOldKind() {
            var old = "http://badges.example/assertions/1";

            var report =
                    verify(
                            hosted().put("id", old),
                            site().with(ASSERTION, hosted().put("id", old)));

            assertThat(report.outcome()).isEqualTo(Outcome.VERIFIED);
        }

        @Test
        void bakedAsItsAddressAloneIsFetched() {
            var svg =
                    "<svg xmlns:o=\"http://openbadges.org\"><o:assertion verify=\"%s\"/></svg>"
                            .formatted(ASSERTION);

            assertThat(verify(svg.getBytes(StandardCharsets.UTF_8), site()).outcome())
                    .isEqualTo(Outcome.VERIFIED);
        }

        @ParameterizedTest
        @CsvSource({
            "recipient, missing-property",
            "issuedOn, missing-property",
            "type, malformed-property"
        })
        void needsItsParts(String part, String code) {
            var served = hosted();
            served.remove(part);

            assertThat(check(verify(hosted(), site().with(ASSERTION, served)), CheckName.STRUCTURE))
                    .isEqualTo("failed " + code);
        }
    }

    /** Anybody can write any issuer into a document on a site of their own. */
    @Nested
    class AForgery {

        @Test
        void hostedElsewhereIsRefused() {
            var forged = hosted().put("id", ELSEWHERE + "1");

            var report = verify(forged, site().with(ELSEWHERE + "1", forged));

            assertThat(check(report, CheckName.KEY_BINDING)).isEqualTo("failed hosted-elsewhere");
            assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(report.ignoreReason()).contains(IgnoreReason.BINDING_FAILED);
        }

        @Test
        void withCopiesOfBadgeClassAndProfileIsRefused() {
            var issuer = issuer();
            issuer.putObject("verification").put("startsWith", ELSEWHERE);
            var badge = badgeClass();
            badge.set("issuer", issuer);
            var forged = hosted().put("id", ELSEWHERE + "1");
            forged.set("badge", badge);

            var report = verify(forged, site().with(ELSEWHERE + "1", forged));

            assertThat(check(report, CheckName.KEY_BINDING)).isEqualTo("failed hosted-elsewhere");
        }

        @ParameterizedTest
        @CsvSource({
            "https://badges.example/, https://badges.example/assertions/1, ok",
            "https://badges.example/classes, https://badges.example/assertions/1, hosted-elsewhere",
            "https://badges.example, https://badges.example.evil.example/1, hosted-elsewhere",
            "https://b, https://badges.example/assertions/1, hosted-elsewhere",
            "https://other.example/, https://other.example/1, ok"
        })
        void mustBeginAsTheProfileSays(String prefix, String id, String code) {
            var issuer = issuer();
            issuer.putObject("verification").put("startsWith", prefix);

            assertThat(scope(issuer, id)).isEqualTo(code);
        }

        @ParameterizedTest
        @CsvSource({
            "badges.example, https://badges.example/assertions/1, ok",
            "other.example, https://other.example/1, ok",
            "other.example, https://badges.example/assertions/1, hosted-elsewhere",
            "other.example, https://evil.other.example/1, hosted-elsewhere"
        })
        void mustBeOfAnOriginTheProfileAllows(String origin, String id, String code) {
            var issuer = issuer();
            issuer.putObject("verification").putArray("allowedOrigins").add(origin);

            assertThat(scope(issuer, id)).isEqualTo(code);
        }

        private static String scope(ObjectNode issuer, String id) {
            var badge = hosted().put("id", id);
            var report = verify(badge, site().with(ISSUER, issuer).with(id, badge));
            return report.check(CheckName.KEY_BINDING).code().wireName();
        }

        @Test
        void signedWithAKeyOfTheForgersIsRefused() {
            var web =
                    site().with(KEY, key(OTHER))
                            .with(ELSEWHERE + "key", key(FORGER).put("id", ELSEWHERE + "key"));
            var payload = signed();
            payload.putObject("verification")
                    .put("type", "signed")
                    .put("creator", ELSEWHERE + "key");

            var report = verify(FORGER.token(header(), payload), web);

            assertThat(check(report, CheckName.PROOF)).isEqualTo("passed ok");
            assertThat(check(report, CheckName.KEY_BINDING)).isEqualTo("failed key-not-listed");
        }

        @Test
        void signedWithAKeyOfAnotherOwnerIsRefused() {
            var web = site().with(KEY, key(OWN).put("owner", ELSEWHERE + "issuer"));

            assertThat(check(verify(OWN.token(header(), signed()), web), CheckName.KEY_BINDING))
                    .isEqualTo("failed controller-mismatch");
        }
    }

    private static final Tokens.Signer OWN = Tokens.rs256(2048);
    private static final Tokens.Signer OTHER = Tokens.rs256(2048);
    private static final Tokens.Signer FORGER = Tokens.rs256(2048);

    @Nested
    class ASignedBadge {

        @Test
        void isVerifiedByAKeyItsIssuerLists() {
            var report = verify(OWN.token(header(), signed()), site());

            assertThat(report.outcome()).isEqualTo(Outcome.VERIFIED);
            assertThat(report.proof().orElseThrow().verificationMethod()).contains(KEY);
            assertThat(check(report, CheckName.STATUS)).isEqualTo("not-applicable not-declared");
        }

        @Test
        void ofAnotherSignatureFails() {
            assertThat(check(verify(OTHER.token(header(), signed()), site()), CheckName.PROOF))
                    .isEqualTo("failed signature-invalid");
        }

        @Test
        void withoutItsKeyIsUndecided() {
            var report = verify(OWN.token(header(), signed()), new Web());

            assertThat(check(report, CheckName.PROOF)).isEqualTo("indeterminate key-unavailable");
            assertThat(report.outcome()).isEqualTo(Outcome.INDETERMINATE);
        }

        @ParameterizedTest
        @CsvSource({
            "[], passed ok",
            "['urn:uuid:other'], passed ok",
            "['urn:uuid:signed'], failed revoked",
            "[{'id': 'urn:uuid:signed'}], failed revoked",
            "[{'uid': 'urn:uuid:signed'}], failed revoked",
            "NONE, indeterminate status-list-unavailable"
        })
        void isLookedUpInTheListOfItsIssuer(String revoked, String expected) {
            var web = site().with(ISSUER, issuer().put("revocationList", LIST));
            if (!revoked.equals("NONE")) {
                web.with(
                        LIST,
                        "{\"id\":\"%s\",\"revokedAssertions\":%s}"
                                .formatted(LIST, revoked.replace('\'', '"')));
            }

            assertThat(check(verify(OWN.token(header(), signed()), web), CheckName.STATUS))
                    .isEqualTo(expected);
        }

        @ParameterizedTest
        @ValueSource(strings = {"none", "HS256", "RS512", "ES256"})
        void isSignedByTheAlgorithmOfTheKey(String algorithm) {
            var token = OWN.token(header().put("alg", algorithm), signed());

            assertThat(check(verify(token, site()), CheckName.PROOF))
                    .isEqualTo("failed jwt-algorithm");
        }

        @ParameterizedTest
        @ValueSource(strings = {"jwk", "jku", "x5u", "x5c", "crit"})
        void bringsNoKeyOfItsOwn(String member) {
            var token = OWN.token(header().put(member, "x"), signed());

            assertThat(check(verify(token, site()), CheckName.PROOF))
                    .isEqualTo("failed jwt-header");
        }

        @Test
        void byAShortKeyFails() {
            var weak = Tokens.rs256(1024);
            var web = site().with(KEY, key(weak));

            assertThat(check(verify(weak.token(header(), signed()), web), CheckName.PROOF))
                    .isEqualTo("failed key-unusable");
        }
    }

    /** Open Badges 1.x: no context or one of v1, {@code verify} for {@code verification}. */
    @Nested
    class ABadgeOfTheFirstGeneration {

        @ParameterizedTest
        @ValueSource(strings = {"", "https://w3id.org/openbadges/v1"})
        void isReadByTheSameRules(String context) {
            var badge = hosted();
            badge.remove("@context");
            badge.remove("id");
            badge.remove("verification");
            badge.put("uid", "abc").put("issuedOn", 1767225600);
            badge.putObject("verify").put("type", "hosted").put("url", ASSERTION);
            if (context.isEmpty()) {
                badge.remove("type");
            } else {
                badge.put("@context", context);
            }

            var report = verify(badge, site().with(ASSERTION, badge));

            assertThat(report.outcome()).isEqualTo(Outcome.VERIFIED);
            assertThat(report.credential().orElseThrow().validFrom())
                    .hasValueSatisfying(at -> assertThat(at).hasToString("2026-01-01T00:00:00Z"));
        }
    }

    /** 1EdTech's own files, each served at the address the others know it by. */
    @Nested
    class APublishedFile {

        @ParameterizedTest
        @CsvSource({
            "basic-assertion.json, verified, ok, ok",
            "assertion-with-data-image.json, verified, ok, ok",
            "basic-assertion-expired.json, failed, ok, ok",
            "basic-assertion-in-future.json, failed, ok, ok",
            "basic-assertion-invalid-type.json, failed, malformed-property, ok"
        })
        void hasTheVerdictThatIsOurs(
                String file, String outcome, String structure, String binding) {
            var folder = Fixtures.folder("onedtech/ob20");
            var sent = Fixtures.json(folder.resolve(file));

            var report = verify(sent, published(folder).with(https(sent), sent));

            assertThat(report.outcome().wireName()).isEqualTo(outcome);
            assertThat(report.check(CheckName.STRUCTURE).code().wireName()).isEqualTo(structure);
            assertThat(report.check(CheckName.KEY_BINDING).code().wireName()).isEqualTo(binding);
        }

        @ParameterizedTest
        @CsvSource({
            "simple.jwt, verified, passed ok",
            "simple-revoked.jwt, failed, failed revoked",
            "simple-not-revoked.jwt, verified, passed ok"
        })
        void thatIsSignedHasItsKeyFound(String file, String outcome, String status) {
            var folder = Fixtures.folder("onedtech/ob20");

            var report = verify(Fixtures.bytes(folder.resolve(file)), published(folder));

            assertThat(check(report, CheckName.PROOF)).isEqualTo("passed ok");
            assertThat(report.outcome().wireName()).isEqualTo(outcome);
        }

        private static Web published(Path folder) {
            var web = new Web();
            for (var file : Fixtures.files(folder.resolve("assets"), ".json")) {
                web.with("https://example.org/" + file.getFileName(), Fixtures.bytes(file));
            }
            return web;
        }

        private static String https(JsonNode document) {
            return document.path("id").stringValue().replace("http://", "https://");
        }
    }

    private static Web site() {
        return new Web()
                .with(ASSERTION, hosted())
                .with(BADGE, badgeClass())
                .with(ISSUER, issuer())
                .with(KEY, key(OWN));
    }

    private static ObjectNode assertion() {
        var assertion = Samples.parse("{}");
        assertion.put("@context", "https://w3id.org/openbadges/v2");
        assertion.put("type", "Assertion").put("id", ASSERTION);
        assertion
                .putObject("recipient")
                .put("type", "email")
                .put("hashed", false)
                .put("identity", Samples.HOLDER);
        return assertion.put("badge", BADGE).put("issuedOn", Samples.FROM.toString());
    }

    private static ObjectNode hosted() {
        var assertion = assertion();
        assertion.putObject("verification").put("type", "hosted");
        return assertion;
    }

    private static ObjectNode signed() {
        var assertion = assertion().put("id", "urn:uuid:signed");
        assertion.putObject("verification").put("type", "signed").put("creator", KEY);
        return assertion;
    }

    private static ObjectNode badgeClass() {
        var badge = Samples.parse("{}");
        badge.put("@context", "https://w3id.org/openbadges/v2");
        badge.put("type", "BadgeClass").put("id", BADGE).put("name", "Welding");
        badge.put("description", "Welds.").put("issuer", ISSUER);
        badge.putObject("criteria").put("narrative", "Welded.");
        badge.putArray("alignment")
                .addObject()
                .put("targetName", "weld")
                .put("targetUrl", "http://data.europa.eu/esco/skill/sample");
        return badge;
    }

    private static ObjectNode issuer() {
        var issuer = Samples.parse("{}");
        issuer.put("@context", "https://w3id.org/openbadges/v2").put("type", "Profile");
        issuer.put("id", ISSUER).put("name", "Sample Academy").put("url", SITE);
        return issuer.put("publicKey", KEY);
    }

    private static ObjectNode key(Tokens.Signer signer) {
        byte[] info = ((RSAPublicKey) signer.pair().getPublic()).getEncoded();
        var pem =
                "-----BEGIN PUBLIC KEY-----\n"
                        + Base64.getMimeEncoder().encodeToString(info)
                        + "\n-----END PUBLIC KEY-----";
        return Samples.parse("{}")
                .put("type", "CryptographicKey")
                .put("id", KEY)
                .put("owner", ISSUER)
                .put("publicKeyPem", pem);
    }

    private static ObjectNode header() {
        return Samples.parse("{\"alg\":\"RS256\",\"typ\":\"JWT\"}");
    }

    private static byte[] bytes(JsonNode document) {
        return document.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static VerificationReport verify(JsonNode document, Web web) {
        return verify(bytes(document), web);
    }

    private static VerificationReport verify(String token, Web web) {
        return verify(token.getBytes(StandardCharsets.US_ASCII), web);
    }

    private static VerificationReport verify(byte[] document, Web web) {
        return Samples.verifier(Samples.NOW, web).verify(document, Recipient.none());
    }
}
