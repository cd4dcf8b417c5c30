package dev.assay.hiring.scoring;

import dev.assay.hiring.platform.persistence.UuidArray;
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
 */
record Columns<T>(Connection connection, List<T> rows) {

    Array ids(Function<T, UUID> value) throws SQLException {
        return UuidArray.of(connection, rows.stream().map(value).toList());
    }

    Array texts(Function<T, String> value) throws SQLException {
        return connection.createArrayOf("text", rows.stream().map(value).toArray(String[]::new));
    }

    Array numbers(Function<T, @Nullable Integer> value) throws SQLException {
        return connection.createArrayOf("int4", rows.stream().map(value).toArray(Integer[]::new));
    }

    Array moments(Function<T, Instant> value) throws SQLException {
        return connection.createArrayOf(
                "timestamptz",
                rows.stream()
                        .map(row -> value.apply(row).atOffset(ZoneOffset.UTC).toString())
                        .toArray(String[]::new));
    }
}
