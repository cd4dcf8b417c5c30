package dev.assay.credential.status;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.OptionalInt;
import java.util.zip.GZIPInputStream;

/**
 * The bits of a status list. The first bit is the highest of the first byte (Bitstring Status List
 * 1.0 §3.2), and a status of several bits is a number with its highest bit first.
 */
final class Bitstring {

    /** The least a list may have, so that one credential hides among many (§2.2). */
    static final long MIN_STATUSES = 131_072;

    /** Lists longer than this, once inflated, are not read. */
    static final int MAX_BYTES = 16 << 20;

    private final byte[] bits;

    private Bitstring(byte[] bits) {
        this.bits = bits;
    }

    /** What decoding a list came to. */
    sealed interface Decoded {
        record Bits(Bitstring bitstring) implements Decoded {}

        record TooLarge() implements Decoded {}

        record Malformed() implements Decoded {}
    }

    /** Inflates no more than {@link #MAX_BYTES}, however small the list came. */
    static Decoded decode(String encodedList) {
        // Multibase writes base64url with a u before it; lists of 2021 have none.
        var text = encodedList.startsWith("uH4s") ? encodedList.substring(1) : encodedList;
        var url = text.replace('+', '-').replace('/', '_');
        try (var in =
                new GZIPInputStream(new ByteArrayInputStream(Base64.getUrlDecoder().decode(url)))) {
            byte[] bits = in.readNBytes(MAX_BYTES + 1);
            return bits.length > MAX_BYTES
                    ? new Decoded.TooLarge()
                    : new Decoded.Bits(new Bitstring(bits));
        } catch (IllegalArgumentException | IOException _) {
            return new Decoded.Malformed(); // not base64url, or not gzip
        }
    }

    boolean isLongEnough(int size) {
        return bits.length * 8L / size >= MIN_STATUSES;
    }

    /** The status at an index; empty past the end. */
    OptionalInt status(long index, int size) {
        long first = index * size;
        if (first + size > bits.length * 8L) {
            return OptionalInt.empty();
        }
        int value = 0;
        for (long bit = first; bit < first + size; bit++) {
            int octet = bits[(int) (bit / 8)];
            value = (value << 1) | ((octet >> (7 - (int) (bit % 8))) & 1);
        }
        return OptionalInt.of(value);
    }
}
