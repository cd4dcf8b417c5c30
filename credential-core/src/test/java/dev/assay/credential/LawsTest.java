package dev.assay.credential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.credential.fixture.Samples;
import dev.assay.credential.fixture.Tokens;
import dev.assay.credential.fixture.Web;
import dev.assay.credential.model.Recipient;
import dev.assay.credential.proof.DataIntegritySigner;
import dev.assay.credential.proof.Ed25519SigningKey;
import dev.assay.credential.proof.ProofSuite;
import dev.assay.credential.report.CheckOutcome;
import dev.assay.credential.report.Outcome;
import dev.assay.credential.report.VerificationReport;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What holds of every document, whoever wrote it. */
class LawsTest {

    private static final String ISSUER = "did:web:academy.example";
    private static final Ed25519SigningKey KEY = Samples.key(21);
    private static final String DID_DOCUMENT = "https://academy.example/.well-known/did.json";
    private static final String LIST = "https://academy.example/revoked";
    private static final String SCHEMA = "https://academy.example/schema";
    private static final Map<String, String> WEB =
            Map.of(
                    DID_DOCUMENT,
                    """
                    {"id":"%1$s","verificationMethod":[{"id":"%1$s#key-1","controller":"%1$s",
                     "type":"Multikey","publicKeyMultibase":"%2$s"}],
                     "assertionMethod":["%1$s#key-1"]}\
                    """
                            .formatted(ISSUER, KEY.publicKeyMultibase()),
                    LIST,
                    "{\"issuer\":\"%s\",\"revokedCredential\":[]}".formatted(ISSUER),
                    SCHEMA,
                    """
                    {"$schema":"https://json-schema.org/draft/2020-12/schema",
                     "type":"object","required":["issuer"]}\
                    """);

    @Property(tries = 60)
    void theOrderOfKeysAndTheSpaceBetweenThemNeverChangeAVerdict(@ForAll long seed) {
        var random = new Random(seed);
        var documents = documents();
        var document = documents.get(random.nextInt(documents.size()));

        assertThat(verify(written(document, random).getBytes(StandardCharsets.UTF_8), web()))
                .isEqualTo(verify(bytes(document), web()));
    }

    @Property(tries = 60)
    void whatCouldNotBeHadNeverTurnsIntoPassed(@ForAll @IntRange(max = 7) int had) {
        var addresses = List.of(DID_DOCUMENT, LIST, SCHEMA);
        var some = new Web();
        for (int i = 0; i < addresses.size(); i++) {
            if ((had & (1 << i)) != 0) {
                some.with(addresses.get(i), WEB.getOrDefault(addresses.get(i), ""));
            }
        }
        for (var document : documents()) {
            var full = verify(bytes(document), web());
            var partial = verify(bytes(document), some);

            assertNotBetter(full, partial);
            if (partial.outcome() == Outcome.VERIFIED) {
                assertThat(full.outcome()).isEqualTo(Outcome.VERIFIED);
            }
        }
        assertThat(verify(bytes(dependent()), some).outcome() == Outcome.VERIFIED)
                .isEqualTo(had == 7);
    }

    /** A check that passes with less to go by would have passed with all of it. */
    private static void assertNotBetter(VerificationReport full, VerificationReport partial) {
        for (var check : partial.checks()) {
            if (check.outcome() == CheckOutcome.PASSED) {
                assertThat(full.check(check.name()).outcome()).isEqualTo(CheckOutcome.PASSED);
            }
        }
    }

    @Property(tries = 120)
    void documentsFromOutsideThatWereAlteredNeverVerifyAForgery(
            @ForAll @IntRange(max = 2) int which,
            @ForAll @IntRange(max = 10_000) int position,
            @ForAll byte value) {
        var forged = dependent().put("name", "Surgery");
        var address = List.of(DID_DOCUMENT, LIST, SCHEMA).get(which);
        byte[] altered = WEB.getOrDefault(address, "").getBytes(StandardCharsets.UTF_8);
        altered[position % altered.length] = value;

        assertThat(verify(bytes(forged), web().with(address, altered)).outcome())
                .isNotEqualTo(Outcome.VERIFIED);
    }

