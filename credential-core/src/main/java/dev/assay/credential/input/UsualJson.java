package dev.assay.credential.input;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads JSON that is usual in every respect, in one pass over its bytes, several times as fast as
 * by a general parser and a look at its tree. Silent about everything else, faults included: it
 * never refuses and never guesses. What it reads has the tree that {@link StrictJson} makes of it
 * in the general way. For one document.
 */
final class UsualJson {

    private static final VarHandle WORD =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EACH = 0x0101010101010101L;
    private static final long HIGHEST = 0x8080808080808080L;
    private static final long QUOTES = EACH * '"';
    private static final long BACKSLASHES = EACH * '\\';
    private static final long SPACES = EACH * ' ';

    private static final int MAX_DEPTH = 128; // of this thread's stack
    private static final int MAX_DIGITS = 15; // any number of so many is exact as a double
    private static final KnownNames NAMES = new KnownNames();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final byte[] bytes;
    private final int maxDepth;
    private int objectsLeft;
    private int at;

    private UsualJson(byte[] bytes, InputLimits limits) {
        this.bytes = bytes;
        this.maxDepth = Math.min(limits.maxDepth(), MAX_DEPTH);
        this.objectsLeft = limits.maxObjects();
    }

    /** The document; empty means only that somebody else has to look at it. */
    static Optional<JsonNode> read(byte[] bytes, InputLimits limits) {
        try {
            return Optional.of(new UsualJson(bytes, limits).document());
        } catch (Unusual _) {
            return Optional.empty();
        }
    }

    private JsonNode document() throws Unusual {
        skipSpace();
        var tree = value(0, false);
        skipSpace();
        require(at == bytes.length);
        return tree;
    }

    /** The next byte; 0, which stands nowhere in a usual document, after the last. */
    private byte peek() {
        return at < bytes.length ? bytes[at] : 0;
    }

    private void skipSpace() {
        while (at < bytes.length) {
            byte b = bytes[at];
            if (b > ' ' || (b != ' ' && b != '\n' && b != '\r' && b != '\t')) {
                return;
            }
            at++;
        }
    }

    private static void require(boolean holds) throws Unusual {
        if (!holds) {
            throw new Unusual();
        }
    }

    private void expect(char c) throws Unusual {
        require(peek() == c);
        at++;
    }

    /**
     * A value.
     *
     * @param depth how many objects and lists are around it
     * @param named whether texts are likely to be the same in many documents
     */
    private JsonNode value(int depth, boolean named) throws Unusual {
        return switch (peek()) {
            case '{' -> object(depth + 1);
            case '[' -> array(depth + 1, named);
            case '"' -> NODES.stringNode(named ? name() : string());
            case 't' -> literal("true", NODES.booleanNode(true));
            case 'f' -> literal("false", NODES.booleanNode(false));
            case 'n' -> literal("null", NODES.nullNode());
            default -> number();
        };
    }

    private ObjectNode object(int depth) throws Unusual {
        require(depth <= maxDepth && objectsLeft-- > 0);
        var object = NODES.objectNode();
        at++;
        skipSpace();
        if (peek() == '}') {
            at++;
            return object;
        }
        while (true) {
            var name = name();
            skipSpace();
            expect(':');
            skipSpace();
            boolean named = name.equals("type") || name.equals("@context");
            require(object.replace(name, value(depth, named)) == null);
            skipSpace();
            if (peek() != ',') {
                expect('}');
                return object;
            }
            at++;
            skipSpace();
        }
    }

    private ArrayNode array(int depth, boolean named) throws Unusual {
        require(depth <= maxDepth);
        var array = NODES.arrayNode();
        at++;
        skipSpace();
        if (peek() == ']') {
            at++;
            return array;
        }
        while (true) {
            array.add(value(depth, named));
            skipSpace();
            if (peek() != ',') {
                expect(']');
                return array;
            }
            at++;
            skipSpace();
        }
    }

    private JsonNode literal(String word, JsonNode value) throws Unusual {
        for (int i = 0; i < word.length(); i++) {
            expect(word.charAt(i));
        }
        return value;
    }

    // --- texts --------------------------------------------------------------------------------

    private String name() throws Unusual {
        expect('"');
        int start = at;
        int end = special(start);
        if (end < bytes.length && bytes[end] == '"') {
            at = end + 1;
            return NAMES.of(bytes, start, end);
        }
        return mixed(start, end);
    }

