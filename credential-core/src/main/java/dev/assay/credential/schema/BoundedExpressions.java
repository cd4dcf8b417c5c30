package dev.assay.credential.schema;

import com.networknt.schema.regex.RegularExpression;
import com.networknt.schema.regex.RegularExpressionFactory;
import java.util.regex.Pattern;

/**
 * Regular expressions that give up after a number of steps, all of one validation together. Steps
 * are counted where the expression reads a character, which backtracking does over and over, so the
 * same schema and document give up at the same place on any machine.
 */
final class BoundedExpressions implements RegularExpressionFactory {

    private static final int MAX_STEPS = 5_000_000;
    private static final int MAX_LENGTH = 2_000;

    private int left = MAX_STEPS;

    @Override
    public RegularExpression getRegularExpression(String regex) {
        if (regex.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("the expression is too long");
        }
        var pattern = Pattern.compile(regex);
        return text -> pattern.matcher(new CountedText(text)).find();
    }

    private final class CountedText implements CharSequence {
        private final CharSequence text;

        CountedText(CharSequence text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (left-- <= 0) {
                throw new Exhausted();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new CountedText(text.subSequence(start, end));
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }

    /** No steps are left; never leaves this package. */
    static final class Exhausted extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
