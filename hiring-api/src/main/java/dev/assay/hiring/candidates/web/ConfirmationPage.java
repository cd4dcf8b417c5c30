package dev.assay.hiring.candidates.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.springframework.web.util.HtmlUtils;

/** What an applicant sees who follows a link: one sentence, and a button where there is one. */
final class ConfirmationPage {

    private static final String TEMPLATE = resource("/pages/confirm.html");
    private static final String STYLE = between(TEMPLATE, "<style>", "</style>");

    private ConfirmationPage() {}

    static String open(String employer, String token) {
        String name = escaped(employer);
        return page(
                "Is this address yours?",
                "An application to <b>%s</b> was handed in with the e-mail address this link was sent to. Please confirm that the address is yours. If you have not applied, close this page: nothing is confirmed then."
                        .formatted(name),
                """
                <form method="post" action="/me/confirm">
                <input type="hidden" name="t" value="%s">
                <button>Yes, it is my address</button>
                </form>
                """
                        .formatted(escaped(token)));
    }

    static String done(String employer) {
        return page(
                "Your address is confirmed",
                "Thank you. Credentials that were issued to it now count in your application to <b>%s</b>. There is nothing more to do."
                        .formatted(escaped(employer)),
                "");
    }

    static String expired() {
        return page(
                "This link has expired",
                "Nothing was confirmed. Please write to the employer you applied to: they can confirm your address too.",
                "");
    }

    static String unknown() {
        return page(
                "This link does not work",
                "Perhaps a part of it was lost on the way. Please open it from the mail once more, or copy all of it.",
                "");
    }

    static String tooMany() {
        return page(
                "Please wait a minute",
                "There were too many requests from your network. Nothing was confirmed.",
                "");
    }

    /** The one source of styles that the page's own headers allow. */
    static String styleHash() {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(STYLE.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }

    private static String page(String title, String sentence, String form) {
        return TEMPLATE.replace("{{title}}", title)
                .replace("{{form}}", form)
                .replace("{{sentence}}", sentence);
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
    }

    private static String between(String text, String begin, String end) {
        int from = text.indexOf(begin) + begin.length();
        return text.substring(from, text.indexOf(end, from));
    }

    private static String resource(String name) {
        try (InputStream in = ConfirmationPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("there is no " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(name + " cannot be read", failure);
        }
    }
}
