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
                    "(?im)(?<![a-z])(eeo|eeoc|genders?|transgender|lgbt[a-z]*|sex|sexual|sexuality"
                            + "|races?(?! conditions?)|racial|ethnic|ethnicity|ethnicities|hispanic|latin[aox]|national origin"
                            + "|veterans?|disability|disabilities|disabled|religions?|religious|marital|pregnan(t|cy)"
                            + "|date of birth|birth ?date|how old are you|your age|age (group|range)|^age$)(?![a-z])");

    /** Between the words of a name that is written as one. */
    private static final Pattern SEAM =
            Pattern.compile("_|(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

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
        return ABOUT.matcher(SEAM.matcher(words).replaceAll(" ")).find();
    }

    /** Without what was said. */
    @Override
    public String toString() {
        return "SelfIdentification[]";
    }
}
