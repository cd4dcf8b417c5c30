package dev.assay.hiring.platform.privacy;

import dev.assay.hiring.shared.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * The key that wraps every person's key. Lives in a file outside the database, one key a line. The
 * first line's wraps; the others, while the key is being exchanged, still unwrap what they wrapped
 * before. What is wrapped begins with a fingerprint of its master key, so it is known which one
 * opens it, and when nothing needs a key any more.
 */
final class MasterKey {

    static final int FINGERPRINT_BYTES = 8;

    /** Nonce, data key and tag, as the first builds wrapped: without a fingerprint. */
    private static final int UNMARKED_BYTES = 12 + 32 + 16;

    private static final String SETTING = "assay.secrets.master-key-file";
    private static final int BYTES = 32;

    private final List<Key> keys;

    private MasterKey(List<Key> keys) {
        this.keys = List.copyOf(keys);
    }

    /**
     * @throws IllegalStateException when the file is missing or does not hold keys of 32 bytes in
     *     Base64, one a line; never shows what it does hold
     */
    static MasterKey read(Path file) {
        List<Key> keys = new ArrayList<>();
        for (String line : lines(file)) {
            String text = line.strip();
            if (!text.isEmpty() && !text.startsWith("#")) {
                keys.add(new Key(decoded(text)));
            }
        }
        if (keys.isEmpty()) {
            throw refused("is empty");
        }
        return new MasterKey(keys);
    }

    /** Of the key that wraps; not secret. */
    byte[] fingerprint() {
        return keys.getFirst().fingerprint();
    }

    /** {@link #fingerprint()} for people to compare. */
    String name() {
        return HexFormat.of().formatHex(fingerprint());
    }

    /** Whether there is any other than the one that wraps. */
    boolean hasOlder() {
        return keys.size() > 1;
    }

    byte[] wrap(byte[] dataKey, String context) {
        Key key = keys.getFirst();
        byte[] sealed = AesGcm.seal(key.bytes(), dataKey, context);
        byte[] wrapped = Arrays.copyOf(key.fingerprint(), FINGERPRINT_BYTES + sealed.length);
        System.arraycopy(sealed, 0, wrapped, FINGERPRINT_BYTES, sealed.length);
        return wrapped;
    }

    /**
     * @throws IllegalStateException when its master key is not in the file any more, or it was
     *     altered or moved
     */
    byte[] unwrap(byte[] wrapped, String context) {
        if (wrapped.length == UNMARKED_BYTES) {
            return unwrapUnmarked(wrapped, context);
        }
        byte[] fingerprint = Arrays.copyOf(wrapped, FINGERPRINT_BYTES);
        byte[] sealed = Arrays.copyOfRange(wrapped, FINGERPRINT_BYTES, wrapped.length);
        return AesGcm.open(keyWith(fingerprint).bytes(), sealed, context);
    }

    private byte[] unwrapUnmarked(byte[] wrapped, String context) {
        for (Key key : keys.subList(0, keys.size() - 1)) {
            try {
                return AesGcm.open(key.bytes(), wrapped, context);
            } catch (IllegalStateException another) {
                continue;
            }
        }
        return AesGcm.open(keys.getLast().bytes(), wrapped, context);
    }

    private Key keyWith(byte[] fingerprint) {
        return keys.stream()
                .filter(key -> Arrays.equals(key.fingerprint(), fingerprint))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException(
                                "the master key "
                                        + HexFormat.of().formatHex(fingerprint)
                                        + " is not in "
                                        + SETTING
                                        + ", and people's keys are wrapped by it; put it back"));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(SETTING + " cannot be read", failure);
        }
    }

    private static byte[] decoded(String base64) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException malformed) {
            throw refused("holds a line that is no Base64");
        }
        if (key.length != BYTES) {
            throw refused("must hold keys of 32 bytes in Base64, but one has " + key.length);
        }
        if (isOneByteOverAndOver(key)) {
            throw refused("holds a key that anybody guesses; make it with a random generator");
        }
        return key;
    }

    private static boolean isOneByteOverAndOver(byte[] key) {
        byte[] same = new byte[key.length];
        Arrays.fill(same, key[0]);
        return Arrays.equals(key, same);
    }

    private static IllegalStateException refused(String why) {
        return new IllegalStateException(SETTING + " " + why);
    }

    private record Key(byte[] bytes, byte[] fingerprint) {

        Key(byte[] bytes) {
            this(bytes, fingerprintOf(bytes));
        }

        /** Tells nothing of a key of 256 random bits. */
        private static byte[] fingerprintOf(byte[] key) {
            MessageDigest sha256 = Sha256.begin();
            sha256.update("assay master key".getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(sha256.digest(key), FINGERPRINT_BYTES);
        }

        @Override
        public String toString() {
            return "Key[" + HexFormat.of().formatHex(fingerprint) + "]";
        }
    }
}
