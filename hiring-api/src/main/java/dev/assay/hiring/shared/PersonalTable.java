package dev.assay.hiring.shared;

import java.util.Set;

/**
 * A table that holds data of persons, and in which columns.
 *
 * @param readable columns in plain text: {@link PersonalDataHolder#erase} deletes their rows or
 *     empties them
 * @param sealed columns under the person's key, or keyed by it: unreadable once the key is gone
 */
public record PersonalTable(String name, Set<String> readable, Set<String> sealed) {

    public PersonalTable {
        readable = Set.copyOf(readable);
        sealed = Set.copyOf(sealed);
        if (readable.isEmpty() && sealed.isEmpty()) {
            throw new IllegalArgumentException(
                    "a table of personal data names its columns: " + name);
        }
    }

    /** A table whose personal columns are all in plain text. */
    public static PersonalTable readable(String name, String... columns) {
        return new PersonalTable(name, Set.of(columns), Set.of());
    }

    /** A table whose personal columns are all sealed. */
    public static PersonalTable sealed(String name, String... columns) {
        return new PersonalTable(name, Set.of(), Set.of(columns));
    }
}
