package dev.assay.hiring.webhooks;

import static dev.assay.db.jooq.Tables.WEBHOOK_ATTEMPT;
import static dev.assay.db.jooq.Tables.WEBHOOK_DELIVERY;
import static dev.assay.db.jooq.Tables.WEBHOOK_ENDPOINT;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;

import dev.assay.db.jooq.tables.records.WebhookEndpointRecord;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** Endpoints, with their sealed keys and how far each has come. */
@Repository
class EndpointRepository {

    private final DSLContext sql;

    EndpointRepository(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * @param queuedTo the number of the last event it is not told
     */
    void insert(EmployerId employer, Endpoint endpoint, byte[] sealed, long queuedTo) {
        EndpointContent content = endpoint.content();
        sql.insertInto(WEBHOOK_ENDPOINT)
                .set(WEBHOOK_ENDPOINT.EMPLOYER_ID, employer.value())
                .set(WEBHOOK_ENDPOINT.ID, endpoint.id().value())
                .set(WEBHOOK_ENDPOINT.PARTNER_ID, endpoint.partner().orElse(null))
                .set(WEBHOOK_ENDPOINT.URL, content.url())
                .set(WEBHOOK_ENDPOINT.DESCRIPTION, content.description().orElse(null))
                .set(WEBHOOK_ENDPOINT.TYPES, types(content))
                .set(WEBHOOK_ENDPOINT.ENABLED, content.enabled())
                .set(WEBHOOK_ENDPOINT.SEALED, sealed)
                .set(WEBHOOK_ENDPOINT.PUBLIC_KEY, endpoint.publicKey())
                .set(WEBHOOK_ENDPOINT.VERSION, endpoint.version().value())
                .set(WEBHOOK_ENDPOINT.CREATED_AT, endpoint.createdAt())
                .set(WEBHOOK_ENDPOINT.UPDATED_AT, endpoint.updatedAt())
                .set(WEBHOOK_ENDPOINT.QUEUED_TO, queuedTo)
                .set(WEBHOOK_ENDPOINT.FAILURES, 0)
                .set(WEBHOOK_ENDPOINT.REFUSALS, 0)
                .set(WEBHOOK_ENDPOINT.SLOW, false)
                .execute();
    }

    /**
     * Changes what its owner says of it, and forgets how it failed: it is tried at once. False when
     * it is no longer at the expected version.
     */
    boolean update(
            EmployerId employer,
            EndpointId id,
            Version expected,
            EndpointContent content,
            Instant now) {
        return sql.update(WEBHOOK_ENDPOINT)
                        .set(WEBHOOK_ENDPOINT.URL, content.url())
                        .set(WEBHOOK_ENDPOINT.DESCRIPTION, content.description().orElse(null))
                        .set(WEBHOOK_ENDPOINT.TYPES, types(content))
                        .set(WEBHOOK_ENDPOINT.ENABLED, content.enabled())
                        .setNull(WEBHOOK_ENDPOINT.PAUSED)
                        .set(WEBHOOK_ENDPOINT.FAILURES, 0)
                        .set(WEBHOOK_ENDPOINT.REFUSALS, 0)
                        .setNull(WEBHOOK_ENDPOINT.HELD_UNTIL)
                        .set(WEBHOOK_ENDPOINT.VERSION, expected.next().value())
                        .set(WEBHOOK_ENDPOINT.UPDATED_AT, now)
                        .where(isAt(employer, id, expected))
                        .execute()
                == 1;
    }

    /** Gives it other keys; the former ones sign beside them until then. */
    void replaceKeys(
            EmployerId employer,
            EndpointId id,
            byte[] sealed,
            String publicKey,
            Instant formerUntil,
            Instant now) {
        sql.update(WEBHOOK_ENDPOINT)
                .set(WEBHOOK_ENDPOINT.FORMER_SEALED, WEBHOOK_ENDPOINT.SEALED)
                .set(WEBHOOK_ENDPOINT.FORMER_UNTIL, formerUntil)
                .set(WEBHOOK_ENDPOINT.SEALED, sealed)
                .set(WEBHOOK_ENDPOINT.PUBLIC_KEY, publicKey)
                .set(WEBHOOK_ENDPOINT.VERSION, WEBHOOK_ENDPOINT.VERSION.plus(1))
                .set(WEBHOOK_ENDPOINT.UPDATED_AT, now)
                .where(is(employer, id))
                .execute();
    }

    /** Removes it with its log. False when it is no longer at the expected version. */
    boolean delete(EmployerId employer, EndpointId id, Version expected) {
        boolean there =
                sql.select(WEBHOOK_ENDPOINT.ID)
                        .from(WEBHOOK_ENDPOINT)
                        .where(isAt(employer, id, expected))
                        .forUpdate()
                        .fetchOptional()
                        .isPresent();
        if (there) {
            sql.deleteFrom(WEBHOOK_ATTEMPT)
                    .where(
                            WEBHOOK_ATTEMPT.EMPLOYER_ID.eq(employer.value()),
                            WEBHOOK_ATTEMPT.ENDPOINT_ID.eq(id.value()))
                    .execute();
            sql.deleteFrom(WEBHOOK_DELIVERY)
                    .where(
                            WEBHOOK_DELIVERY.EMPLOYER_ID.eq(employer.value()),
                            WEBHOOK_DELIVERY.ENDPOINT_ID.eq(id.value()))
                    .execute();
            sql.deleteFrom(WEBHOOK_ENDPOINT).where(is(employer, id)).execute();
        }
        return there;
    }

    /**
     * @param partner only this partner's; empty for whoever's it is
     */
    Optional<Endpoint> find(EmployerId employer, Optional<UUID> partner, EndpointId id) {
        return sql.selectFrom(WEBHOOK_ENDPOINT)
                .where(is(employer, id), isOf(partner))
                .fetchOptional(EndpointRepository::endpoint);
    }

    Page<Endpoint> list(
            EmployerId employer,
            Optional<UUID> partner,
            Optional<PageCursor> after,
            PageSize size) {
        Condition later =
                after.<Condition>map(
                                cursor -> WEBHOOK_ENDPOINT.ID.gt(cursor.part(0, UUID::fromString)))
                        .orElse(noCondition());
        List<Endpoint> rows =
                sql.selectFrom(WEBHOOK_ENDPOINT)
                        .where(
                                WEBHOOK_ENDPOINT.EMPLOYER_ID.eq(employer.value()),
                                isOf(partner),
                                later)
                        .orderBy(WEBHOOK_ENDPOINT.ID)
                        .limit(size.plusOne())
                        .fetch(EndpointRepository::endpoint);
        return Page.of(rows, size, last -> PageCursor.of(last.id()));
    }

    int count(EmployerId employer, Optional<UUID> owner) {
        return sql.fetchCount(
                WEBHOOK_ENDPOINT,
                WEBHOOK_ENDPOINT.EMPLOYER_ID.eq(employer.value()),
                isOwnedBy(owner));
    }

    boolean hasEnabled(EmployerId employer) {
        return sql.fetchExists(
                WEBHOOK_ENDPOINT,
                WEBHOOK_ENDPOINT.EMPLOYER_ID.eq(employer.value()),
                WEBHOOK_ENDPOINT.ENABLED.isTrue());
    }

    List<EndpointId> enabled(EmployerId employer) {
        return sql.select(WEBHOOK_ENDPOINT.ID)
                .from(WEBHOOK_ENDPOINT)
                .where(
                        WEBHOOK_ENDPOINT.EMPLOYER_ID.eq(employer.value()),
                        WEBHOOK_ENDPOINT.ENABLED.isTrue())
                .orderBy(WEBHOOK_ENDPOINT.ID)
                .fetch(row -> new EndpointId(row.value1()));
    }

    /** Takes an enabled endpoint until the transaction ends; empty while somebody else has it. */
    Optional<Progress> hold(EmployerId employer, EndpointId id) {
        return sql.selectFrom(WEBHOOK_ENDPOINT)
                .where(is(employer, id), WEBHOOK_ENDPOINT.ENABLED.isTrue())
                .forUpdate()
                .skipLocked()
                .fetchOptional(row ->
                        new Progress(
                                endpoint(row),
                                row.getQueuedTo(),
                                row.getRefusals(),
                                row.getSlow(),
                                Optional.ofNullable(row.getLeaseUntil())));
    }

    /** The sealed keys it signs with at a time, those in force first. */
    List<byte[]> sealedKeys(EmployerId employer, EndpointId id, Instant now) {
        return sql.select(
                        WEBHOOK_ENDPOINT.SEALED,
                        WEBHOOK_ENDPOINT.FORMER_SEALED,
                        WEBHOOK_ENDPOINT.FORMER_UNTIL)
                .from(WEBHOOK_ENDPOINT)
                .where(is(employer, id))
                .fetchOptional(row ->
                        row.value3() != null && now.isBefore(row.value3())
                                ? List.of(row.value1(), row.value2())
                                : List.of(row.value1()))
                .orElse(List.of());
    }

    void queuedTo(EmployerId employer, EndpointId id, long sequence) {
        sql.update(WEBHOOK_ENDPOINT)
                .set(WEBHOOK_ENDPOINT.QUEUED_TO, sequence)
                .where(is(employer, id))
                .execute();
    }

    /** From now on one worker delivers to it, until then at the latest. */
    void lease(EmployerId employer, EndpointId id, Instant until) {
        sql.update(WEBHOOK_ENDPOINT)
                .set(WEBHOOK_ENDPOINT.LEASE_UNTIL, until)
                .where(is(employer, id))
                .execute();
    }

    void release(EmployerId employer, EndpointId id) {
        sql.update(WEBHOOK_ENDPOINT)
                .setNull(WEBHOOK_ENDPOINT.LEASE_UNTIL)
                .where(is(employer, id))
                .execute();
    }

    /** Writes down how it went; what its owner changed meanwhile stands. */
    void record(
            EmployerId employer, EndpointId id, EndpointHealth health, int refusals, boolean slow) {
        sql.update(WEBHOOK_ENDPOINT)
                .set(WEBHOOK_ENDPOINT.FAILURES, health.failures())
                .set(WEBHOOK_ENDPOINT.HELD_UNTIL, health.heldUntil().orElse(null))
                .set(WEBHOOK_ENDPOINT.DELIVERED_AT, health.deliveredAt().orElse(null))
                .set(WEBHOOK_ENDPOINT.REFUSALS, refusals)
                .set(WEBHOOK_ENDPOINT.SLOW, slow)
                .where(is(employer, id))
                .execute();
    }

    /** False when it was not enabled any more. */
    boolean pause(EmployerId employer, EndpointId id, PauseReason reason, Instant now) {
        return sql.update(WEBHOOK_ENDPOINT)
                        .set(WEBHOOK_ENDPOINT.ENABLED, false)
                        .set(WEBHOOK_ENDPOINT.PAUSED, reason.wireName())
                        .set(WEBHOOK_ENDPOINT.VERSION, WEBHOOK_ENDPOINT.VERSION.plus(1))
                        .set(WEBHOOK_ENDPOINT.UPDATED_AT, now)
                        .where(is(employer, id), WEBHOOK_ENDPOINT.ENABLED.isTrue())
                        .execute()
                == 1;
    }

    /** When the next delivery to any endpoint of the employer is due. */
    Optional<Instant> nextDue(EmployerId employer) {
        var next =
                DSL.greatest(
                        WEBHOOK_DELIVERY.NEXT_ATTEMPT_AT,
                        DSL.coalesce(WEBHOOK_ENDPOINT.HELD_UNTIL, val(Instant.EPOCH)),
                        DSL.coalesce(WEBHOOK_ENDPOINT.LEASE_UNTIL, val(Instant.EPOCH)));
        return Optional.ofNullable(
                sql.select(DSL.min(next))
                        .from(WEBHOOK_ENDPOINT)
                        .join(WEBHOOK_DELIVERY)
                        .on(
                                WEBHOOK_DELIVERY.EMPLOYER_ID.eq(WEBHOOK_ENDPOINT.EMPLOYER_ID),
                                WEBHOOK_DELIVERY.ENDPOINT_ID.eq(WEBHOOK_ENDPOINT.ID))
                        .where(
                                WEBHOOK_ENDPOINT.EMPLOYER_ID.eq(employer.value()),
                                WEBHOOK_ENDPOINT.ENABLED.isTrue(),
                                WEBHOOK_DELIVERY.STATE.eq(
                                        DSL.inline(DeliveryState.WAITING.wireName())))
                        .fetchSingle()
                        .value1());
    }

    private static Condition isOf(Optional<UUID> partner) {
        return partner.<Condition>map(WEBHOOK_ENDPOINT.PARTNER_ID::eq).orElse(noCondition());
    }

    private static Condition isOwnedBy(Optional<UUID> owner) {
        return owner.<Condition>map(WEBHOOK_ENDPOINT.PARTNER_ID::eq)
                .orElse(WEBHOOK_ENDPOINT.PARTNER_ID.isNull());
    }

    private static Condition is(EmployerId employer, EndpointId id) {
        return WEBHOOK_ENDPOINT
                .EMPLOYER_ID
                .eq(employer.value())
                .and(WEBHOOK_ENDPOINT.ID.eq(id.value()));
    }

    private static Condition isAt(EmployerId employer, EndpointId id, Version expected) {
        return is(employer, id).and(WEBHOOK_ENDPOINT.VERSION.eq(expected.value()));
    }

    private static String[] types(EndpointContent content) {
        return content.types().stream().sorted().toArray(String[]::new);
    }

    private static Endpoint endpoint(WebhookEndpointRecord row) {
        return new Endpoint(
                new EndpointId(row.getId()),
                Optional.ofNullable(row.getPartnerId()),
                new EndpointContent(
                        row.getUrl(),
                        Optional.ofNullable(row.getDescription()),
                        Set.of(row.getTypes()),
                        row.getEnabled()),
                Optional.ofNullable(row.getPaused()).map(PauseReason::ofWireName),
                row.getPublicKey(),
                Optional.ofNullable(row.getFormerUntil()),
                new EndpointHealth(
                        row.getFailures(),
                        Optional.ofNullable(row.getHeldUntil()),
                        Optional.ofNullable(row.getDeliveredAt())),
                new Version(row.getVersion()),
                row.getCreatedAt(),
                row.getUpdatedAt());
    }

    /**
     * An endpoint and how far it has come.
     *
     * @param queuedTo the number of the last event that was looked at for it
     * @param refusals how many it refused in a row
     * @param slow whether it took its time last
     * @param leasedUntil until when a worker delivers to it
     */
    record Progress(
            Endpoint endpoint,
            long queuedTo,
            int refusals,
            boolean slow,
            Optional<Instant> leasedUntil) {}
}
