package dev.assay.hiring.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.db.testkit.TestDatabase;
import dev.assay.hiring.platform.audit.ChainReport.Break;
import dev.assay.hiring.platform.audit.ChainReport.Flaw;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.security.Employers;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.AuditTrail;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.NewIds;
import dev.assay.hiring.testkit.ApplicationUnderTest;
import dev.assay.hiring.testkit.Eventually;
import dev.assay.hiring.testkit.SampleMembers;
import dev.assay.hiring.testkit.WithApplication;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A chain of five rows that somebody with the owner's password has been at. */
@WithApplication
class AuditLogIT {

    private static final int ROWS = 5;

    private final ApplicationUnderTest node;
    private final TestDatabase database;

    private Actor actor = SampleMembers.administratorOf(SampleMembers.HARBOR);
    private Checkpoint kept = Checkpoint.BEGINNING;

    AuditLogIT(ApplicationUnderTest node, TestDatabase database) {
        this.node = node;
        this.database = database;
    }

    @BeforeEach
    void sealFiveRows() {
        var id = new EmployerId(NewIds.next());
        node.bean(Employers.class).establish(id, "e-" + id, "An employer", "org-" + id);
        actor = SampleMembers.administratorOf(id);
        for (int i = 1; i <= ROWS; i++) {
            record("test.done", Map.of("row", i));
        }
        ChainReport report =
                Eventually.get(() -> verify(Checkpoint.BEGINNING), found -> found.end() == ROWS);
        assertThat(report.isIntact()).as(report.toString()).isTrue();
        kept = report.verified();
    }

    @Test
    void namesARowThatWasAltered() throws SQLException {
        owner("update audit_entry set detail = '{\"row\": 30}' where sequence = 3");

        ChainReport report = verify(Checkpoint.BEGINNING);

        assertThat(report.broken()).contains(new Break(3, Flaw.HASH_MISMATCH));
        assertThat(report.verified().sequence()).isEqualTo(2);
        assertThat(report.isIntact()).isFalse();
    }

    @Test
    void namesARowThatWasDeleted() throws SQLException {
        owner("delete from audit_entry where sequence = 4");

        assertThat(verify(Checkpoint.BEGINNING).broken()).contains(new Break(4, Flaw.ROW_MISSING));
    }

    @Test
    void namesTheFirstOfTwoRowsThatWereExchanged() throws SQLException {
        owner("update audit_entry set sequence = 99 where sequence = 2");
        owner("update audit_entry set sequence = 2 where sequence = 3");
        owner("update audit_entry set sequence = 3 where sequence = 99");

        assertThat(verify(Checkpoint.BEGINNING).broken())
                .contains(new Break(2, Flaw.HASH_MISMATCH));
    }

    @Test
    void noticesThatTheEndWasCutOff() throws SQLException {
        owner("delete from audit_entry where sequence = 5");

        assertThat(verify(Checkpoint.BEGINNING).broken()).contains(new Break(5, Flaw.ROW_MISSING));
    }

    @Test
    void noticesAnotherHeadThanTheSequencerLeft() throws SQLException {
        owner(
                "update ledger_head set hash = decode(repeat('00', 32), 'hex') where ledger = 'audit'");

        assertThat(verify(Checkpoint.BEGINNING).broken())
                .contains(new Break(5, Flaw.HEAD_MISMATCH));
    }

    @Test
    void noticesARowPastTheHead() throws SQLException {
        owner("update ledger_head set sequence = 4 where ledger = 'audit'");

        assertThat(verify(Checkpoint.BEGINNING).broken()).contains(new Break(5, Flaw.BEYOND_HEAD));
    }

    /** What even a whole new chain cannot hide from who kept the old one's end. */
    @Test
    void holdsAChainAgainstACheckpointThatWasKept() throws SQLException {
        record("test.more", Map.of());
        ChainReport later = Eventually.get(() -> verify(kept), found -> found.end() == ROWS + 1);
        assertThat(later.isIntact()).as(later.toString()).isTrue();

        assertThat(verify(new Checkpoint(ROWS, "ab".repeat(32))).broken())
                .contains(new Break(ROWS, Flaw.CHECKPOINT_MISMATCH));
        assertThat(verify(new Checkpoint(ROWS + 9, kept.hash())).broken())
                .contains(new Break(ROWS + 9, Flaw.ROW_MISSING));
    }

    @Test
    void tellsWhatIsNotProtectedYet() throws SQLException {
        // Without a note the sequencer does not come by.
        owner(
                """
                insert into audit_entry (employer_id, id, occurred_at, actor, action, subject_kind, subject_id, detail)
                values ('%s', gen_random_uuid(), '2026-01-02T03:04:05Z', 'a', 'b.c', 'thing', gen_random_uuid(), '{}')
                """
                        .formatted(actor.employer()));

        ChainReport report = verify(Checkpoint.BEGINNING);

        assertThat(report.isIntact()).isTrue();
        assertThat(report.unsealed()).isEqualTo(1);
        assertThat(report.oldestUnsealed())
                .contains(java.time.Instant.parse("2026-01-02T03:04:05Z"));
    }

    /** Neither runtime role can undo, redo or forge a seal. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from audit_entry",
                "update audit_entry set detail = '{}'",
                "update audit_entry set occurred_at = now()",
                "insert into audit_entry (employer_id, id, occurred_at, actor, action, subject_kind, subject_id, detail, sequence, hash)"
                        + " select employer_id, gen_random_uuid(), now(), 'x', 'x', 'x', id, '{}', 99, decode(repeat('00', 32), 'hex')"
                        + " from audit_entry limit 1",
                "delete from outbox_event",
                "update outbox_event set data = '{}'",
                "delete from ledger_head"
            })
    void noRuntimeRoleMayRewriteHistory(String sql) {
        assertThatThrownBy(() -> as(database.workerDataSource(), sql))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> as(database.webDataSource(), sql))
                .hasMessageContaining("permission denied");
    }

    @Test
    void noRuntimeRoleMaySealTwice() throws SQLException {
        String again = "update audit_entry set sequence = sequence + 10, hash = hash";

        assertThat(as(database.workerDataSource(), again)).isZero();
        assertThatThrownBy(() -> as(database.webDataSource(), again))
                .hasMessageContaining("permission denied");
    }

    private void record(String action, Map<String, Object> detail) {
        node.bean(TenantTransaction.class)
                .in(
                        actor,
                        () ->
                                node.bean(AuditTrail.class)
                                        .record(actor, action, "thing", UUID.randomUUID(), detail));
    }

    private ChainReport verify(Checkpoint from) {
        return node.bean(AuditLog.class).verify(actor, from);
    }

    private void owner(String sql) throws SQLException {
        String where =
                sql.contains(" where ")
                        ? sql + " and employer_id = '" + actor.employer() + "'"
                        : sql;
        try (Connection connection = database.ownerDataSource().getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(where)).as(where).isEqualTo(1);
        }
    }

    private int as(DataSource role, String sql) throws SQLException {
        try (Connection connection = role.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local assay.employer_id = '" + actor.employer() + "'");
            try {
                return statement.executeUpdate(sql);
            } finally {
                connection.rollback();
            }
        }
    }
}
