package dev.assay.hiring.platform.persistence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Refuses to start when a runtime role could step around row-level security: as a superuser, with
 * BYPASSRLS, as the owner of a table, or as a member of a role that is any of these.
 */
@Component
class RuntimeRoleCheck implements InitializingBean {

    private static final String POWERS =
            """
            select r.rolname,
                   r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb as powerful,
                   exists (select 1 from pg_class c where c.relowner = r.oid and c.relkind in ('r', 'p', 'v', 'm')) as owner,
                   exists (select 1 from pg_auth_members m where m.member = r.oid) as member
            from pg_roles r
            where r.rolname = current_user
            """;

    private final Map<String, DataSource> pools;

    RuntimeRoleCheck(
            DataSource webDataSource,
            DataSource workerDataSource,
            @Qualifier("selfIdDataSource") Optional<DataSource> selfIdDataSource) {
        Map<String, DataSource> all = new LinkedHashMap<>();
        all.put("assay_web", webDataSource);
        all.put("assay_worker", workerDataSource);
        selfIdDataSource.ifPresent(pool -> all.put("assay_selfid", pool));
        this.pools = all;
    }

    @Override
    public void afterPropertiesSet() throws SQLException {
        for (Map.Entry<String, DataSource> pool : pools.entrySet()) {
            try (Connection connection = pool.getValue().getConnection()) {
                check(pool.getKey(), connection);
            }
        }
    }

    private static void check(String expected, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(POWERS)) {
            row.next();
            if (!row.getString("rolname").equals(expected)) {
                throw new IllegalStateException(
                        "the pool of " + expected + " logs in as " + row.getString("rolname"));
            }
            if (row.getBoolean("powerful") || row.getBoolean("owner") || row.getBoolean("member")) {
                throw new IllegalStateException(
                        "the runtime role "
                                + expected
                                + " could bypass row-level security: it must own no table, have no special attribute and be"
                                + " member of no role");
            }
        } finally {
            connection.rollback();
        }
    }
}
