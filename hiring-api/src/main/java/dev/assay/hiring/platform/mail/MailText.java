package dev.assay.hiring.platform.mail;

import dev.assay.hiring.shared.MailKind;
import dev.assay.hiring.shared.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/**
 * What a mail says: a subject of one line, and the same body as plain text and as simple HTML (no
 * images, no styles, nothing that is fetched).
 */
record MailText(String subject, String plain, String html) {

    private static final Pattern WORD = Pattern.compile("\\{\\{([a-z]+)}}");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]+");
    private static final Pattern LINK = Pattern.compile("https?://\\S+");
    private static final String PARAGRAPHS = "\\n{2,}";
    private static final int VERSION_BYTES = 6;
    private static final String SUBJECT = "Subject: ";

    /** The kind's text with these words in it. */
    static MailText of(MailKind kind, Map<String, String> words) {
        String[] parts = template(kind).split(PARAGRAPHS, 2);
        String subject = filled(parts[0].substring(SUBJECT.length()), words);
        String plain = filled(parts[1].strip(), words);
        return new MailText(subject, plain + "\n", html(plain));
    }

    /** Which text a kind has now: changes with it, and says nothing else. */
    static String version(MailKind kind) {
        return Sha256.hex(template(kind), VERSION_BYTES);
    }

    static String template(MailKind kind) {
        String name = "/mail/" + kind.wireName() + ".txt";
        try (InputStream in = MailText.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("there is no " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(name + " cannot be read", failure);
        }
    }

    /**
     * Words stay on their line: a control character or line break in one becomes a space, so that
     * nobody's name adds a header or a paragraph of its own.
     */
    private static String filled(String text, Map<String, String> words) {
        return WORD.matcher(text)
                .replaceAll(
                        match -> Matcher.quoteReplacement(oneLine(word(words, match.group(1)))));
    }

    private static String word(Map<String, String> words, String name) {
        String word = words.get(name);
        if (word == null) {
            throw new IllegalStateException("the text asks for the word " + name);
        }
        return word;
    }

    static String oneLine(String word) {
        return UNSEEN.matcher(word).replaceAll(" ").strip();
    }

    private static String html(String plain) {
        return Arrays.stream(plain.split(PARAGRAPHS))
                .map(paragraph -> "<p>" + paragraph(paragraph) + "</p>\n")
                .collect(
                        Collectors.joining(
                                "",
                                "<!DOCTYPE html>\n<html lang=\"en\"><body>\n",
                                "</body></html>\n"));
    }

    private static String paragraph(String paragraph) {
        if (LINK.matcher(paragraph).matches()) {
            String address = escaped(paragraph);
            return "<a href=\"" + address + "\">" + address + "</a>";
        }
        return escaped(paragraph).replace("\n", "<br>\n");
    }

    /** Letters beyond ASCII stay as they are: the mail is in UTF-8. */
    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
    }
}
