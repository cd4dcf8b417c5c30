package dev.assay.hiring.shared;

import java.util.Map;
import java.util.Optional;

/**
 * One mail to one person.
 *
 * @param recipient an address as it was given; whether anybody takes it is found out on delivery
 * @param about the person with whose erasure this mail is erased; empty for mail to users
 * @param words exactly what the kind's text asks for
 */
public record Mail(
        MailKind kind, String recipient, Optional<PersonId> about, Map<String, String> words) {

    public Mail {
        words = Map.copyOf(words);
        if (!words.keySet().equals(kind.words())) {
            throw new IllegalArgumentException(
                    "a mail of the kind %s takes the words %s, but was given %s"
                            .formatted(kind.wireName(), kind.words(), words.keySet()));
        }
    }

    /** Without the address and the words: they are personal data or secrets. */
    @Override
    public String toString() {
        return "Mail[kind=%s]".formatted(kind.wireName());
    }
}
