package dev.assay.hiring.scoring.engine;

import java.util.regex.Pattern;

/**
 * The names the engine accepts: 1 to 200 visible ASCII characters, whose order and bytes are the
 * same in every language that recomputes a digest.
 */
final class PlainText {

    private static final Pattern VISIBLE_ASCII = Pattern.compile("[!-~]{1,200}");

    private PlainText() {}

    static String require(String what, String text) {
        if (!VISIBLE_ASCII.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    what + " must be 1 to 200 visible ASCII characters, but is '" + text + "'");
        }
        return text;
    }
}