    private String string() throws Unusual {
        expect('"');
        int start = at;
        int end = special(start);
        if (end < bytes.length && bytes[end] == '"') {
            at = end + 1;
            return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
        }
        return mixed(start, end);
    }

    /** The first place from there that is not a plain character of ASCII within a text. */
    private int special(int start) {
        int i = start;
        for (; i <= bytes.length - Long.BYTES; i += Long.BYTES) {
            long word = (long) WORD.get(bytes, i);
            // Of each byte the highest bit: zero, below a space, or beyond ASCII. A byte above one
            // that is marked may be marked wrongly; nobody looks at it.
            long marks =
                    zeros(word ^ QUOTES)
                            | zeros(word ^ BACKSLASHES)
                            | ((word - SPACES) & ~word)
                            | word;
            if ((marks & HIGHEST) != 0) {
                return i + Long.numberOfTrailingZeros(marks & HIGHEST) / Byte.SIZE;
            }
        }
        while (i < bytes.length && bytes[i] >= ' ' && bytes[i] != '"' && bytes[i] != '\\') {
            i++;
        }
        return i;
    }

    private static long zeros(long word) {
        return (word - EACH) & ~word;
    }

    /** A text with escapes, or with characters beyond ASCII. */
    private String mixed(int start, int special) throws Unusual {
        boolean ascii = true;
        boolean escapes = false;
        int end = special;
        while (end < bytes.length && bytes[end] != '"') {
            if (bytes[end] == '\\') {
                escapes = true;
                end += 2;
            } else {
                require(bytes[end] < 0 || bytes[end] >= ' ');
                ascii &= bytes[end] >= 0;
                end++;
            }
        }
        require(end < bytes.length && (ascii || Utf8.isWellFormed(bytes, start, end)));
        at = end + 1;
        var text = new String(bytes, start, end - start, StandardCharsets.UTF_8);
        return escapes ? unescaped(text) : text;
    }

    private static String unescaped(String text) throws Unusual {
        var plain = new StringBuilder(text.length());
        int written = 0;
        for (int i = text.indexOf('\\'); i >= 0; i = text.indexOf('\\', i)) {
            plain.append(text, written, i);
            char c = text.charAt(i + 1);
            if (c == 'u') {
                plain.append(numbered(text, i + 2));
                i += 6;
            } else {
                plain.append(escaped(c));
                i += 2;
            }
            written = i;
        }
        return plain.append(text, written, text.length()).toString();
    }

    private static char escaped(char c) throws Unusual {
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> throw new Unusual();
        };
    }

    /** A character by its number, unless it is none, or half of one. */
    private static char numbered(String text, int start) throws Unusual {
        require(start + 4 <= text.length());
        int number = 0;
        for (int i = start; i < start + 4; i++) {
            char c = text.charAt(i);
            int digit = c < 0x80 ? Character.digit(c, 16) : -1;
            require(digit >= 0);
            number = 16 * number + digit;
        }
        require(number != 0 && !Character.isSurrogate((char) number));
        return (char) number;
    }

    // --- numbers ------------------------------------------------------------------------------

    /** A number without an exponent that needs no thought about how exact it is. */
    private JsonNode number() throws Unusual {
        int start = at;
        boolean negative = peek() == '-';
        if (negative) {
            at++;
        }
        byte first = peek();
        long whole = digits();
        int count = at - start - (negative ? 1 : 0);
        require(count == 1 || first != '0');
        if (peek() != '.') {
            require(isEnd() && !(negative && whole == 0));
            return NODES.numberNode(BigInteger.valueOf(negative ? -whole : whole));
        }
        at++;
        digits();
        // Ends other than a digit's are not as everybody writes them.
        require(isEnd() && bytes[at - 1] != '0' && at - start <= MAX_DIGITS);
        var text = new String(bytes, start, at - start, StandardCharsets.ISO_8859_1);
        return NODES.numberNode(new BigDecimal(text));
    }

    private long digits() throws Unusual {
        int start = at;
        long value = 0;
        while (peek() >= '0' && peek() <= '9') {
            value = 10 * value + (peek() - '0');
            at++;
            require(at - start <= MAX_DIGITS);
        }
        require(at > start);
        return value;
    }

    private boolean isEnd() {
        byte next = peek();
        return next != '.' && next != 'e' && next != 'E';
    }

    /** The document is not a usual one; never leaves this class. */
    private static final class Unusual extends Exception {
        private static final long serialVersionUID = 1L;

        private Unusual() {
            super(null, null, false, false); // no trace: it says nothing about anybody's mistake
        }
    }
}