    @Property(tries = 120)
    void aTokenWithAByteChangedIsNeverVerified(
            @ForAll @IntRange(max = 10_000) int position, @ForAll byte value) {
        byte[] token = TOKEN.getBytes(StandardCharsets.US_ASCII);
        byte[] altered = token.clone();
        altered[position % altered.length] = value;

        if (!new String(altered, StandardCharsets.ISO_8859_1).strip().equals(TOKEN)) {
            assertThat(verify(altered, web()).outcome()).isNotEqualTo(Outcome.VERIFIED);
        }
    }

    @Property(tries = 120)
    void aTranscriptWithAByteChangedIsNeverVerified(
            @ForAll @IntRange(max = 100_000) int position, @ForAll @IntRange(max = 7) int bit) {
        byte[] altered = bytes(transcript());
        altered[position % altered.length] ^= (byte) (1 << bit);

        assertThat(verify(altered, web()).outcome()).isNotEqualTo(Outcome.VERIFIED);
    }

    private static final String TOKEN = token();

    private static String token() {
        var signer = Tokens.ed25519();
        var claims = Samples.unsigned();
        ((ObjectNode) claims.path("issuer")).put("id", signer.did());
        return signer.token(signer.header(), claims);
    }

    private static List<ObjectNode> documents() {
        var expired = Samples.unsigned();
        expired.put("validUntil", "2026-02-01T00:00:00Z");
        return List.of(
                Samples.badge(),
                Samples.sign(Samples.unsigned(), ProofSuite.EDDSA_JCS_2022),
                Samples.sign(Samples.unsignedOfDataModel1(), ProofSuite.ED25519_SIGNATURE_2020),
                Samples.badge().put("name", "Surgery"),
                Samples.sign(expired),
                Samples.unsigned(),
                dependent(),
                transcript(),
                Samples.parse("{\"type\":[\"VerifiableCredential\",\"EuropassCredential\"]}"));
    }

    /** Verified only with all three documents: keys, revocations, schema. */
    private static ObjectNode dependent() {
        var badge = Samples.unsigned();
        badge.withArrayProperty("@context")
                .add("https://purl.imsglobal.org/spec/ob/v3p0/extensions.json");
        ((ObjectNode) badge.path("issuer")).put("id", ISSUER);
        badge.putObject("credentialStatus").put("id", LIST).put("type", "1EdTechRevocationList");
        badge.putObject("credentialSchema")
                .put("id", SCHEMA)
                .put("type", "1EdTechJsonSchemaValidator2019");
        return DataIntegritySigner.create(KEY, ISSUER + "#key-1", ProofSuite.EDDSA_RDFC_2022)
                .sign(badge, Samples.FROM);
    }

    private static ObjectNode transcript() {
        var clr = Samples.unsigned();
        clr.withArrayProperty("@context")
                .add("https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json");
        clr.putArray("type").add("VerifiableCredential").add("ClrCredential");
        clr.putObject("credentialSubject")
                .put("id", "did:example:holder")
                .put("type", "ClrSubject")
                .putArray("verifiableCredential")
                .add(dependent())
                .add(Samples.badge());
        return Samples.sign(clr, ProofSuite.EDDSA_JCS_2022);
    }

    private static Web web() {
        var web = new Web();
        WEB.forEach(web::with);
        return web;
    }

    private static VerificationReport verify(byte[] document, Web web) {
        return Samples.verifier(Samples.NOW, web).verify(document, Recipient.none());
    }

    private static byte[] bytes(JsonNode document) {
        return document.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String written(JsonNode node, Random random) {
        var text = new StringBuilder();
        write(node, random, text);
        return text.toString();
    }

    private static void write(JsonNode node, Random random, StringBuilder text) {
        space(random, text);
        if (node.isObject()) {
            var names = new ArrayList<>(node.propertyNames());
            Collections.shuffle(names, random);
            var separator = "{";
            for (var name : names) {
                text.append(separator);
                write(JsonNodeFactory.instance.stringNode(name), random, text);
                text.append(':');
                write(node.path(name), random, text);
                separator = ",";
            }
            text.append(names.isEmpty() ? "{}" : "}");
        } else if (node.isArray()) {
            var separator = "[";
            for (var item : node) {
                text.append(separator);
                write(item, random, text);
                separator = ",";
            }
            text.append(node.isEmpty() ? "[]" : "]");
        } else {
            text.append(node);
        }
        space(random, text);
    }

    private static void space(Random random, StringBuilder text) {
        text.append(List.of("", "", "", " ", "\n", "\t ", "\r\n").get(random.nextInt(7)));
    }
}
