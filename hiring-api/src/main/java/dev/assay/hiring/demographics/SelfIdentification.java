package dev.assay.hiring.demographics;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What an applicant said of themselves that no decision may know: sex, race, disability and the
 * like.
 *
 * @param question what was asked, as the board calls it
 */
public record SelfIdentification(String question, String answer) {

    private static final int LONGEST = 500;

    private static final Pattern ABOUT =
            Pattern.compile(
                    "(?i)(?<![a-z])(eeo|eeoc|gender|sex|race|racial|ethnic|ethnicity|hispanic|latino|veteran|disability"
                            + "|disabilities|disabled|sexual)(?![a-z])");

    /** What was answered, all of it as one text; empty when that is nothing. */
    public static Optional<SelfIdentification> of(String question, List<String> values) {
        String answer =
                values.stream()
                        .filter(value -> !value.isBlank())
                        .distinct()
                        .collect(Collectors.joining("; "));
        return answer.isEmpty()
                ? Optional.empty()
                : Optional.of(new SelfIdentification(cut(question), cut(answer)));
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST));
    }

    /** Whether a question that the job does not ask is about what no decision may know. */
    public static boolean isAsked(String words) {
        return ABOUT.matcher(words.replace('_', ' ')).find();
    }

    /** Without what was said. */
    @Override
    public String toString() {
        return "SelfIdentification[]";
    }
}
