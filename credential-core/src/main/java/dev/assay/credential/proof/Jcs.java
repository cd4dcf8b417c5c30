package dev.assay.credential.proof;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import tools.jackson.databind.JsonNode;

/**
 * JSON Canonicalization Scheme (RFC 8785). Ours because the library at hand writes -5 as -5e00 and
 * drops digits after the seventh decimal, which would leave them unsigned (docs/adr/0004).
 */
public final class Jcs {

    private Jcs() {}

    /** The canonical text; its UTF-8 bytes are what is hashed. */
    public static String canonical(JsonNode node) {
        var text = new StringBuilder(1_024);
        write(node, text);
        return text.toString();
    }

    private static void write(JsonNode node, StringBuilder text) {
        switch (node.getNodeType()) {
            case OBJECT -> object(node, text);
            case ARRAY -> array(node, text);
            case STRING -> string(node.stringValue(), text);
            case NUMBER -> text.append(number(node.doubleValue()));
            case BOOLEAN -> text.append(node.booleanValue());
            case NULL -> text.append("null");
            case MISSING, BINARY, POJO ->
                    throw new IllegalArgumentException("not JSON: " + node.getNodeType());
        }
    }

    private static void object(JsonNode node, StringBuilder text) {
        text.append('{');
        var names = node.propertyNames().toArray(String[]::new);
        Arrays.sort(names); // by UTF-16 code unit, §3.2.3
        for (int i = 0; i < names.length; i++) {
            if (i > 0) {
                text.append(',');
            }
            string(names[i], text);
            text.append(':');
            write(node.path(names[i]), text);
        }
        text.append('}');
    }

    private static void array(JsonNode node, StringBuilder text) {
        text.append('[');
        var separator = "";
        for (var item : node) {
            text.append(separator);
            write(item, text);
            separator = ",";
        }
        text.append(']');
    }

    private static void string(String value, StringBuilder text) {
        text.append('"');
        int written = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < 0x20 || c == '"' || c == '\\') {
                text.append(value, written, i);
                escaped(c, text);
                written = i + 1;
            }
        }
        text.append(value, written, value.length()).append('"');
    }

    private static void escaped(char c, StringBuilder text) {
        switch (c) {
            case '"' -> text.append("\\\"");
            case '\\' -> text.append("\\\\");
            case '\b' -> text.append("\\b");
            case '\t' -> text.append("\\t");
            case '\n' -> text.append("\\n");
            case '\f' -> text.append("\\f");
            case '\r' -> text.append("\\r");
            default -> {
                text.append("\\u00").append(Character.forDigit(c >> 4, 16));
                text.append(Character.forDigit(c & 0xf, 16));
            }
        }
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
