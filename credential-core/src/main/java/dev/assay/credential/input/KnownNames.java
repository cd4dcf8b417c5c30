package dev.assay.credential.input;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Names that came up in documents lately, each as one object, which knows its hash already. Holds a
 * thousand short ones at most: a name takes the place of another that happens to want the same.
 * Thread-safe, for a name that another thread does not see yet is only made once more.
 */
final class KnownNames {

    private static final int PLACES = 1_024;
    private static final int LONGEST = 64;
    private static final int SPREAD = 0x9e3779b9;

    private final @Nullable Name[] names = new @Nullable Name[PLACES];

    @SuppressWarnings("ArrayRecordComponent") // never leaves this class, and never changes
    private record Name(byte[] ascii, String text) {}

    /** The text of some bytes, all of them ASCII. */
    String of(byte[] bytes, int start, int end) {
        int length = end - start;
        if (length == 0 || length > LONGEST) {
            return text(bytes, start, end);
        }
        int place = place(bytes, start, end);
        var known = names[place];
        if (known != null
                && known.ascii.length == length
                && Arrays.equals(known.ascii, 0, length, bytes, start, end)) {
            return known.text;
        }
        var text = text(bytes, start, end);
        names[place] = new Name(Arrays.copyOfRange(bytes, start, end), text);
        return text;
    }

    /** From the length, both ends and the middle, which tell the usual names apart. */
    private static int place(byte[] bytes, int start, int end) {
        int length = end - start;
        int hash = length;
        hash = 31 * hash + bytes[start];
        hash = 31 * hash + bytes[start + length / 4];
        hash = 31 * hash + bytes[start + length / 2];
        hash = 31 * hash + bytes[end - 1 - length / 4];
        hash = 31 * hash + bytes[end - 1];
        return (hash * SPREAD) >>> 22;
    }

    private static String text(byte[] bytes, int start, int end) {
        return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
    }
}
