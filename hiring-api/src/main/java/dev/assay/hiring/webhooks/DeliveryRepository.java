package dev.assay.hiring.webhooks;

import static dev.assay.db.jooq.Tables.WEBHOOK_ATTEMPT;
import static dev.assay.db.jooq.Tables.WEBHOOK_DELIVERY;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;

import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** What is to be delivered, what was, and every try. */
@Repository
class DeliveryRepository {

    // Inline, so that the partial index of what waits is used whatever plan there is.
    private static final Condition WAITING =
            WEBHOOK_DELIVERY.STATE.eq(DSL.inline(DeliveryState.WAITING.wireName()));

    private final DSLContext sql;

    DeliveryRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** Queues events; what was queued before waits anew, as if it had never been tried. */
    void queue(
            EmployerId employer, EndpointId endpoint, Collection<HeardEvent> events, Instant now) {
        if (events.isEmpty()) {
            return;
        }
        var insert =
                sql.insertInto(
                        WEBHOOK_DELIVERY,
                        WEBHOOK_DELIVERY.EMPLOYER_ID,
                        WEBHOOK_DELIVERY.ENDPOINT_ID,
                        WEBHOOK_DELIVERY.SEQUENCE,
                        WEBHOOK_DELIVERY.EVENT_ID,
                        WEBHOOK_DELIVERY.TYPE,
                        WEBHOOK_DELIVERY.STATE,
                        WEBHOOK_DELIVERY.ATTEMPTS,
                        WEBHOOK_DELIVERY.NEXT_ATTEMPT_AT,
                        WEBHOOK_DELIVERY.QUEUED_AT);
        for (HeardEvent event : events) {
            insert =
                    insert.values(
                            employer.value(),
                            endpoint.value(),
                            event.sequence(),
                            event.id(),
                            event.type(),
                            DeliveryState.WAITING.wireName(),
                            0,
                            now,
                            now);
        }
        insert.onConflict(
                        WEBHOOK_DELIVERY.EMPLOYER_ID,
                        WEBHOOK_DELIVERY.ENDPOINT_ID,
                        WEBHOOK_DELIVERY.SEQUENCE)
                .doUpdate()
                .set(WEBHOOK_DELIVERY.STATE, DeliveryState.WAITING.wireName())
                .set(WEBHOOK_DELIVERY.ATTEMPTS, 0)
                .set(WEBHOOK_DELIVERY.NEXT_ATTEMPT_AT, now)
                .set(WEBHOOK_DELIVERY.QUEUED_AT, now)
                .setNull(WEBHOOK_DELIVERY.SETTLED_AT)
                .where(WEBHOOK_DELIVERY.EMPLOYER_ID.eq(employer.value()))
                .execute();
    }

    /** Has what matches wait anew; returns how many there were. */
    int requeue(EmployerId employer, EndpointId endpoint, Optional<UUID> event, Instant now) {
        return sql.update(WEBHOOK_DELIVERY)
                .set(WEBHOOK_DELIVERY.STATE, DeliveryState.WAITING.wireName())
                .set(WEBHOOK_DELIVERY.ATTEMPTS, 0)
                .set(WEBHOOK_DELIVERY.NEXT_ATTEMPT_AT, now)
                .set(WEBHOOK_DELIVERY.QUEUED_AT, now)
                .setNull(WEBHOOK_DELIVERY.SETTLED_AT)
                .where(
                        isOf(employer, endpoint),
                        event.<Condition>map(WEBHOOK_DELIVERY.EVENT_ID::eq)
                                .orElse(WEBHOOK_DELIVERY.STATE.eq(DeliveryState.FAILED.wireName())))
                .execute();
    }

    /** How many wait; no more are counted than asked for. */
    int waiting(EmployerId employer, EndpointId endpoint, int atMost) {
        return sql.fetchCount(
                sql.selectOne()
                        .from(WEBHOOK_DELIVERY)
                        .where(isOf(employer, endpoint), WAITING)
                        .limit(atMost));
    }

