package dev.assay.hiring.webhooks;

import dev.assay.credential.key.Ed25519Signer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What an endpoint's deliveries are signed with (Standard Webhooks 1.0): a secret the receiver
 * shares ({@code v1}, HMAC-SHA-256) and a key of which it has the public half ({@code v1a},
 * Ed25519).
 */
final class EndpointKeys {

    private static final String HMAC = "HmacSHA256";
    private static final String ED25519 = "Ed25519";
    private static final int SECRET_BYTES = 32;
    private static final String SECRET_PREFIX = "whsec_";

    /** How many of a public key's last bytes are the key itself (RFC 8410, clause 4). */
    private static final int PUBLIC_BYTES = 32;

    private final byte[] secret;

    /** As PKCS #8 has it (RFC 8410). */
    private final byte[] key;

    private final Ed25519Signer signer;

    private EndpointKeys(byte[] secret, byte[] key) {
        this.secret = secret;
        this.key = key;
        this.signer = Ed25519Signer.of(key);
    }

    /** Both made anew, with the text of the public half. */
    static Made make(SecureRandom random) {
        try {
            byte[] secret = new byte[SECRET_BYTES];
            random.nextBytes(secret);
            KeyPairGenerator generator = KeyPairGenerator.getInstance(ED25519);
            KeyPair pair = generator.generateKeyPair();
            byte[] published = pair.getPublic().getEncoded();
            return new Made(
                    new EndpointKeys(secret, pair.getPrivate().getEncoded()),
                    "whpk_"
                            + base64(
                                    Arrays.copyOfRange(
                                            published,
                                            published.length - PUBLIC_BYTES,
                                            published.length)));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("Ed25519 is not available", failure);
        }
    }

    /**
     * A receiver's secret, as it enters it, beside a key that nobody has the public half of.
     *
     * @throws IllegalArgumentException when it is no such secret
     */
    static EndpointKeys withSecret(String text, SecureRandom random) {
        if (!text.startsWith(SECRET_PREFIX)) {
            throw new IllegalArgumentException("a secret begins with " + SECRET_PREFIX);
        }
        byte[] secret = Base64.getDecoder().decode(text.substring(SECRET_PREFIX.length()));
        if (secret.length == 0) {
            throw new IllegalArgumentException("the secret is empty");
        }
        return new EndpointKeys(secret, make(random).keys().key);
    }

    /** Reads what {@link #bytes} wrote. */
    static EndpointKeys of(byte[] bytes) {
        return new EndpointKeys(
                Arrays.copyOf(bytes, SECRET_BYTES),
                Arrays.copyOfRange(bytes, SECRET_BYTES, bytes.length));
    }

    /** For the vault alone. */
    byte[] bytes() {
        return ByteBuffer.allocate(secret.length + key.length).put(secret).put(key).array();
    }

    /** As receivers enter it. */
    String secret() {
        return SECRET_PREFIX + base64(secret);
    }

    /** Both signatures of a message, with a space between. */
    String signatures(UUID message, long timestamp, byte[] body) {
        byte[] head = (message + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8);
        byte[] signed = ByteBuffer.allocate(head.length + body.length).put(head).put(body).array();
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret, HMAC));
            return "v1,%s v1a,%s"
                    .formatted(base64(mac.doFinal(signed)), base64(signer.sign(signed)));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("a delivery cannot be signed", failure);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "EndpointKeys";
    }

    /** New keys, and the text of the public one. */
    record Made(EndpointKeys keys, String publicKey) {}
}
