package dev.assay.credential.proof;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON Canonicalization Scheme (RFC 8785), written as UTF-8 from the start. Ours because the
 * library at hand writes -5 as -5e00 and drops digits after the seventh decimal, which would leave
 * them unsigned (docs/adr/0004).
 */
public final class Jcs {

    private static final byte[] TRUE = ascii("true");
    private static final byte[] FALSE = ascii("false");
    private static final byte[] NULL = ascii("null");
    private static final int LONGEST_ESCAPE = 6;
    private static final int EXACT_BITS = 53;
    private static final int FEW = 8; // members, as a proof has

    private byte[] text;
    private int length;

    private Jcs(int capacity) {
        this.text = new byte[capacity];
    }

    /** The canonical text; its UTF-8 bytes are what is hashed. */
    public static String canonical(JsonNode node) {
        return new String(utf8(node), StandardCharsets.UTF_8);
    }

    /** The canonical text as it is hashed. */
    static byte[] utf8(JsonNode node) {
        var written = new Jcs(node.size() < FEW ? 512 : 8_192);
        written.value(node);
        return Arrays.copyOf(written.text, written.length);
    }

    /** The canonical text of an object in which one member has another value. */
    static byte[] utf8(ObjectNode node, String member, JsonNode value) {
        var changed = node.objectNode();
        changed.setAll(node);
        changed.set(member, value);
        return utf8(changed);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private void value(JsonNode node) {
        switch (node.getNodeType()) {
            case OBJECT -> object(node);
            case ARRAY -> array(node);
            case STRING -> string(node.stringValue());
            case NUMBER -> raw(ascii(number(node)));
            case BOOLEAN -> raw(node.booleanValue() ? TRUE : FALSE);
            case NULL -> raw(NULL);
            case MISSING, BINARY, POJO ->
                    throw new IllegalArgumentException("not JSON: " + node.getNodeType());
        }
    }

    private void object(JsonNode node) {
        var members = new ArrayList<>(node.properties());
        members.sort(Map.Entry.comparingByKey()); // by UTF-16 code unit, §3.2.3
        char before = '{';
        for (var member : members) {
            character(before);
            string(member.getKey());
            character(':');
            value(member.getValue());
            before = ',';
        }
        if (members.isEmpty()) {
            character(before);
        }
        character('}');
    }

    private void array(JsonNode node) {
        char before = '[';
        for (var item : node) {
            character(before);
            value(item);
            before = ',';
        }
        if (node.isEmpty()) {
            character(before);
        }
        character(']');
    }

    // --- bytes --------------------------------------------------------------------------------

    private void room(int more) {
        if (text.length - length < more) {
            text = Arrays.copyOf(text, Math.max(2 * text.length, length + more));
        }
    }

    private void character(char ascii) {
        room(1);
        text[length++] = (byte) ascii;
    }

    private void raw(byte[] bytes) {
        room(bytes.length);
        System.arraycopy(bytes, 0, text, length, bytes.length);
        length += bytes.length;
    }

    private void string(String value) {
        int count = value.length();
        room(count + 2);
        byte[] to = text;
        int at = length;
        to[at++] = '"';
        int i = 0;
        while (i < count) {
            char c = value.charAt(i);
            if (c < ' ' || c > '~' || c == '"' || c == '\\') {
                break;
            }
            to[at++] = (byte) c;
            i++;
        }
        length = at;
        if (i < count) {
            rest(value, i);
        }
        character('"');
    }

    /** From a character on that is more than one byte, or may be. */
    private void rest(String value, int start) {
        room(LONGEST_ESCAPE * (value.length() - start));
        byte[] to = text;
        int at = length;
        for (int i = start; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < 0x80) {
                at = escapedIfNeeded(c, to, at);
            } else if (c < 0x800) {
                to[at++] = (byte) (0xc0 | (c >> 6));
                to[at++] = (byte) (0x80 | (c & 0x3f));
            } else if (!Character.isSurrogate(c)) {
                to[at++] = (byte) (0xe0 | (c >> 12));
                to[at++] = (byte) (0x80 | ((c >> 6) & 0x3f));
                to[at++] = (byte) (0x80 | (c & 0x3f));
            } else if (i + 1 < value.length()
                    && Character.isSurrogatePair(c, value.charAt(i + 1))) {
                int point = Character.toCodePoint(c, value.charAt(++i));
                to[at++] = (byte) (0xf0 | (point >> 18));
                to[at++] = (byte) (0x80 | ((point >> 12) & 0x3f));
                to[at++] = (byte) (0x80 | ((point >> 6) & 0x3f));
                to[at++] = (byte) (0x80 | (point & 0x3f));
            } else {
                to[at++] = '?'; // half a character, which no strict reader lets in
            }
        }
        length = at;
    }

    private static int escapedIfNeeded(char c, byte[] to, int start) {
        char letter =
                switch (c) {
                    case '"', '\\' -> c;
                    case '\b' -> 'b';
                    case '\t' -> 't';
                    case '\n' -> 'n';
                    case '\f' -> 'f';
                    case '\r' -> 'r';
                    default -> c < ' ' ? 'u' : 0;
                };
        int at = start;
        if (letter == 0) {
            to[at++] = (byte) c;
            return at;
        }
        to[at++] = '\\';
        to[at++] = (byte) letter;
        if (letter == 'u') {
            to[at++] = '0';
            to[at++] = '0';
            to[at++] = (byte) Character.forDigit(c >> 4, 16);
            to[at++] = (byte) Character.forDigit(c & 0xf, 16);
        }
        return at;
    }

    // --- numbers ------------------------------------------------------------------------------

    private static String number(JsonNode node) {
        if (node.isIntegralNumber()) {
            var exact = node.bigIntegerValue();
            if (exact.bitLength() < EXACT_BITS) {
                return exact.toString();
            }
        }
        return number(node.doubleValue());
    }

    /** ECMAScript {@code Number::toString}, which RFC 8785 §3.2.2.3 takes over. */
    static String number(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("JSON has no number " + value);
        }
        if (value == 0) {
            return "0";
        }
        var shortest = shortest(Math.abs(value));
        var digits = shortest.unscaledValue().toString();
        int point = digits.length() - shortest.scale();
        return (value < 0 ? "-" : "") + layout(digits, point);
    }

    private static BigDecimal shortest(double value) {
        var decimal = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        if (decimal.precision() != 2) {
            return decimal;
        }
        // Java always prints two digits at least; ECMAScript is content with one where it suffices.
        var one = decimal.round(new MathContext(1, RoundingMode.HALF_EVEN));
        return one.doubleValue() == value ? one.stripTrailingZeros() : decimal;
    }

    /**
     * @param point how many digits stand before the decimal point; may be negative
     */
    private static String layout(String digits, int point) {
        int count = digits.length();
        if (count <= point && point <= 21) {
            return digits + "0".repeat(point - count);
        }
        if (0 < point && point <= 21) {
            return digits.substring(0, point) + "." + digits.substring(point);
        }
        if (-6 < point && point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        int exponent = point - 1;
        var mantissa = count == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        return mantissa + "e" + (exponent < 0 ? "-" : "+") + Math.abs(exponent);
    }
}
