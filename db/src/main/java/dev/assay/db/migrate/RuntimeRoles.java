package dev.assay.db.migrate;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;

/**
 * Creates the runtime roles and keeps them powerless: row-level security only binds a role that is
 * neither superuser, nor BYPASSRLS, nor the table's owner (PostgreSQL manual, "Row Security
 * Policies").
 */
public final class RuntimeRoles {
    // Written for an owner without superuser rights: it may create such roles, but may not even
    // name SUPERUSER or BYPASSRLS when altering one. A role that has them is refused instead.
    private static final String CREATE =
            "create role %s login nosuperuser nobypassrls nocreatedb nocreaterole noreplication"
                    + " noinherit";

    private static final String KNOWS_ROLE = "select 1 from pg_catalog.pg_roles where rolname = ?";

    private static final String KNOWS_SETTING =
            "select 1 from pg_catalog.pg_settings where name = ?";

    private static final String CITUS_PROPAGATION = "citus.propagate_set_commands";

    private static final String FAULTS =
            """
            select r.rolname, fault.what
            from pg_catalog.pg_roles r
            cross join lateral (
                select 'is a superuser' where r.rolsuper
                union all select 'bypasses row-level security' where r.rolbypassrls
                union all select 'may create roles' where r.rolcreaterole
                union all select 'may create databases' where r.rolcreatedb
                union all select 'may replicate' where r.rolreplication
                union all select 'inherits privileges' where r.rolinherit
                union all select 'is a member of ' || g.rolname
                    from pg_catalog.pg_auth_members m
                    join pg_catalog.pg_roles g on g.oid = m.roleid
                    where m.member = r.oid
                union all select 'owns ' || c.oid::regclass
                    from pg_catalog.pg_class c
                    where c.relowner = r.oid and c.relkind <> 'i'
                union all select 'owns schema ' || n.nspname
                    from pg_catalog.pg_namespace n
                    where n.nspowner = r.oid
                union all select 'owns function ' || p.oid::regprocedure
                    from pg_catalog.pg_proc p
                    where p.proowner = r.oid
                union all select 'owns database ' || d.datname
                    from pg_catalog.pg_database d
                    where d.datdba = r.oid
            ) as fault (what)
            where r.rolname = any (?)
            order by 1, 2
            """;

    private RuntimeRoles() {}

    /**
     * Everything that makes a runtime role too powerful in this database, one sentence each; empty
     * when all is well. Roles that do not exist (yet) are not a fault.
     */
    public static List<String> faults(Connection connection) throws SQLException {
        List<String> faults = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(FAULTS)) {
            query.setArray(1, connection.createArrayOf("text", names().toArray()));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    faults.add("role " + row.getString(1) + " " + row.getString(2));
                }
            }
        }
        return List.copyOf(faults);
    }

    static void createOrUpdate(Connection owner, RolePasswords passwords) throws SQLException {
        refuseFaults(owner);
        PGConnection postgres = owner.unwrap(PGConnection.class);
        for (RuntimeRole role : RuntimeRole.values()) {
            if (!exists(owner, KNOWS_ROLE, role.roleName())) {
                execute(owner, CREATE.formatted(role.roleName()));
            }
            execute(owner, "alter role " + role.roleName() + " login");
            // The driver sends a SCRAM verifier, so the password reaches no server log.
            postgres.alterUserPassword(
                    role.roleName(), passwords.of(role).toCharArray(), "scram-sha-256");
            for (Map.Entry<String, String> setting : defaults(role).entrySet()) {
                set(owner, role, setting.getKey(), setting.getValue());
            }
            // The one setting that carries SET LOCAL to the shards (design/reliability.md, 6.1).
            // A plain PostgreSQL does not know it, and lets only superusers invent settings.
            if (exists(owner, KNOWS_SETTING, CITUS_PROPAGATION)) {
                set(owner, role, CITUS_PROPAGATION, "local");
            }
        }
    }

    static void grantReadOfHistory(Connection owner) throws SQLException {
        for (RuntimeRole role : RuntimeRole.values()) {
            execute(owner, "grant select on databasechangelog to " + role.roleName());
        }
    }

    private static void refuseFaults(Connection owner) throws SQLException {
        List<String> faults = faults(owner);
        if (!faults.isEmpty()) {
            throw new UnsafeRuntimeRoleException(faults);
        }
    }

    private static Map<String, String> defaults(RuntimeRole role) {
        return Map.of(
                "statement_timeout", millis(role.statementTimeout()),
                "lock_timeout", millis(role.lockTimeout()),
                "idle_in_transaction_session_timeout", millis(role.idleInTransactionTimeout()));
    }

    private static String millis(Duration limit) {
        return limit.toMillis() + "ms";
    }

    private static void set(Connection owner, RuntimeRole role, String name, String value)
            throws SQLException {
        execute(owner, "alter role %s set %s = '%s'".formatted(role.roleName(), name, value));
    }

    private static boolean exists(Connection owner, String sql, String name) throws SQLException {
        try (PreparedStatement query = owner.prepareStatement(sql)) {
            query.setString(1, name);
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }

    private static void execute(Connection owner, String sql) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> names() {
        return Arrays.stream(RuntimeRole.values()).map(RuntimeRole::roleName).toList();
    }
}
