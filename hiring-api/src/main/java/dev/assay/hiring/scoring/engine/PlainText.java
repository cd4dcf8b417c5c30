package dev.assay.hiring.scoring.engine;

/**
 * The names the engine accepts: 1 to 200 visible ASCII characters, whose order and bytes are the
 * same in every language that recomputes a digest.
 */
final class PlainText {

    private static final int LONGEST = 200;

    private PlainText() {}

    static String require(String what, String text) {
        if (text.isEmpty() || text.length() > LONGEST || !isVisibleAscii(text)) {
            throw new IllegalArgumentException(
                    what + " must be 1 to 200 visible ASCII characters, but is '" + text + "'");
        }
        return text;
    }

    private static boolean isVisibleAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '!' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }
}
