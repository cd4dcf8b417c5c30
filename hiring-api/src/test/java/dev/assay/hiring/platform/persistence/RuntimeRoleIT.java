package dev.assay.hiring.platform.persistence;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.assay.db.testkit.TestDatabase;
import dev.assay.db.testkit.WithDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A node does not start with a role that could see more than one employer at a time. */
@WithDatabase
class RuntimeRoleIT {

    private final TestDatabase database;

    RuntimeRoleIT(TestDatabase database) {
        this.database = database;
    }

    @Test
    void acceptsTheRolesTheMigrationMakes() {
        assertThatCode(() -> check(database.webDataSource(), database.workerDataSource()))
                .doesNotThrowAnyException();
    }

    // Roles belong to the whole server, so each power is taken away again.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "alter role assay_web bypassrls     | alter role assay_web nobypassrls",
                "alter role assay_web superuser     | alter role assay_web nosuperuser",
                "alter role assay_web createrole    | alter role assay_web nocreaterole",
                "alter role assay_web createdb      | alter role assay_web nocreatedb",
                "create role boss; grant boss to assay_web | drop role boss",
                "grant pg_read_all_data to assay_web | revoke pg_read_all_data from assay_web",
                "alter table skill owner to assay_web | alter table skill owner to assay_owner"
            })
    void refusesARoleThatCouldStepAroundIt(String power, String undo) throws SQLException {
        superuser(power);
        try {
            assertThatThrownBy(() -> check(database.webDataSource(), database.workerDataSource()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("assay_web");
        } finally {
            superuser(undo);
        }
    }

    @Test
    void refusesAPoolThatLogsInAsSomebodyElse() {
        assertThatThrownBy(() -> check(database.webDataSource(), database.webDataSource()))
                .hasMessageContaining("assay_worker");
        assertThatThrownBy(() -> check(database.ownerDataSource(), database.workerDataSource()))
                .hasMessageContaining("assay_owner");
    }

    private static void check(DataSource web, DataSource worker) throws SQLException {
        try (var webPool = manual(web);
                var workerPool = manual(worker)) {
            new RuntimeRoleCheck(webPool, workerPool, Optional.empty()).afterPropertiesSet();
        }
    }

    /** Like the pools, which do not commit by themselves. */
    private static HikariDataSource manual(DataSource source) {
        var pool = new HikariDataSource();
        pool.setDataSource(source);
        pool.setAutoCommit(false);
        pool.setMaximumPoolSize(1);
        return pool;
    }

    private void superuser(String sql) throws SQLException {
        try (Connection connection = database.superuser().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
