package dev.assay.credential.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * As much CBOR (RFC 8949) as derived proofs are written in: unsigned numbers, byte strings, lists
 * and maps, all of stated length. Refuses everything else, and bytes left over.
 */
final class Cbor {

    private static final int MAX_DEPTH = 4;

    private final byte[] bytes;
    private int at;

    private Cbor(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Lists as {@link List}, maps as {@link Map}, numbers as {@link Integer}, strings as bytes. */
    static Optional<Object> read(byte[] bytes) {
        var reader = new Cbor(bytes);
        try {
            var value = reader.value(0);
            return reader.at == bytes.length ? Optional.of(value) : Optional.empty();
        } catch (Malformed _) {
            return Optional.empty();
        }
    }

    private Object value(int depth) throws Malformed {
        if (depth > MAX_DEPTH) {
            throw new Malformed();
        }
        int head = next();
        int argument = argument(head & 0x1f);
        return switch (head >> 5) {
            case 0 -> argument;
            case 2 -> string(argument);
            case 4 -> list(argument, depth);
            case 5 -> map(argument, depth);
            default -> throw new Malformed();
        };
    }

    private int argument(int additional) throws Malformed {
        if (additional < 24) {
            return additional;
        }
        return switch (additional) {
            case 24 -> next();
            case 25 -> next() << 8 | next();
            default -> throw new Malformed(); // nothing we read is that long
        };
    }

    private byte[] string(int length) throws Malformed {
        if (length > bytes.length - at) {
            throw new Malformed();
        }
        at += length;
        return Arrays.copyOfRange(bytes, at - length, at);
    }

    private List<Object> list(int length, int depth) throws Malformed {
        var list = new ArrayList<Object>();
        for (int i = 0; i < length; i++) {
            list.add(value(depth + 1));
        }
        return list;
    }

    private Map<Object, Object> map(int length, int depth) throws Malformed {
        var map = new LinkedHashMap<Object, Object>();
        for (int i = 0; i < length; i++) {
            if (!(value(depth + 1) instanceof Integer key)
                    || map.put(key, value(depth + 1)) != null) {
                throw new Malformed();
            }
        }
        return map;
    }

    private int next() throws Malformed {
        if (at >= bytes.length) {
            throw new Malformed();
        }
        return bytes[at++] & 0xff;
    }

    private static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
