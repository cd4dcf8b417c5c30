package dev.assay.hiring.platform.lists;

import java.util.Arrays;
import java.util.List;

/**
 * What somebody typed into a search box: all of its words must be found, each anywhere, upper and
 * lower case being the same.
 */
public record SearchWords(List<String> words) {

    public static final String EXPECTED = "must be one to eight words, of at most 200 characters";

    private static final int MOST_WORDS = 8;
    private static final int LONGEST = 200;

    public SearchWords {
        words = List.copyOf(words);
        if (words.isEmpty() || words.size() > MOST_WORDS) {
            throw new IllegalArgumentException(EXPECTED);
        }
    }

    /**
     * @throws IllegalArgumentException when there is no word, or there are too many
     */
    public static SearchWords of(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException(EXPECTED);
        }
        return new SearchWords(
                Arrays.stream(text.strip().split("\\s+")).filter(word -> !word.isEmpty()).toList());
    }

    /** Each word as a pattern for {@code like}, with {@code \} as its escape. */
    public List<String> patterns() {
        return words.stream()
                .map(word ->
                        "%"
                                + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
                                + "%")
                .toList();
    }
}
