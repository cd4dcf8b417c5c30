package dev.assay.hiring.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Signature;
import java.security.SignatureException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The vectors that receivers try their code with. They were computed with OpenSSL, not by us; the
 * library of Standard Webhooks and the JDK say the same of each.
 */
class WebhookVectorsTest {

    private static final Path DOCS = Path.of(System.getProperty("assay.root", ".."), "docs");
    private static final JsonNode FILE =
            new JsonMapper().readTree(DOCS.resolve("samples/webhook-vectors.json"));
    private static final JsonNode KEYS = FILE.path("keys");
    private static final byte[] PKCS8 = HexFormat.of().parseHex("302e020100300506032b657004220420");

    static Stream<Arguments> toTake() {
        return named("take");
    }

    static Stream<Arguments> toRefuse() {
        return named("refuse");
    }

    private static Stream<Arguments> named(String list) {
        return FILE.path(list)
                .valueStream()
                .map(one -> Arguments.of(one.path("says").asString(), one));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("toTake")
    void weSignExactlyLikeThat(String says, JsonNode vector) {
        List<EndpointKeys> keys =
                vector.path("signedWith")
                        .valueStream()
                        .map(name -> keys(KEYS.path(name.asString())))
                        .toList();

        assertThat(
                        new WebhookMessage(
                                        UUID.fromString(id(vector)), body(vector).getBytes(UTF_8))
                                .headers(keys, Instant.ofEpochSecond(timestamp(vector))))
                .containsEntry("webhook-id", id(vector))
                .containsEntry("webhook-timestamp", Long.toString(timestamp(vector)))
                .containsEntry("webhook-signature", vector.path("webhook-signature").asString());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("toTake")
    void othersTakeBothKindsUnderEachKeyInForce(String says, JsonNode vector) throws Exception {
        for (JsonNode name : vector.path("signedWith")) {
            JsonNode key = KEYS.path(name.asString());
            assertThat(signatures(vector)).contains(byTheLibrary(vector, key));
            assertThat(isTakenByTheJdk(vector, key)).isTrue();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("toRefuse")
    void othersTakeNeitherOfWhatIsToBeRefused(String says, JsonNode vector) throws Exception {
        assertThat(signatures(vector)).doesNotContain(byTheLibrary(vector, current()));
        assertThat(isTakenByTheJdk(vector, current())).isFalse();
    }

    @Test
    void thePageForPartnersShowsTheFirstOfThem() throws IOException {
        JsonNode first = FILE.at("/take/0");

        assertThat(Files.readString(DOCS.resolve("partners.md")))
                .contains(id(first), body(first), current().path("secret").asString())
                .contains(current().path("publicKey").asString())
                .contains(signatures(first));
    }

    private static EndpointKeys keys(JsonNode key) {
        ByteArrayOutputStream stored = new ByteArrayOutputStream();
        Base64.Decoder decoder = Base64.getDecoder();
        stored.writeBytes(
                decoder.decode(key.path("secret").asString().substring("whsec_".length())));
        stored.writeBytes(PKCS8);
        stored.writeBytes(decoder.decode(key.path("privateSeed").asString()));
        return EndpointKeys.of(stored.toByteArray());
    }

    private static String byTheLibrary(JsonNode vector, JsonNode key) throws Exception {
        return new Webhook(key.path("secret").asString())
                .sign(id(vector), timestamp(vector), body(vector));
    }

    private static boolean isTakenByTheJdk(JsonNode vector, JsonNode key) throws Exception {
        for (String signature : signatures(vector)) {
            Optional<byte[]> ours =
                    Optional.of(signature)
                            .filter(text -> text.startsWith("v1a,"))
                            .map(text -> Base64.getDecoder().decode(text.substring(4)));
            if (ours.isPresent() && fits(vector, key, ours.get())) {
                return true;
            }
        }
        return false;
    }

    private static boolean fits(JsonNode vector, JsonNode key, byte[] signature) throws Exception {
        Signature check = Signature.getInstance("Ed25519", "SunEC");
        check.initVerify(EndpointKeysTest.published(key.path("publicKey").asString()));
        check.update((id(vector) + "." + timestamp(vector) + "." + body(vector)).getBytes(UTF_8));
        try {
            return check.verify(signature);
        } catch (SignatureException _) {
            return false; // not even the form of one
        }
    }

    private static JsonNode current() {
        return KEYS.path("current");
    }

    private static List<String> signatures(JsonNode vector) {
        return Arrays.asList(vector.path("webhook-signature").asString().split(" "));
    }

    private static String id(JsonNode vector) {
        return vector.path("webhook-id").asString();
    }

    private static long timestamp(JsonNode vector) {
        return Long.parseLong(vector.path("webhook-timestamp").asString());
    }

    private static String body(JsonNode vector) {
        return vector.path("body").asString();
    }
}
