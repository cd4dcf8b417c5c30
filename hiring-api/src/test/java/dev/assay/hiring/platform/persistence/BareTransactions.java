package dev.assay.hiring.platform.persistence;

import dev.assay.db.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.postgresql.ds.PGSimpleDataSource;

/** The door to a test database without an application around it. */
public final class BareTransactions {
    private final TenantTransaction door;
    private final DSLContext sql;

    private BareTransactions(TenantTransaction door) {
        this.door = door;
        this.sql =
                DSL.using(
                        new DefaultConfiguration()
                                .set(door.connections())
                                .set(SQLDialect.POSTGRES)
                                .set(new Settings().withRenderSchema(false)));
    }

    public static BareTransactions of(TestDatabase database) {
        return new BareTransactions(
                new TenantTransaction(
                        new RuntimeDataSources(
                                source(database, "assay_web", database.rolePasswords().web()),
                                source(database, "assay_worker", database.rolePasswords().worker()),
                                Optional.empty())));
    }

    public TenantTransaction door() {
        return door;
    }

    /** Works inside of {@link #door()} only. */
    public DSLContext sql() {
        return sql;
    }

    private static PGSimpleDataSource source(TestDatabase database, String role, String password) {
        var source =
                new PGSimpleDataSource() {
                    private static final long serialVersionUID = 1L;

                    @Override
                    public Connection getConnection() throws SQLException {
                        Connection connection = super.getConnection();
                        connection.setAutoCommit(false);
                        return connection;
                    }
                };
        source.setUrl(database.jdbcUrl());
        source.setUser(role);
        source.setPassword(password);
        return source;
    }
}
