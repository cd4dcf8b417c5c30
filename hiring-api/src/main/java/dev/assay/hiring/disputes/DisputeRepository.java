package dev.assay.hiring.disputes;

import static dev.assay.db.jooq.Tables.DISPUTE;

import dev.assay.db.jooq.tables.records.DisputeRecord;
import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class DisputeRepository {

    private static final int PLACES = 4;

    private final DSLContext sql;

    DisputeRepository(DSLContext sql) {
        this.sql = sql;
    }

    void insert(EmployerId employer, Dispute dispute, byte[] statement) {
        sql.insertInto(DISPUTE)
                .set(DISPUTE.EMPLOYER_ID, employer.value())
                .set(DISPUTE.ID, dispute.id().value())
                .set(DISPUTE.APPLICATION_ID, dispute.application().value())
                .set(DISPUTE.CANDIDATE_ID, dispute.candidate().value())
                .set(DISPUTE.KIND, dispute.kind().wireName())
                .set(DISPUTE.SUBJECT_ID, dispute.of().orElse(null))
                .set(DISPUTE.SEALED_STATEMENT, statement)
                .set(DISPUTE.OPENED_AT, dispute.openedAt())
                .set(DISPUTE.OPENED_BY, dispute.openedBy())
                .set(DISPUTE.DUE_AT, dispute.dueAt())
                .set(DISPUTE.SCORE_THEN, tenThousandths(dispute.scoreThen()))
                .set(DISPUTE.STATE, dispute.state().wireName())
                .set(DISPUTE.VERSION, dispute.version().value())
                .execute();
    }

    /** False when somebody closed it since this version. */
    boolean close(EmployerId employer, Dispute closed, byte @Nullable [] answer) {
        return sql.update(DISPUTE)
                        .set(DISPUTE.STATE, closed.state().wireName())
                        .set(
                                DISPUTE.OUTCOME,
                                closed.outcome().map(DisputeOutcome::wireName).orElse(null))
                        .set(DISPUTE.SEALED_ANSWER, answer)
                        .set(DISPUTE.CLOSED_AT, closed.closedAt().orElseThrow())
                        .set(DISPUTE.CLOSED_BY, closed.closedBy().orElseThrow())
                        .set(DISPUTE.SCORE_NOW, tenThousandths(closed.scoreNow()))
                        .set(DISPUTE.VERSION, closed.version().next().value())
                        .where(
                                DISPUTE.EMPLOYER_ID.eq(employer.value()),
                                DISPUTE.ID.eq(closed.id().value()),
                                DISPUTE.STATE.eq(DisputeState.OPEN.wireName()),
                                DISPUTE.VERSION.eq(closed.version().value()))
                        .execute()
                == 1;
    }

    Optional<Stored> find(EmployerId employer, DisputeId id) {
        return sql.selectFrom(DISPUTE)
                .where(DISPUTE.EMPLOYER_ID.eq(employer.value()), DISPUTE.ID.eq(id.value()))
                .fetchOptional(DisputeRepository::stored);
    }

    /** Notes that it was told of these, and returns them: what nobody answered in time so far. */
    List<Dispute> tellOverdue(EmployerId employer, Instant now, int atMost) {
        List<Dispute> overdue =
                sql.selectFrom(DISPUTE)
                        .where(untold(employer), DISPUTE.DUE_AT.lt(now))
                        .orderBy(DISPUTE.DUE_AT)
                        .limit(atMost)
                        .forUpdate()
                        .skipLocked()
                        .fetch(row -> stored(row).dispute());
        sql.update(DISPUTE)
                .set(DISPUTE.OVERDUE_TOLD_AT, now)
                .where(
                        DISPUTE.EMPLOYER_ID.eq(employer.value()),
                        DISPUTE.ID.in(overdue.stream().map(one -> one.id().value()).toList()))
                .execute();
        return overdue;
    }

    Optional<Instant> nextUntold(EmployerId employer) {
        return sql.select(DSL.min(DISPUTE.DUE_AT))
                .from(DISPUTE)
                .where(untold(employer))
                .fetchOptional(row -> row.value1());
    }

    private static Condition untold(EmployerId employer) {
        return DISPUTE.EMPLOYER_ID
                .eq(employer.value())
                .and(DISPUTE.STATE.eq(DisputeState.OPEN.wireName()))
                .and(DISPUTE.OVERDUE_TOLD_AT.isNull());
    }

    int countOpen(EmployerId employer, ApplicationId application) {
        return sql.fetchCount(
                DISPUTE,
                DISPUTE.EMPLOYER_ID.eq(employer.value()),
                DISPUTE.APPLICATION_ID.eq(application.value()),
                DISPUTE.STATE.eq(DisputeState.OPEN.wireName()));
    }

    int countWaiting(EmployerId employer) {
        return sql.fetchCount(
                DISPUTE,
                DISPUTE.EMPLOYER_ID.eq(employer.value()),
                DISPUTE.STATE.eq(DisputeState.OPEN.wireName()));
    }

    /** Oldest first. */
    List<Stored> of(EmployerId employer, ApplicationId application) {
        return sql.selectFrom(DISPUTE)
                .where(
                        DISPUTE.EMPLOYER_ID.eq(employer.value()),
                        DISPUTE.APPLICATION_ID.eq(application.value()))
                .orderBy(DISPUTE.ID)
                .fetch(DisputeRepository::stored);
    }

    /** Those of all these applications, without their words. */
    List<Dispute> ofEach(EmployerId employer, Collection<ApplicationId> applications) {
        return sql.selectFrom(DISPUTE)
                .where(
                        DISPUTE.EMPLOYER_ID.eq(employer.value()),
                        DISPUTE.APPLICATION_ID.in(
                                applications.stream().map(ApplicationId::value).toList()))
                .fetch(row -> stored(row).dispute());
    }

    List<Stored> ofCandidate(EmployerId employer, CandidateId candidate) {
        return sql.selectFrom(DISPUTE)
                .where(
                        DISPUTE.EMPLOYER_ID.eq(employer.value()),
                        DISPUTE.CANDIDATE_ID.eq(candidate.value()))
                .orderBy(DISPUTE.ID)
                .fetch(DisputeRepository::stored);
    }

    /** What is due soonest comes first. */
    Page<Stored> page(
            EmployerId employer,
            DisputeFilter filter,
            Instant now,
            Optional<PageCursor> after,
            PageSize size) {
        List<Condition> conditions = new ArrayList<>();
        conditions.add(DISPUTE.EMPLOYER_ID.eq(employer.value()));
        filter.state().ifPresent(state -> conditions.add(DISPUTE.STATE.eq(state.wireName())));
        filter.application()
                .ifPresent(one -> conditions.add(DISPUTE.APPLICATION_ID.eq(one.value())));
        if (filter.overdue()) {
            conditions.add(
                    DISPUTE.STATE.eq(DisputeState.OPEN.wireName()).and(DISPUTE.DUE_AT.lt(now)));
        }
        after.ifPresent(cursor ->
                conditions.add(
                        DSL.row(DISPUTE.DUE_AT, DISPUTE.ID)
                                .gt(
                                        cursor.part(0, Instant::parse),
                                        cursor.part(1, UUID::fromString))));
        return Page.of(
                sql.selectFrom(DISPUTE)
                        .where(conditions)
                        .orderBy(DISPUTE.DUE_AT, DISPUTE.ID)
                        .limit(size.plusOne())
                        .fetch(DisputeRepository::stored),
                size,
                last -> PageCursor.of(last.dispute().dueAt(), last.dispute().id()));
    }

    private static Stored stored(DisputeRecord row) {
        return new Stored(
                new Dispute(
                        new DisputeId(row.getId()),
                        new ApplicationId(row.getApplicationId()),
                        new CandidateId(row.getCandidateId()),
                        DisputeKind.ofWireName(row.getKind()).orElseThrow(),
                        Optional.ofNullable(row.getSubjectId()),
                        row.getOpenedAt(),
                        row.getOpenedBy(),
                        row.getDueAt(),
                        points(row.getScoreThen()),
                        DisputeState.ofWireName(row.getState()).orElseThrow(),
                        Optional.ofNullable(row.getOutcome())
                                .map(name -> DisputeOutcome.ofWireName(name).orElseThrow()),
                        Optional.ofNullable(row.getClosedAt()),
                        Optional.ofNullable(row.getClosedBy()),
                        points(row.getScoreNow()),
                        new Version(row.getVersion())),
                row.getSealedStatement(),
                Optional.ofNullable(row.getSealedAnswer()));
    }

    private static @Nullable Integer tenThousandths(Optional<BigDecimal> points) {
        return points.map(exact -> exact.movePointRight(PLACES).intValueExact()).orElse(null);
    }

    private static Optional<BigDecimal> points(@Nullable Integer tenThousandths) {
        return Optional.ofNullable(tenThousandths)
                .map(digits -> BigDecimal.valueOf(digits.longValue(), PLACES));
    }

    /** A dispute with the sealed words of both sides. */
    record Stored(Dispute dispute, byte[] statement, Optional<byte[]> answer) {}
}
