package dev.assay.hiring.compliance;

import dev.assay.db.GlobalTables;
import dev.assay.hiring.shared.PersonalDataHolder;
import dev.assay.hiring.shared.PersonalTable;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Compares what the schema has with what the features say of it: every tenant table is named by the
 * holder of the personal data in it, or listed as free of any.
 */
final class PersonalDataCensus {

    private static final String COLUMNS =
            """
            select c.relname, a.attname, a.atttypid::regtype::text, coalesce(a.attstattarget, -1)
            from pg_class c
            join pg_namespace n on n.oid = c.relnamespace and n.nspname in ('public', 'demographics')
            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            where c.relkind in ('r', 'p')
            """;

    private final Map<String, Map<String, Column>> schema = new TreeMap<>();
    private final List<PersonalTable> held;
    private final Set<String> free;

    private record Column(String type, int statistics) {}

    PersonalDataCensus(
            Connection connection, Collection<PersonalDataHolder> holders, Properties free)
            throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(COLUMNS)) {
            while (row.next()) {
                schema.computeIfAbsent(row.getString(1), _ -> new TreeMap<>())
                        .put(row.getString(2), new Column(row.getString(3), row.getInt(4)));
            }
        }
        schema.keySet().removeAll(GlobalTables.names());
        this.held = holders.stream().flatMap(holder -> holder.tables().stream()).toList();
        this.free = free.stringPropertyNames();
    }

    /** The list that is kept beside the changelog. */
    static Properties freeOfPersonalData() throws IOException {
        Properties listed = new Properties();
        try (InputStream file =
                PersonalDataCensus.class.getResourceAsStream(
                        "/db/free-of-personal-data.properties")) {
            listed.load(Objects.requireNonNull(file));
        }
        return listed;
    }

    /** What is wrong; empty when every table is accounted for. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        Set<String> named = new TreeSet<>(free);
        free.stream()
                .filter(table -> !schema.containsKey(table))
                .forEach(table -> faults.add(table + " is listed as free, but is no tenant table"));
        for (PersonalTable table : held) {
            if (!named.add(table.name())) {
                faults.add(table.name() + " is named twice");
            }
            faults.addAll(faults(table));
        }
        schema.keySet().stream()
                .filter(table -> !named.contains(table))
                .forEach(table ->
                        faults.add(
                                table
                                        + " is new: name it in a PersonalDataHolder, or list it in"
                                        + " db/free-of-personal-data.properties with the reason"));
        return faults;
    }

    /** Tables with personal data in plain text: what a rewrite has to clear of old row versions. */
    List<String> readableTables() {
        return held.stream()
                .filter(table -> !table.readable().isEmpty())
                .map(PersonalTable::name)
                .toList();
    }

    private List<String> faults(PersonalTable table) {
        Map<String, Column> columns = schema.getOrDefault(table.name(), Map.of());
        List<String> faults = new ArrayList<>();
        table.sealed()
                .forEach(name -> {
                    if (!columns.containsKey(name) || !columns.get(name).type().equals("bytea")) {
                        faults.add(table.name() + "." + name + " is no column of sealed bytes");
                    }
                });
        table.readable()
                .forEach(name -> {
                    if (!columns.containsKey(name)) {
                        faults.add(table.name() + "." + name + " is no column");
                    } else if (columns.get(name).statistics() != 0) {
                        faults.add(
                                table.name()
                                        + "."
                                        + name
                                        + " needs SET STATISTICS 0, or ANALYZE keeps a copy");
                    }
                });
        return faults;
    }
}
