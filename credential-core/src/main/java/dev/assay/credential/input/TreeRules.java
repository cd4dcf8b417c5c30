package dev.assay.credential.input;

import dev.assay.credential.report.CheckCode;
import dev.assay.credential.report.InputFault;
import java.math.BigDecimal;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What well-formed JSON may still not contain. Each rule closes a gap between the signed bytes and
 * what canonical forms keep of them: JCS and JSON-LD turn numbers into IEEE doubles (the latter
 * with 16 digits), and every lone surrogate becomes the same byte in UTF-8.
 */
final class TreeRules {

    private static final int MAX_SIGNIFICANT_DIGITS = 16;

    private final int maxObjects;
    private int objects;

    private TreeRules(int maxObjects) {
        this.maxObjects = maxObjects;
    }

    static Optional<InputFault> check(JsonNode tree, int maxObjects) {
        return new TreeRules(maxObjects).check(tree, "");
    }

    private Optional<InputFault> check(JsonNode node, String pointer) {
        if (node.isString()) {
            return text(node.stringValue(), pointer);
        }
        if (node.isNumber()) {
            return isSafe(node.decimalValue())
                    ? Optional.empty()
                    : fault(CheckCode.UNSAFE_NUMBER, "A number is not exact as a double.", pointer);
        }
        if (node.isObject()) {
            return object(node, pointer);
        }
        int index = 0;
        for (JsonNode item : node) {
            var fault = check(item, pointer + "/" + index++);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private Optional<InputFault> object(JsonNode node, String pointer) {
        if (++objects > maxObjects) {
            return fault(
                    CheckCode.TOO_COMPLEX,
                    "The document has more than " + maxObjects + " objects.",
                    pointer);
        }
        for (var property : node.properties()) {
            var below = pointer + "/" + property.getKey().replace("~", "~0").replace("/", "~1");
            var fault =
                    text(property.getKey(), pointer).or(() -> check(property.getValue(), below));
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private static Optional<InputFault> text(String text, String pointer) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return fault(CheckCode.NUL_CHARACTER, "A text contains U+0000.", pointer);
            }
            if (Character.isSurrogate(c)) {
                boolean pair =
                        Character.isHighSurrogate(c)
                                && i + 1 < text.length()
                                && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    return fault(CheckCode.LONE_SURROGATE, "A text has half a character.", pointer);
                }
                i++;
            }
        }
        return Optional.empty();
    }

    private static boolean isSafe(BigDecimal number) {
        double value = number.doubleValue();
        if (!Double.isFinite(value)) {
            return false;
        }
        // A zero of any scale is fine and has no digits to count.
        return number.signum() == 0
                || (value != 0
                        && new BigDecimal(Double.toString(value)).compareTo(number) == 0
                        && significantDigits(value) <= MAX_SIGNIFICANT_DIGITS);
    }

    private static int significantDigits(double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().precision();
    }

    private static Optional<InputFault> fault(CheckCode code, String detail, String pointer) {
        return Optional.of(new InputFault(code, detail, Optional.of(pointer)));
    }
}
