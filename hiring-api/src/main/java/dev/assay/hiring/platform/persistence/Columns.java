package dev.assay.hiring.platform.persistence;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Many rows as one array a column, which is one text whatever their number. The driver sends such
 * arrays as they are; jOOQ would write them into literals.
 *
 * @param connection whose arrays these become; good while its transaction lasts
 * @param rows in the order of every array
 */
public record Columns<T>(Connection connection, List<T> rows) {

    /** One id of each row, as {@code uuid[]}. */
    public Array ids(Function<T, UUID> value) throws SQLException {
        return UuidArray.of(connection, rows.stream().map(value).toList());
    }

    /** One text of each row, as {@code text[]}. */
    public Array texts(Function<T, String> value) throws SQLException {
        return connection.createArrayOf("text", rows.stream().map(value).toArray(String[]::new));
    }

    /** One number or null of each row, as {@code int4[]}. */
    public Array numbers(Function<T, @Nullable Integer> value) throws SQLException {
        return connection.createArrayOf("int4", rows.stream().map(value).toArray(Integer[]::new));
    }

    /** One moment of each row, as {@code timestamptz[]}. */
    public Array moments(Function<T, Instant> value) throws SQLException {
        return connection.createArrayOf(
                "timestamptz",
                rows.stream()
                        .map(row -> value.apply(row).atOffset(ZoneOffset.UTC).toString())
                        .toArray(String[]::new));
    }
}
