package dev.assay.admin.shell;

/**
 * A status as it is always shown: icon, word and colour together, so that it can be told in
 * greyscale and by ear as well. The tone is one of the four verdict colours.
 */
public record Badge(Tone tone, String icon, String word) {

    /** The four colours of a verdict. */
    public enum Tone {
        VERIFIED("verified"),
        FAILED("failed"),
        UNSURE("unsure"),
        NONE("none");

        private final String css;

        Tone(String css) {
            this.css = css;
        }
    }

    /** The ending of the CSS class that gives the colour. */
    public String css() {
        return tone.css;
    }

    public static Badge verified(String word) {
        return new Badge(Tone.VERIFIED, "passed", word);
    }

    public static Badge failed(String word) {
        return new Badge(Tone.FAILED, "failed", word);
    }

    public static Badge unsure(String word) {
        return new Badge(Tone.UNSURE, "unsure", word);
    }

    public static Badge none(String word) {
        return new Badge(Tone.NONE, "none", word);
    }
}
