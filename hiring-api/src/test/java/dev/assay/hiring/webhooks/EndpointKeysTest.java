package dev.assay.hiring.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.net.http.HttpHeaders;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

class EndpointKeysTest {

    private static final UUID ID = UUID.fromString("019e0000-0000-7000-8000-000000000001");
    private static final byte[] BODY = "{\"type\":\"webhook.ping\"}".getBytes(UTF_8);

    private final EndpointKeys.Made made = EndpointKeys.make(new SecureRandom());
    private final EndpointKeys.Made other = EndpointKeys.make(new SecureRandom());

    /** The library looks at the clock, so the message is of this moment. */
    @Test
    void thePublicLibraryTakesWhatIsSignedAndNothingThatWasChanged() throws Exception {
        Webhook receiver = new Webhook(made.keys().secret());
        Map<String, String> headers = headers(List.of(made.keys()));

        receiver.verify(new String(BODY, UTF_8), of(headers));

        assertThatThrownBy(() -> receiver.verify("{\"type\":\"webhook.pong\"}", of(headers)))
                .isInstanceOf(WebhookVerificationException.class);
        assertThatThrownBy(() ->
                        new Webhook(other.keys().secret())
                                .verify(new String(BODY, UTF_8), of(headers)))
                .isInstanceOf(WebhookVerificationException.class);
    }

    @Test
    void duringAChangeBothSecretsAreGood() throws Exception {
        Map<String, String> headers = headers(List.of(made.keys(), other.keys()));

        for (EndpointKeys keys : List.of(made.keys(), other.keys())) {
            new Webhook(keys.secret()).verify(new String(BODY, UTF_8), of(headers));
        }
        assertThat(headers.getOrDefault("webhook-signature", "").split(" ")).hasSize(4);
    }

    /** By the JDK: the library for Java knows the other kind alone. */
    @Test
    void theOtherSignatureIsCheckedWithThePublicKeyAlone() throws Exception {
        String signature = made.keys().signatures(ID, 1_780_000_000L, BODY).split(" ")[1];

        Signature check = Signature.getInstance("Ed25519");
        check.initVerify(published(made.publicKey()));
        check.update((ID + ".1780000000.").getBytes(UTF_8));
        check.update(BODY);

        assertThat(signature).startsWith("v1a,");
        assertThat(check.verify(Base64.getDecoder().decode(signature.substring(4)))).isTrue();
    }

    @Test
    void whatIsStoredSignsAsBefore() {
        EndpointKeys again = EndpointKeys.of(made.keys().bytes());

        assertThat(again.signatures(ID, 1, BODY)).isEqualTo(made.keys().signatures(ID, 1, BODY));
        assertThat(again.secret()).isEqualTo(made.keys().secret());
        assertThat(made.keys().toString()).doesNotContain(made.keys().secret());
    }

    private static Map<String, String> headers(List<EndpointKeys> keys) {
        return new WebhookMessage(ID, BODY).headers(keys, Instant.now());
    }

    private static HttpHeaders of(Map<String, String> headers) {
        return HttpHeaders.of(
                headers.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, e -> List.of(e.getValue()))),
                (_, _) -> true);
    }

    static PublicKey published(String text) throws Exception {
        byte[] raw = Base64.getDecoder().decode(text.substring("whpk_".length()));
        byte[] head = HexFormat.of().parseHex("302a300506032b6570032100");
        byte[] encoded = new byte[head.length + raw.length];
        System.arraycopy(head, 0, encoded, 0, head.length);
        System.arraycopy(raw, 0, encoded, head.length, raw.length);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }

    @Test
    void aMessageSaysWhatHappenedWhenAndTheSameBytesEachTime() {
        HeardEvent event =
                new HeardEvent(
                        ID,
                        7,
                        "job.created",
                        Instant.parse("2026-11-26T12:00:00Z"),
                        JsonNodeFactory.instance.objectNode().put("sequence", 7));

        assertThat(new String(WebhookMessage.of(event).body(), UTF_8))
                .isEqualTo(
                        "{\"type\":\"job.created\",\"timestamp\":\"2026-11-26T12:00:00Z\",\"data\":{\"sequence\":7}}");
        assertThat(WebhookMessage.of(event).body()).isEqualTo(WebhookMessage.of(event).body());
        assertThat(WebhookMessage.of(event).id()).isEqualTo(ID);
    }
}
