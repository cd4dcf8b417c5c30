package dev.assay.hiring.candidates;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An e-mail address as it was given: one @, text on both sides, no white space, at most 254
 * characters (RFC 5321).
 */
public record Email(String address) {

    /** What an address looks like, as a regular expression. */
    public static final String SHAPE = "[^\\s@]{1,64}@[^\\s@]+";

    /** How long an address may be. */
    public static final int MAXIMUM = 254;

    private static final Pattern PATTERN = Pattern.compile(SHAPE);

    public Email {
        if (!isEmail(address)) {
            throw new IllegalArgumentException("not an e-mail address");
        }
    }

    public static boolean isEmail(String text) {
        return text.length() <= MAXIMUM && PATTERN.matcher(text).matches();
    }

    /** What two spellings of one address have in common: letter case and Unicode form aside. */
    public String key() {
        return Normalizer.normalize(address, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
