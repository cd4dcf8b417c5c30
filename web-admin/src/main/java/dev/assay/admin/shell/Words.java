package dev.assay.admin.shell;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The console's sentences, all from one bundle. Codes are stable and stored, wording may change: a
 * stored code whose sentence is gone falls back to the sentence of its outcome, never to an empty
 * line.
 */
@Component
public class Words {

    private static final Locale LANGUAGE = Locale.ENGLISH;

    private final MessageSource messages;

    public Words(MessageSource messages) {
        this.messages = messages;
    }

    /** The sentence of this key; refuses a key the bundle does not have. */
    public String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LANGUAGE);
    }

    /** The sentence of the first key, or of the second if the bundle lacks the first. */
    public String sayOr(String key, String otherwise, Object... arguments) {
        String found = messages.getMessage(key, arguments, "", LANGUAGE);
        return found == null || found.isEmpty() ? say(otherwise, arguments) : found;
    }

    /** As {@link #say}, with an empty text where the bundle has nothing to say. */
    public String sayIfKnown(String key, Object... arguments) {
        String found = messages.getMessage(key, arguments, "", LANGUAGE);
        return found == null ? "" : found;
    }
}