    boolean isAnyDue(EmployerId employer, EndpointId endpoint, Instant now) {
        return sql.fetchExists(
                WEBHOOK_DELIVERY,
                isOf(employer, endpoint),
                WAITING,
                WEBHOOK_DELIVERY.NEXT_ATTEMPT_AT.le(now));
    }

    /** What is due, in the order of the events. */
    List<Due> due(EmployerId employer, EndpointId endpoint, Instant now, int atMost) {
        return sql.select(WEBHOOK_DELIVERY.SEQUENCE, WEBHOOK_DELIVERY.ATTEMPTS)
                .from(WEBHOOK_DELIVERY)
                .where(isOf(employer, endpoint), WAITING, WEBHOOK_DELIVERY.NEXT_ATTEMPT_AT.le(now))
                .orderBy(WEBHOOK_DELIVERY.SEQUENCE)
                .limit(atMost)
                .fetch(row -> new Due(row.value1(), row.value2()));
    }

    /** Writes down what is over; the last answer is that of the last attempt. */
    void settle(
            EmployerId employer,
            EndpointId endpoint,
            Collection<Long> sequences,
            DeliveryState state,
            Optional<Integer> status,
            Instant now) {
        if (sequences.isEmpty()) {
            return;
        }
        int tried = state == DeliveryState.WITHHELD ? 0 : 1;
        sql.update(WEBHOOK_DELIVERY)
                .set(WEBHOOK_DELIVERY.STATE, state.wireName())
                .set(WEBHOOK_DELIVERY.ATTEMPTS, WEBHOOK_DELIVERY.ATTEMPTS.plus(tried))
                .set(WEBHOOK_DELIVERY.SETTLED_AT, now)
                .set(WEBHOOK_DELIVERY.STATUS, status.orElse(null))
                .setNull(WEBHOOK_DELIVERY.FAULT)
                .where(isOf(employer, endpoint), WAITING, isOneOf(sequences))
                .execute();
    }

    /** Puts one off that was not taken. */
    void putOff(EmployerId employer, EndpointId endpoint, Attempt attempt, Instant next) {
        sql.update(WEBHOOK_DELIVERY)
                .set(WEBHOOK_DELIVERY.ATTEMPTS, WEBHOOK_DELIVERY.ATTEMPTS.plus(1))
                .set(WEBHOOK_DELIVERY.NEXT_ATTEMPT_AT, next)
                .set(WEBHOOK_DELIVERY.STATUS, attempt.status().orElse(null))
                .set(WEBHOOK_DELIVERY.FAULT, attempt.fault().orElse(null))
                .where(
                        isOf(employer, endpoint),
                        WAITING,
                        WEBHOOK_DELIVERY.SEQUENCE.eq(attempt.sequence().orElseThrow()))
                .execute();
    }

    void insert(EmployerId employer, EndpointId endpoint, Collection<Attempt> attempts) {
        if (attempts.isEmpty()) {
            return;
        }
        var insert =
                sql.insertInto(
                        WEBHOOK_ATTEMPT,
                        WEBHOOK_ATTEMPT.EMPLOYER_ID,
                        WEBHOOK_ATTEMPT.ID,
                        WEBHOOK_ATTEMPT.ENDPOINT_ID,
                        WEBHOOK_ATTEMPT.SEQUENCE,
                        WEBHOOK_ATTEMPT.MESSAGE_ID,
                        WEBHOOK_ATTEMPT.AT,
                        WEBHOOK_ATTEMPT.MILLIS,
                        WEBHOOK_ATTEMPT.STATUS,
                        WEBHOOK_ATTEMPT.FAULT,
                        WEBHOOK_ATTEMPT.RESPONSE);
        for (Attempt attempt : attempts) {
            insert =
                    insert.values(
                            employer.value(),
                            attempt.id(),
                            endpoint.value(),
                            attempt.sequence().isPresent() ? attempt.sequence().getAsLong() : null,
                            attempt.message(),
                            attempt.at(),
                            attempt.millis(),
                            attempt.status().orElse(null),
                            attempt.fault().orElse(null),
                            attempt.response().orElse(null));
        }
        insert.execute();
    }

