package dev.assay.hiring.skills;

import java.net.URI;
import java.util.List;
import java.util.Set;

/**
 * A vocabulary as its publisher's files have it.
 *
 * @param framework such as {@code ESCO}
 * @param attribution what its licence wants to be said
 */
public record Vocabulary(
        String framework,
        String version,
        String attribution,
        List<Entry> entries,
        Set<Broader> broader) {

    public Vocabulary {
        entries = List.copyOf(entries);
        broader = Set.copyOf(broader);
    }

    /** A skill with what else it is called. */
    public record Entry(URI uri, String label, List<String> alternatives) {

        public Entry {
            alternatives = List.copyOf(alternatives);
        }
    }

    /** One skill is a part of another. */
    public record Broader(URI skill, URI broader) {}
}
