package dev.assay.credential.input;

import dev.assay.credential.report.CheckCode;
import dev.assay.credential.report.InputFault;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

    /** The first fault. */
    static Optional<InputFault> check(JsonNode tree, int maxObjects) {
        return Optional.ofNullable(new TreeRules(maxObjects).check(tree, Place.TOP));
    }

    /** A way down the tree; only faults need it as text. */
    private record Place(@Nullable Place above, String step) {
        static final Place TOP = new Place(null, "");

        String pointer() {
            return above == null
                    ? ""
                    : above.pointer() + "/" + step.replace("~", "~0").replace("/", "~1");
        }
    }

    private @Nullable InputFault check(JsonNode node, Place place) {
        if (node.isString()) {
            return text(node.stringValue(), place);
        }
        if (node.isNumber()) {
            return isSafe(node.decimalValue())
                    ? null
                    : fault(CheckCode.UNSAFE_NUMBER, "A number is not exact as a double.", place);
        }
        if (node.isObject()) {
            return object(node, place);
        }
        int index = 0;
        for (JsonNode item : node) {
            var fault = check(item, new Place(place, Integer.toString(index++)));
            if (fault != null) {
                return fault;
            }
        }
        return null;
    }

    private @Nullable InputFault object(JsonNode node, Place place) {
        if (++objects > maxObjects) {
            return fault(
                    CheckCode.TOO_COMPLEX,
                    "The document has more than " + maxObjects + " objects.",
                    place);
        }
        for (var property : node.properties()) {
            var fault = text(property.getKey(), place);
            if (fault == null) {
                fault = check(property.getValue(), new Place(place, property.getKey()));
            }
            if (fault != null) {
                return fault;
            }
        }
        return null;
    }

    private @Nullable InputFault text(String text, Place place) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return fault(CheckCode.NUL_CHARACTER, "A text contains U+0000.", place);
            }
            if (Character.isSurrogate(c)) {
                boolean pair =
                        Character.isHighSurrogate(c)
                                && i + 1 < text.length()
                                && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    return fault(CheckCode.LONE_SURROGATE, "A text has half a character.", place);
                }
                i++;
            }
        }
        return null;
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

    private static InputFault fault(CheckCode code, String detail, Place place) {
        return new InputFault(code, detail, Optional.of(place.pointer()));
    }
}
