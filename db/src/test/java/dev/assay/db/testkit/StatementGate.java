package dev.assay.db.testkit;

import dev.assay.db.GlobalTables;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

/**
 * Stands between the product and JDBC and lets no statement pass that breaks a {@link
 * StatementRule}. It sees everything sent through a wrapped data source, whoever wrote it: jOOQ,
 * plain SQL, db-scheduler. Row-level security is the lock behind it; this one exists because a
 * statement without {@code employer_id =} is right on one PostgreSQL and visits every shard on
 * Citus (design/reliability.md, 6.1).
 *
 * <p>A breach throws {@link StatementGateError} before the statement is sent, and is remembered, so
 * that {@link #assertClean()} also finds what a worker loop caught.
 */
public final class StatementGate {
    private static final String TENANT_RELATIONS =
            """
            select c.relname from pg_catalog.pg_class c
            join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attname = 'employer_id'
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p', 'v', 'm', 'f')
              and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
            """;

    /** What was found of a statement holds for every gate that knows the same tables. */
    private static final Map<Set<String>, Map<String, List<StatementViolation>>> VERDICTS =
            new ConcurrentHashMap<>();

    private final Set<String> tenantTables;
    private final Map<String, List<StatementViolation>> verdicts;
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final List<StatementViolation> violations = new CopyOnWriteArrayList<>();

    private StatementGate(Set<String> tenantTables) {
        this.tenantTables = Set.copyOf(tenantTables);
        verdicts = VERDICTS.computeIfAbsent(this.tenantTables, _ -> new ConcurrentHashMap<>());
    }

    /** Learns from the catalogue which tables are a tenant's: those that are not listed global. */
    public static StatementGate of(TestDatabase database) throws SQLException {
        return of(database.ownerDataSource());
    }

    /** The same for any migrated database. */
    public static StatementGate of(DataSource owner) throws SQLException {
        Set<String> tenantTables = new HashSet<>();
        try (Connection connection = owner.getConnection();
                PreparedStatement query = connection.prepareStatement(TENANT_RELATIONS);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                tenantTables.add(row.getString(1));
            }
        }
        tenantTables.removeAll(GlobalTables.names());
        return new StatementGate(tenantTables);
    }

    /** The same data source with the gate in front. */
    public DataSource wrap(DataSource runtime) {
        return ProxyDataSourceBuilder.create(runtime).listener(new Listener()).build();
    }

    /** What is wrong with one statement; empty when it may pass. */
    public List<StatementViolation> check(String sql) {
        seen.add(sql);
        return verdicts.computeIfAbsent(sql, text -> StatementCheck.of(text, tenantTables));
    }

    /** Every distinct statement that came by so far. */
    public Set<String> seen() {
        return Set.copyOf(seen);
    }

    /** Every breach since the start, also those whose error somebody caught. */
    public List<StatementViolation> violations() {
        return List.copyOf(violations);
    }

    /** Fails with all breaches so far; call it after each test. */
    public void assertClean() {
        if (!violations.isEmpty()) {
            throw new StatementGateError(violations());
        }
    }

    private final class Listener implements QueryExecutionListener {
        @Override
        public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
            List<StatementViolation> found =
                    queries.stream().flatMap(query -> check(query.getQuery()).stream()).toList();
            if (!found.isEmpty()) {
                violations.addAll(found);
                throw new StatementGateError(found);
            }
        }

        @Override
        public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
            // Everything is decided before.
        }
    }
}
