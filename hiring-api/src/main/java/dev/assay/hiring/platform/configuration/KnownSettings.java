package dev.assay.hiring.platform.configuration;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The names of all settings that some feature reads, from its properties record. Names are compared
 * as Spring binds them: letters and digits count, in either case.
 */
final class KnownSettings {

    private static final Pattern CAPITAL = Pattern.compile("([a-z0-9])([A-Z])");
    private static final Pattern PUNCTUATION = Pattern.compile("[^a-z0-9]");
    private static final int TOLERATED_SLIPS = 3;

    private final List<String> names = new ArrayList<>();

    /** What lies below these may be called anything: maps, lists. */
    private final List<String> open = new ArrayList<>();

    /** Adds what this type binds below a prefix. */
    void add(String prefix, Class<?> type) {
        if (!type.isRecord()) {
            open.add(prefix);
            return;
        }
        for (RecordComponent component : type.getRecordComponents()) {
            String name = prefix + "." + dashed(component.getName());
            Class<?> of = component.getType();
            if (of.isRecord()) {
                add(name, of);
            } else if (Map.class.isAssignableFrom(of) || Collection.class.isAssignableFrom(of)) {
                names.add(name);
                open.add(name);
            } else {
                names.add(name);
            }
        }
    }

    /** Adds a whole branch that is none of this application's business. */
    void addBranch(String prefix) {
        open.add(prefix);
    }

    boolean contains(String name) {
        String uniform = uniform(name);
        return names.stream().anyMatch(known -> uniform(known).equals(uniform))
                || open.stream().anyMatch(branch -> uniform.startsWith(uniform(branch)));
    }

    /** What was probably meant by a name that is not known. */
    Optional<String> nearest(String name) {
        String uniform = uniform(name);
        return names.stream()
                .filter(known -> distance(uniform(known), uniform) <= TOLERATED_SLIPS)
                .min(Comparator.comparingInt(known -> distance(uniform(known), uniform)));
    }

    /** {@code masterKeyFile} as {@code master-key-file}. */
    static String dashed(String name) {
        return CAPITAL.matcher(name).replaceAll("$1-$2").toLowerCase(Locale.ROOT);
    }

    private static String uniform(String name) {
        return PUNCTUATION.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
    }

    /** Levenshtein's: how many letters to add, drop or exchange. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int exchange = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(exchange, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
