package dev.assay.db.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WithDatabase
class StatementGateIT {
    private static final Table<?> NOTE = DSL.table(DSL.name("gate_note"));
    private static final Field<UUID> EMPLOYER =
            DSL.field(DSL.name("gate_note", "employer_id"), UUID.class);
    private static final Field<UUID> ID = DSL.field(DSL.name("gate_note", "id"), UUID.class);

    private final DataSource owner;
    private StatementGate gate;
    private DataSource guarded;

    StatementGateIT(TestDatabase database) {
        owner = database.ownerDataSource();
    }

    @BeforeAll
    static void addATenantTableAndAView(TestDatabase database) throws SQLException {
        try (Connection connection = database.ownerDataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "create table gate_note (employer_id uuid not null, id uuid, primary key"
                            + " (employer_id, id))");
            statement.execute(
                    "create view gate_notes with (security_invoker = true) as select * from"
                            + " gate_note");
        }
    }

    @BeforeEach
    void guard() throws SQLException {
        gate = StatementGate.of(owner);
        guarded = gate.wrap(owner);
    }

    @Test
    void stopsAPreparedStatementBeforeItIsSent() throws SQLException {
        try (Connection connection = guarded.getConnection();
                PreparedStatement delete =
                        connection.prepareStatement("delete from gate_note where id = ?")) {
            delete.setObject(1, UUID.randomUUID());
            assertThatThrownBy(delete::executeUpdate)
                    .isInstanceOf(StatementGateError.class)
                    .hasMessageContaining("SCOPED: gate_note");
        }
    }

    @Test
    void stopsAPlainStatement() throws SQLException {
        try (Connection connection = guarded.getConnection();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeQuery("select id from gate_note"))
                    .isInstanceOf(StatementGateError.class);
        }
    }

    @Test
    void stopsABatch() throws SQLException {
        try (Connection connection = guarded.getConnection();
                Statement statement = connection.createStatement()) {
            statement.addBatch("select 1");
            statement.addBatch("update gate_note set id = id");
            assertThatThrownBy(statement::executeBatch).isInstanceOf(StatementGateError.class);
        }
    }

    @Test
    void stopsAQueryOfAView() throws SQLException {
        try (Connection connection = guarded.getConnection();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeQuery("select id from gate_notes"))
                    .isInstanceOf(StatementGateError.class)
                    .hasMessageContaining("gate_notes");
        }
    }

    @Test
    void stopsWhatJooqSendsWithoutAnEmployer() {
        DSLContext sql = DSL.using(guarded, SQLDialect.POSTGRES);

        assertThatThrownBy(() -> sql.select(ID).from(NOTE).forUpdate().skipLocked().fetch())
                .isInstanceOf(StatementGateError.class)
                .hasMessageContaining("LOCKS_ONE_TENANT");
    }

    @Test
    void letsPassWhatJooqSendsWithOne() {
        DSLContext sql = DSL.using(guarded, SQLDialect.POSTGRES);
        UUID employer = UUID.randomUUID();
        UUID id = UUID.randomUUID();

        assertThat(sql.insertInto(NOTE, EMPLOYER, ID).values(employer, id).execute()).isOne();
        assertThat(
                        sql.select(ID)
                                .from(NOTE)
                                .where(EMPLOYER.eq(employer), ID.in(id, UUID.randomUUID()))
                                .orderBy(ID)
                                .limit(10)
                                .forUpdate()
                                .skipLocked()
                                .fetch(ID))
                .containsExactly(id);
        gate.assertClean();
    }

    @Test
    void letsGlobalTablesAndTheTenantSettingPass() throws SQLException {
        try (Connection connection = guarded.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local assay.employer_id = '" + UUID.randomUUID() + "'");
            try (ResultSet row = statement.executeQuery("select count(*) from employer")) {
                assertThat(row.next()).isTrue();
            }
        }
        gate.assertClean();
    }

    @Test
    void remembersABreachThatSomebodyCaught() throws SQLException {
        assertThatCode(gate::assertClean).doesNotThrowAnyException();
        try (Connection connection = guarded.getConnection();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("truncate gate_note"))
                    .isInstanceOf(StatementGateError.class);
        }

        assertThatThrownBy(gate::assertClean)
                .isInstanceOf(StatementGateError.class)
                .hasMessageContaining("truncate gate_note");
    }
}
