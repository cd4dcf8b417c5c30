package dev.assay.hiring.platform.persistence;

import static org.jooq.impl.DSL.param;

import dev.assay.hiring.shared.EmployerId;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.Record;
import org.jooq.RecordMapper;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;

/**
 * A query about one employer whose text is always the same, rendered once. To render it each time
 * takes jOOQ longer than the database takes to answer, which counts for what is asked most often:
 * whatever scores or accepts an application.
 *
 * <p>The query is written as any other, with {@link #EMPLOYER} and at most one of {@link #ID},
 * {@link #IDS} and {@link #TEXTS} where values would be, each as often as it likes.
 */
public final class Rendered {

    /** Whose rows are asked for. */
    public static final Param<UUID> EMPLOYER = param("employer", SQLDataType.UUID);

    /** The one thing that is asked for. */
    public static final Param<UUID> ID = param("id", SQLDataType.UUID);

    /** The things that are asked for, however many: to be compared by {@code = any}. */
    public static final Param<UUID[]> IDS = param("ids", SQLDataType.UUID.array());

    /** The same by texts. */
    public static final Param<String[]> TEXTS = param("texts", SQLDataType.CLOB.array());

    private static final Pattern PLACE = Pattern.compile(":(\\w+)");

    private final DSLContext sql;
    private final String text;
    private final Field<?>[] columns;
    private final List<String> places;

    /**
     * @throws IllegalArgumentException when the query has other values than those, which would stay
     *     the same for ever
     */
    public Rendered(DSLContext sql, Select<?> query) {
        this.sql = sql;
        this.text = sql.render(query);
        this.columns = query.getSelect().toArray(Field<?>[]::new);
        this.places = places(sql.renderNamedParams(query), text);
    }

    private static List<String> places(String named, String text) {
        List<String> places = new ArrayList<>();
        Matcher place = PLACE.matcher(named);
        while (place.find()) {
            places.add(place.group(1));
        }
        if (!place.replaceAll("?").equals(text)
                || !List.of("employer", "id", "ids", "texts").containsAll(places)) {
            throw new IllegalArgumentException("not a query of places alone: " + named);
        }
        return List.copyOf(places);
    }

    /** What there is. */
    public <T> List<T> fetch(EmployerId employer, RecordMapper<? super Record, T> row) {
        return fetch(employer, _ -> employer.value(), row);
    }

    /** What there is of this. */
    public <T> List<T> fetch(EmployerId employer, UUID id, RecordMapper<? super Record, T> row) {
        return fetch(employer, _ -> id, row);
    }

    /** What there is of these. */
    public <T> List<T> fetch(
            EmployerId employer, Collection<UUID> ids, RecordMapper<? super Record, T> row) {
        return fetch(employer, connection -> UuidArray.of(connection, ids), row);
    }

    /** What there is by these texts. */
    public <T> List<T> fetchByTexts(
            EmployerId employer, Collection<String> texts, RecordMapper<? super Record, T> row) {
        return fetch(
                employer,
                connection -> connection.createArrayOf("text", texts.toArray(String[]::new)),
                row);
    }

    private <T> List<T> fetch(
            EmployerId employer, Value asked, RecordMapper<? super Record, T> row) {
        return sql.connectionResult(connection -> {
            try (PreparedStatement query = connection.prepareStatement(text)) {
                Object value = asked.on(connection);
                for (int place = 0; place < places.size(); place++) {
                    bind(
                            query,
                            place + 1,
                            places.get(place).equals("employer") ? employer.value() : value);
                }
                try (ResultSet found = query.executeQuery()) {
                    return sql.fetch(found, columns).map(row);
                }
            }
        });
    }

    private static void bind(PreparedStatement query, int place, Object value) throws SQLException {
        if (value instanceof Array all) {
            query.setArray(place, all);
        } else {
            query.setObject(place, value);
        }
    }

    private interface Value {
        Object on(Connection connection) throws SQLException;
    }
}
