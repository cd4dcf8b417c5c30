package dev.assay.hiring.platform.ledger;

import static dev.assay.db.jooq.Tables.LEDGER_HEAD;
import static dev.assay.db.jooq.Tables.LEDGER_NOTE;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.min;

import dev.assay.hiring.shared.EmployerId;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.RecordMapper;
import org.jooq.SelectConditionStep;
import org.springframework.stereotype.Repository;

@Repository
class LedgerRepository {

    private static final RecordMapper<Record2<Long, byte[]>, LedgerHead> HEAD =
            row -> LedgerHead.of(row.value1(), row.value2());

    private final DSLContext sql;
    private final Clock clock;

    LedgerRepository(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Some employers that have notes. */
    List<EmployerId> noted(int atMost) {
        return sql.selectDistinct(LEDGER_NOTE.EMPLOYER_ID)
                .from(LEDGER_NOTE)
                .limit(atMost)
                .fetch(row -> new EmployerId(row.value1()));
    }

    List<UUID> notesOf(EmployerId employer, int atMost) {
        return sql.select(LEDGER_NOTE.ID)
                .from(LEDGER_NOTE)
                .where(LEDGER_NOTE.EMPLOYER_ID.eq(employer.value()))
                .limit(atMost)
                .fetch(LEDGER_NOTE.ID);
    }

    /** By name: a note that was made meanwhile stays, however old its id is. */
    void remove(EmployerId employer, List<UUID> notes) {
        sql.deleteFrom(LEDGER_NOTE)
                .where(
                        LEDGER_NOTE.EMPLOYER_ID.eq(employer.value()),
                        LEDGER_NOTE.ID.eq(any(notes.toArray(UUID[]::new))))
                .execute();
    }

    Optional<Instant> oldest() {
        return Optional.ofNullable(
                sql.select(min(LEDGER_NOTE.NOTED_AT)).from(LEDGER_NOTE).fetchSingle().value1());
    }

    Optional<LedgerHead> head(EmployerId employer, LedgerKind ledger) {
        return found(employer, ledger).fetchOptional(HEAD);
    }

    Optional<LedgerHead> hold(EmployerId employer, LedgerKind ledger) {
        begin(employer, ledger);
        return found(employer, ledger).forUpdate().skipLocked().fetchOptional(HEAD);
    }

    LedgerHead await(EmployerId employer, LedgerKind ledger) {
        begin(employer, ledger);
        return found(employer, ledger).forUpdate().fetchSingle(HEAD);
    }

    private void begin(EmployerId employer, LedgerKind ledger) {
        sql.insertInto(LEDGER_HEAD)
                .set(LEDGER_HEAD.EMPLOYER_ID, employer.value())
                .set(LEDGER_HEAD.LEDGER, ledger.storedName())
                .set(LEDGER_HEAD.SEQUENCE, 0L)
                .set(LEDGER_HEAD.MOVED_AT, clock.instant())
                .onConflictDoNothing()
                .execute();
    }

    private SelectConditionStep<Record2<Long, byte[]>> found(
            EmployerId employer, LedgerKind ledger) {
        return sql.select(LEDGER_HEAD.SEQUENCE, LEDGER_HEAD.HASH)
                .from(LEDGER_HEAD)
                .where(
                        LEDGER_HEAD.EMPLOYER_ID.eq(employer.value()),
                        LEDGER_HEAD.LEDGER.eq(ledger.storedName()));
    }

    void move(EmployerId employer, LedgerKind ledger, LedgerHead head) {
        int moved =
                sql.update(LEDGER_HEAD)
                        .set(LEDGER_HEAD.SEQUENCE, head.sequence())
                        .set(
                                LEDGER_HEAD.HASH,
                                head.hash().map(HexFormat.of()::parseHex).orElse(null))
                        .set(LEDGER_HEAD.MOVED_AT, clock.instant())
                        .where(
                                LEDGER_HEAD.EMPLOYER_ID.eq(employer.value()),
                                LEDGER_HEAD.LEDGER.eq(ledger.storedName()),
                                LEDGER_HEAD.SEQUENCE.lt(head.sequence()))
                        .execute();
        if (moved != 1) {
            throw new IllegalStateException("a ledger's head moves forward only");
        }
    }
}
