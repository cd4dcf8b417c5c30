package dev.assay.hiring.selfservice;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;

/** The sentences candidates read, by key; a key without a sentence is refused. */
final class CandidateWords {

    private static final Properties SENTENCES = sentences();

    private CandidateWords() {}

    static String say(String key, Object... arguments) {
        String sentence = SENTENCES.getProperty(key);
        if (sentence == null) {
            throw new IllegalArgumentException("there is no sentence for " + key);
        }
        return new MessageFormat(sentence, Locale.UK)
                .format(Arrays.stream(arguments).map(String::valueOf).toArray());
    }

    /** The sentence of the first key, or of the second where there is none. */
    static String sayOr(String key, String otherwise, Object... arguments) {
        return say(SENTENCES.containsKey(key) ? key : otherwise, arguments);
    }

    private static Properties sentences() {
        try (InputStream in =
                CandidateWords.class.getResourceAsStream("/words/candidate.properties")) {
            if (in == null) {
                throw new IllegalStateException("there is no words/candidate.properties");
            }
            var sentences = new Properties();
            sentences.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return sentences;
        } catch (IOException failure) {
            throw new UncheckedIOException("words/candidate.properties cannot be read", failure);
        }
    }
}
