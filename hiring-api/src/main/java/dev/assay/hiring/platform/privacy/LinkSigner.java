package dev.assay.hiring.platform.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Signs what is put into links that are mailed: two ids and nothing else, so that an address tells
 * nobody anything. The key is derived from the master key, and a link names which one: while the
 * master key is exchanged, links of the old one go on; once that is gone they are void.
 */
@Component
public class LinkSigner {

    private static final String HMAC = "HmacSHA256";
    private static final int KEY_ID_BYTES = 4;
    private static final int MAC_BYTES = 32;
    private static final int BODY_BYTES = KEY_ID_BYTES + 32;

    private final List<Key> keys;

    LinkSigner(PrivacyProperties properties) {
        this.keys = masterKeys(properties.masterKeyFile()).stream().map(Key::derived).toList();
    }

    /**
     * The part of an address that stands for these ids.
     *
     * @param purpose what the link is for: one for another purpose is not believed
     */
    public String sign(String purpose, UUID employer, UUID id) {
        Key key = keys.getFirst();
        byte[] body =
                ByteBuffer.allocate(BODY_BYTES)
                        .put(key.id())
                        .putLong(employer.getMostSignificantBits())
                        .putLong(employer.getLeastSignificantBits())
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .array();
        byte[] link =
                ByteBuffer.allocate(BODY_BYTES + MAC_BYTES)
                        .put(body)
                        .put(key.mac(purpose, body))
                        .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(link);
    }

    /** The ids, if {@link #sign} made this for that purpose; empty for anything else. */
    public Optional<Signed> read(String purpose, String text) {
        return decoded(text)
                .flatMap(link -> {
                    byte[] body = Arrays.copyOf(link, BODY_BYTES);
                    byte[] mac = Arrays.copyOfRange(link, BODY_BYTES, link.length);
                    byte[] keyId = Arrays.copyOf(link, KEY_ID_BYTES);
                    return keys.stream()
                            .filter(key -> Arrays.equals(key.id(), keyId))
                            .filter(key -> MessageDigest.isEqual(key.mac(purpose, body), mac))
                            .findFirst()
                            .map(_ -> ids(body));
                });
    }

    private static Optional<byte[]> decoded(String text) {
        try {
            byte[] link = Base64.getUrlDecoder().decode(text);
            return link.length == BODY_BYTES + MAC_BYTES ? Optional.of(link) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static Signed ids(byte[] body) {
        ByteBuffer buffer = ByteBuffer.wrap(body, KEY_ID_BYTES, body.length - KEY_ID_BYTES);
        return new Signed(
                new UUID(buffer.getLong(), buffer.getLong()),
                new UUID(buffer.getLong(), buffer.getLong()));
    }

    private static List<byte[]> masterKeys(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(line -> Base64.getMimeDecoder().decode(line))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("assay.secrets.master-key-file cannot be read", failure);
        }
    }

    /** What a link stands for. */
    public record Signed(UUID employer, UUID id) {}

    private record Key(byte[] id, byte[] secret) {

        static Key derived(byte[] master) {
            byte[] secret = hmac(master, "assay link".getBytes(StandardCharsets.UTF_8));
            byte[] name = hmac(secret, "name".getBytes(StandardCharsets.UTF_8));
            return new Key(Arrays.copyOf(name, KEY_ID_BYTES), secret);
        }

        byte[] mac(String purpose, byte[] body) {
            byte[] name = purpose.getBytes(StandardCharsets.UTF_8);
            return hmac(
                    secret,
                    ByteBuffer.allocate(Integer.BYTES + name.length + body.length)
                            .putInt(name.length)
                            .put(name)
                            .put(body)
                            .array());
        }

        private static byte[] hmac(byte[] key, byte[] text) {
            try {
                Mac mac = Mac.getInstance(HMAC);
                mac.init(new SecretKeySpec(key, HMAC));
                return mac.doFinal(text);
            } catch (GeneralSecurityException missing) {
                throw new IllegalStateException("every Java platform has " + HMAC, missing);
            }
        }

        @Override
        public String toString() {
            return "Key[]";
        }
    }
}
