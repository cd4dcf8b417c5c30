package dev.assay.hiring.candidates;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts a pseudonym where a text names somebody: by a word of their name or several in a row, by
 * their address or their telephone number. What paraphrases them it cannot know.
 */
final class NameMask {

    private static final int IN_ANY_CASE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");
    private static final String WORD =
            "(?<![\\p{L}\\p{N}])(?:%1$s)(?:[\\s.,'-]+(?:%1$s))*(?![\\p{L}\\p{N}])";

    /** Shorter words are initials, and would be found in any text. */
    private static final int TELLING = 2;

    /** Fewer digits are a room's, or an hour's. */
    private static final int TELLING_DIGITS = 5;

    private final Pattern named;
    private final String pseudonym;

    private NameMask(Pattern named, String pseudonym) {
        this.named = named;
        this.pseudonym = pseudonym;
    }

    /**
     * @param candidate in the clear
     */
    static NameMask of(Candidate candidate) {
        String words =
                Stream.concat(
                                Stream.of(candidate.email().address()),
                                BETWEEN_WORDS.splitAsStream(candidate.fullName()))
                        .filter(word -> word.codePointCount(0, word.length()) >= TELLING)
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|"));
        List<String> ways = new ArrayList<>(List.of(WORD.formatted(words)));
        String digits = candidate.phone() == null ? "" : candidate.phone().replaceAll("\\D", "");
        if (digits.length() >= TELLING_DIGITS) {
            ways.add("\\+?" + String.join("[\\s().-]*", digits.split("")));
        }
        Pseudonym pseudonym = Pseudonym.of(candidate.root());
        return new NameMask(
                Pattern.compile(String.join("|", ways), IN_ANY_CASE),
                pseudonym.givenName() + " " + pseudonym.familyName());
    }

    String in(String text) {
        return named.matcher(text).replaceAll(Matcher.quoteReplacement(pseudonym));
    }
}
