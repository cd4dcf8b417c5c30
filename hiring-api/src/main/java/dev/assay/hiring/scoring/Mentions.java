package dev.assay.hiring.scoring;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which skills a text speaks of, by what they are called: all the words of a name, one after the
 * other. Names as short as Go or SQL must be written the same way, since in small letters they may
 * be everyday words; single letters say nothing. What comes of it is a suggestion to a person.
 */
final class Mentions {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}+#]+");
    private static final int SHORT = 3;
    private static final int LONGEST_PHRASE = 5;
    private static final int MOST_WORDS = 250;
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final List<String> texts;
    private final List<String> exact;
    private final List<String> folded;

    private Mentions(List<String> texts, List<String> words) {
        this.texts = texts;
        this.exact = words;
        this.folded = words.stream().map(Mentions::folded).toList();
    }

    static Mentions of(List<String> texts) {
        List<String> words = new ArrayList<>();
        for (String text : texts) {
            words.addAll(words(text));
            // No name reaches from one text into the next.
            words.add("");
        }
        return new Mentions(List.copyOf(texts), words);
    }

    /**
     * Whatever might be the name of a skill: one to five words as they follow each other, in small
     * letters, with what stands between them. Of a long text only the beginning.
     */
    Set<String> phrases() {
        Set<String> phrases = new LinkedHashSet<>();
        int room = MOST_WORDS;
        for (String text : texts) {
            List<MatchResult> words = WORD.matcher(text).results().limit(room).toList();
            room -= words.size();
            for (int first = 0; first < words.size(); first++) {
                int end = Math.min(words.size(), first + LONGEST_PHRASE);
                for (int last = first; last < end; last++) {
                    String phrase = text.substring(words.get(first).start(), words.get(last).end());
                    phrases.add(folded(SPACE.matcher(phrase).replaceAll(" ")));
                }
            }
        }
        return phrases;
    }

    boolean has(String name) {
        List<String> words = words(name);
        int length = String.join("", words).length();
        if (length < 2) {
            return false;
        }
        return length <= SHORT
                ? contains(exact, words)
                : contains(folded, words.stream().map(Mentions::folded).toList());
    }

    private static boolean contains(List<String> text, List<String> words) {
        return Collections.indexOfSubList(text, words) >= 0;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            words.add(word.group());
        }
        return words;
    }

    private static String folded(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
