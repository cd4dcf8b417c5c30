package dev.assay.hiring.platform.lists;

import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.InvalidInput.Fault;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What somebody wants a list narrowed to, by the names of its fields. Everything that is wrong with
 * it is found before anything is refused.
 */
public final class QueryValues {

    private static final int MOST_VALUES = 100;

    private final Map<String, List<String>> given;
    private final List<Fault> faults = new ArrayList<>();

    private QueryValues(Map<String, List<String>> given) {
        this.given = given;
    }

    /** Those of these values that belong to the fields; what else is there is others' business. */
    public static <F extends Enum<F> & QueryField> QueryValues of(
            Class<F> fields, Map<String, List<String>> given) {
        Map<String, List<String>> own = new TreeMap<>();
        for (F field : fields.getEnumConstants()) {
            List<String> values = given.getOrDefault(field.wireName(), List.of());
            if (!values.isEmpty()) {
                own.put(field.wireName(), values.stream().sorted().toList());
            }
        }
        return new QueryValues(own);
    }

    /** The same text for the same values, in whichever order they were given. */
    public String canonical() {
        return given.toString();
    }

    /** The values of a field that may be given several times; empty when it was not. */
    public <T> Set<T> each(QueryField field, Function<String, T> reader, String expected) {
        List<String> values = given.getOrDefault(field.wireName(), List.of());
        if (values.size() > MOST_VALUES) {
            fault(field, "may be given at most " + MOST_VALUES + " times");
            return Set.of();
        }
        Set<T> read = new LinkedHashSet<>();
        values.forEach(value -> read(field, value, reader, expected).ifPresent(read::add));
        return read;
    }

    /** The value of a field that may be given once. */
    public <T> Optional<T> one(QueryField field, Function<String, T> reader, String expected) {
        List<String> values = given.getOrDefault(field.wireName(), List.of());
        if (values.size() > 1) {
            fault(field, "may be given once only");
            return Optional.empty();
        }
        return values.stream().findFirst().flatMap(value -> read(field, value, reader, expected));
    }

    /** The values of a field that takes words of a fixed list. */
    public <E extends Enum<E>> Set<E> words(
            QueryField field, Class<E> type, Function<E, String> wireName) {
        return each(
                field,
                text -> one(type, wireName, text),
                "must be one of "
                        + String.join(
                                ", ",
                                Arrays.stream(type.getEnumConstants()).map(wireName).toList()));
    }

    /** Adds what only the values together show to be wrong. */
    public void fault(QueryField field, String detail) {
        faults.add(new Fault("/" + field.wireName(), detail));
    }

    /**
     * To be called when everything was read.
     *
     * @throws InvalidInput when a value was not what it should be, naming each
     */
    public void requireSound() {
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
    }

    private <T> Optional<T> read(
            QueryField field, String value, Function<String, T> reader, String expected) {
        try {
            return Optional.of(reader.apply(value));
        } catch (IllegalArgumentException | DateTimeException notOne) {
            fault(field, expected);
            return Optional.empty();
        }
    }

    private static <E extends Enum<E>> E one(
            Class<E> type, Function<E, String> wireName, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> wireName.apply(constant).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such word"));
    }
}