    /** Newest event first. */
    Page<Delivery> list(
            EmployerId employer,
            EndpointId endpoint,
            Optional<DeliveryState> state,
            Optional<PageCursor> after,
            PageSize size) {
        List<Delivery> rows =
                sql.selectFrom(WEBHOOK_DELIVERY)
                        .where(
                                isOf(employer, endpoint),
                                state.<Condition>map(
                                                one -> WEBHOOK_DELIVERY.STATE.eq(one.wireName()))
                                        .orElse(noCondition()),
                                after.map(cursor -> cursor.part(0, Long::valueOf))
                                        .<Condition>map(WEBHOOK_DELIVERY.SEQUENCE::lt)
                                        .orElse(noCondition()))
                        .orderBy(WEBHOOK_DELIVERY.SEQUENCE.desc())
                        .limit(size.plusOne())
                        .fetch(row ->
                                new Delivery(
                                        row.getEventId(),
                                        row.getSequence(),
                                        row.getType(),
                                        DeliveryState.ofWireName(row.getState()),
                                        row.getAttempts(),
                                        Optional.of(row.getNextAttemptAt())
                                                .filter(_ -> row.getSettledAt() == null),
                                        row.getQueuedAt(),
                                        Optional.ofNullable(row.getSettledAt()),
                                        Optional.ofNullable(row.getStatus()),
                                        Optional.ofNullable(row.getFault())));
        return Page.of(rows, size, last -> PageCursor.of(last.sequence()));
    }

    /** Newest first. */
    Page<Attempt> attempts(
            EmployerId employer, EndpointId endpoint, Optional<PageCursor> after, PageSize size) {
        List<Attempt> rows =
                sql.selectFrom(WEBHOOK_ATTEMPT)
                        .where(
                                WEBHOOK_ATTEMPT.EMPLOYER_ID.eq(employer.value()),
                                WEBHOOK_ATTEMPT.ENDPOINT_ID.eq(endpoint.value()),
                                after.<Condition>map(cursor ->
                                                WEBHOOK_ATTEMPT.ID.lt(
                                                        cursor.part(0, UUID::fromString)))
                                        .orElse(noCondition()))
                        .orderBy(WEBHOOK_ATTEMPT.ID.desc())
                        .limit(size.plusOne())
                        .fetch(row ->
                                new Attempt(
                                        row.getId(),
                                        row.getSequence() == null
                                                ? OptionalLong.empty()
                                                : OptionalLong.of(row.getSequence()),
                                        row.getMessageId(),
                                        row.getAt(),
                                        row.getMillis(),
                                        Optional.ofNullable(row.getStatus()),
                                        Optional.ofNullable(row.getFault()),
                                        Optional.ofNullable(row.getResponse())));
        return Page.of(rows, size, last -> PageCursor.of(last.id()));
    }

    /** Forgets what was over before then, and every try of before. */
    void forget(EmployerId employer, Instant before) {
        sql.deleteFrom(WEBHOOK_ATTEMPT)
                .where(
                        WEBHOOK_ATTEMPT.EMPLOYER_ID.eq(employer.value()),
                        WEBHOOK_ATTEMPT.AT.lt(before))
                .execute();
        sql.deleteFrom(WEBHOOK_DELIVERY)
                .where(
                        WEBHOOK_DELIVERY.EMPLOYER_ID.eq(employer.value()),
                        WEBHOOK_DELIVERY.SETTLED_AT.lt(before))
                .execute();
    }

    private static Condition isOf(EmployerId employer, EndpointId endpoint) {
        return WEBHOOK_DELIVERY
                .EMPLOYER_ID
                .eq(employer.value())
                .and(WEBHOOK_DELIVERY.ENDPOINT_ID.eq(endpoint.value()));
    }

    private static Condition isOneOf(Collection<Long> sequences) {
        Field<Long[]> all = val(sequences.toArray(Long[]::new));
        return WEBHOOK_DELIVERY.SEQUENCE.eq(DSL.any(all));
    }

    /** What is to be sent, and how often it was before. */
    record Due(long sequence, int attempts) {}
}
