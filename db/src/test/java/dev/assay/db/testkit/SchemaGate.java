package dev.assay.db.testkit;

import dev.assay.db.GlobalTable;
import dev.assay.db.GlobalTables;
import dev.assay.db.migrate.RuntimeRole;
import dev.assay.db.migrate.RuntimeRoles;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Reads the catalogue and says where the schema breaks a {@link SchemaRule}. It looks at every
 * table there is, so nobody has to remember to register a new one.
 */
public final class SchemaGate {
    /** The one condition of every policy, in PostgreSQL's own spelling. */
    private static final String TENANT_CONDITION =
            "(employer_id = (NULLIF(current_setting('assay.employer_id'::text, true),"
                    + " ''::text))::uuid)";

    private static final String PERSONAL =
            "(^|_)(name|e?mail|phone|mobile|fax|address|street|city|postcode|zip|birth\\w*|dob|age"
                    + "|gender|sex|ethnicity|disability|nationality|photo|avatar|cv|resume|passport|ssn"
                    + "|person|candidate|applicant|recipient|ip|user_agent|given|family|surname"
                    + "|subject)(_|$)";

    private static final String PRELUDE =
            """
            with setting (global_tables, harmless, runtime_roles, condition, personal) as (
                select ?::text[], ?::text[], ?::text[], ?::text, ?::text),
            user_schema as (
                select n.oid, n.nspname from pg_namespace n
                where n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'),
            runtime_role as (
                select r.oid, r.rolname from pg_roles r
                where r.rolname in (select unnest(runtime_roles) from setting)),
            user_table as (
                select c.oid, c.oid::regclass::text as name, a.attnum as employer,
                    c.relrowsecurity as secured, c.relforcerowsecurity as forced,
                    n.nspname = 'public'
                        and c.relname in (select unnest(global_tables) from setting) as is_global
                from pg_class c
                join user_schema n on n.oid = c.relnamespace
                left join pg_attribute a on a.attrelid = c.oid and a.attname = 'employer_id'
                    and not a.attisdropped
                where c.relkind in ('r', 'p')),
            tenant as (select * from user_table where not is_global and employer is not null),
            violation (object, fault) as (
            """;

    private SchemaGate() {}

    /** Every violation in this database, by rule and object; empty when the schema is sound. */
    public static List<SchemaViolation> check(Connection connection) throws SQLException {
        return check(connection, GlobalTables.all());
    }

    static List<SchemaViolation> check(Connection connection, Collection<GlobalTable> globalTables)
            throws SQLException {
        List<SchemaViolation> violations = new ArrayList<>();
        for (SchemaRule rule : SchemaRule.values()) {
            violations.addAll(check(connection, rule, globalTables));
        }
        for (String fault : RuntimeRoles.faults(connection)) {
            violations.add(new SchemaViolation(SchemaRule.ROLE, "runtime", fault));
        }
        return List.copyOf(violations);
    }

    private static List<SchemaViolation> check(
            Connection connection, SchemaRule rule, Collection<GlobalTable> globalTables)
            throws SQLException {
        String sql = PRELUDE + rule.query() + ") select object, fault from violation order by 1, 2";
        List<SchemaViolation> violations = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setArray(1, array(connection, tableNames(globalTables)));
            query.setArray(2, array(connection, harmlessColumns(globalTables)));
            query.setArray(3, array(connection, roleNames()));
            query.setString(4, TENANT_CONDITION);
            query.setString(5, PERSONAL);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    violations.add(new SchemaViolation(rule, row.getString(1), row.getString(2)));
                }
            }
        }
        return violations;
    }

    private static List<String> tableNames(Collection<GlobalTable> globalTables) {
        return globalTables.stream().map(GlobalTable::name).toList();
    }

    private static List<String> harmlessColumns(Collection<GlobalTable> globalTables) {
        return globalTables.stream()
                .flatMap(table ->
                        table.harmlessColumns().keySet().stream()
                                .map(column -> table.name() + "." + column))
                .toList();
    }

    private static List<String> roleNames() {
        return Arrays.stream(RuntimeRole.values()).map(RuntimeRole::roleName).toList();
    }

    private static java.sql.Array array(Connection connection, List<String> values)
            throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }
}
