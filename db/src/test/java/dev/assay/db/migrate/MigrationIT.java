package dev.assay.db.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.db.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MigrationIT {
    private TestDatabase database;
    private DataSource owner;

    @BeforeEach
    void startEmpty() {
        database = TestDatabase.empty();
        owner = database.ownerDataSource();
    }

    @AfterEach
    void drop() {
        database.close();
    }

    private void migrate() {
        Migration.run(owner, database.rolePasswords());
    }

    @Nested
    class Changelog {
        @Test
        void rollsBackToNothingAndForwardAgain() throws SQLException {
            migrate();
            List<String> first = schema();

            Migration.rollBackAll(owner);

            assertThat(schema()).isEmpty();
            migrate();
            assertThat(schema()).isNotEmpty().isEqualTo(first);
        }

        @Test
        void changesNothingTheSecondTime() throws SQLException {
            migrate();
            List<String> before = strings("select id || orderexecuted from databasechangelog");

            migrate();

            assertThat(strings("select id || orderexecuted from databasechangelog"))
                    .isEqualTo(before);
        }

        @Test
        void letsTwoMigrationsOfOneDatabaseRunOneAfterTheOther() throws Exception {
            CyclicBarrier together = new CyclicBarrier(2);
            Callable<Boolean> run =
                    () -> {
                        together.await();
                        migrate();
                        return true;
                    };
            try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
                for (Future<Boolean> migration : pool.invokeAll(List.of(run, run))) {
                    assertThat(migration.get()).isTrue();
                }
            }
            assertThat(
                            strings(
                                    "select id from databasechangelog group by filename, id having"
                                            + " count(*) > 1"))
                    .isEmpty();
            assertThat(MigrationState.ofThisBuild().missing(owner)).isEmpty();
        }

        @Test
        void goesOnWhereAKilledRunLeftItsLock() throws SQLException {
            migrate();
            Migration.rollBackAll(owner);
            execute(
                    owner,
                    "update databasechangeloglock set locked = true, lockedby = 'a dead process',"
                            + " lockgranted = now()");

            migrate();

            assertThat(MigrationState.ofThisBuild().isNewest(owner)).isTrue();
        }
    }

    @Nested
    class State {
        @Test
        void isBehindBeforeAndNewestAfter() throws SQLException {
            MigrationState state = MigrationState.ofThisBuild();
            assertThat(state.isNewest(owner)).isFalse();
            assertThat(state.missing(owner)).isNotEmpty();

            migrate();

            assertThat(state.isNewest(owner)).isTrue();
            assertThat(state.isNewest(database.webDataSource())).isTrue();
            assertThat(state.isNewest(database.workerDataSource())).isTrue();
            assertThat(state.isNewest(database.selfIdDataSource())).isTrue();
        }

        @Test
        void namesTheOneChangeSetThatIsMissing() throws SQLException {
            migrate();
            execute(owner, "delete from databasechangelog where orderexecuted = 1");

            assertThat(MigrationState.ofThisBuild().missing(owner))
                    .containsExactly(
                            new ChangeSetId(
                                    "db/changelog/platform/202611240001-foundation.sql",
                                    "202611240001-employer"));
        }

        @Test
        void isNewestWhenTheDatabaseIsFurtherThanThisBuild() throws SQLException {
            migrate();
            execute(
                    owner,
                    "insert into databasechangelog (id, author, filename, dateexecuted,"
                            + " orderexecuted, exectype) values ('next', 'assay',"
                            + " 'db/changelog/next.sql', now(), 100000, 'EXECUTED')");

            assertThat(MigrationState.ofThisBuild().isNewest(owner)).isTrue();
        }
    }

    @Nested
    class Roles {
        @Test
        void getTheirLimitsAndPasswords() throws SQLException {
            migrate();

            assertThat(show(database.webDataSource(), "statement_timeout")).isEqualTo("10s");
            assertThat(show(database.webDataSource(), "lock_timeout")).isEqualTo("3s");
            assertThat(show(database.workerDataSource(), "statement_timeout")).isEqualTo("1min");
            assertThat(show(database.selfIdDataSource(), "idle_in_transaction_session_timeout"))
                    .isEqualTo("30s");
        }

        @Test
        void liveInASessionZoneThatIsNotUtc() throws SQLException {
            assertThat(show(owner, "timezone")).isEqualTo("America/Los_Angeles");
            assertThat(
                            strings(
                                    "select reset_val from pg_settings where name = 'log_timezone'"
                                            + " and setting <> 'UTC'"))
                    .isNotEmpty();
        }

        @Test
        void stopTheMigrationWhenOneOwnsATable() throws SQLException {
            migrate();
            Migration.rollBackAll(owner);
            superuser("create table stray (id int)", "alter table stray owner to assay_web");

            assertThatThrownBy(MigrationIT.this::migrate)
                    .isInstanceOf(UnsafeRuntimeRoleException.class)
                    .hasMessageContaining("role assay_web owns stray");
            assertThat(MigrationState.ofThisBuild().isNewest(owner)).isFalse();
        }

        @Test
        void stopTheMigrationWhenOneIsASuperuser() throws SQLException {
            refusesAfter(
                    "alter role assay_worker superuser",
                    "alter role assay_worker nosuperuser",
                    "role assay_worker is a superuser");
        }

        @Test
        void stopTheMigrationWhenOneBypassesRowLevelSecurity() throws SQLException {
            refusesAfter(
                    "alter role assay_selfid bypassrls",
                    "alter role assay_selfid nobypassrls",
                    "role assay_selfid bypasses row-level security");
        }

        @Test
        void stopTheMigrationWhenOneIsAMemberOfAnotherRole() throws SQLException {
            refusesAfter(
                    "grant pg_read_all_data to assay_web",
                    "revoke pg_read_all_data from assay_web",
                    "role assay_web is a member of pg_read_all_data");
        }

        // Roles belong to the whole server, so what is given is taken back.
        private void refusesAfter(String give, String takeBack, String fault) throws SQLException {
            superuser(give);
            try {
                assertThatThrownBy(MigrationIT.this::migrate)
                        .isInstanceOf(UnsafeRuntimeRoleException.class)
                        .hasMessageContaining(fault);
            } finally {
                superuser(takeBack);
            }
        }
    }

    private List<String> schema() throws SQLException {
        return strings(
                """
                select c.relname || ' ' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
                from pg_class c join pg_attribute a on a.attrelid = c.oid
                where c.relnamespace = 'public'::regnamespace and a.attnum > 0
                  and not a.attisdropped and c.relname not like 'databasechangelog%'
                order by 1
                """);
    }

    private List<String> strings(String sql) throws SQLException {
        return strings(owner, sql);
    }

    private static String show(DataSource dataSource, String setting) throws SQLException {
        return strings(dataSource, "show " + setting).getFirst();
    }

    private static List<String> strings(DataSource dataSource, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (row.next()) {
                values.add(row.getString(1));
            }
            return values;
        }
    }

    private void superuser(String... statements) throws SQLException {
        for (String sql : statements) {
            execute(database.superuser(), sql);
        }
    }

    private static void execute(DataSource dataSource, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
