package dev.assay.hiring.partners;

import static dev.assay.db.jooq.Tables.PARTNER_FEED_ADDRESS;

import dev.assay.db.jooq.tables.records.PartnerFeedAddressRecord;
import dev.assay.hiring.postings.FeedKind;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

@Repository
class FeedAddressRepository {

    private final DSLContext sql;

    FeedAddressRepository(DSLContext sql) {
        this.sql = sql;
    }

    void insert(EmployerId employer, FeedAddress address, byte[] digest) {
        sql.insertInto(PARTNER_FEED_ADDRESS)
                .set(PARTNER_FEED_ADDRESS.EMPLOYER_ID, employer.value())
                .set(PARTNER_FEED_ADDRESS.ID, address.id())
                .set(PARTNER_FEED_ADDRESS.PARTNER_ID, address.partner().value())
                .set(PARTNER_FEED_ADDRESS.KIND, address.kind().wireName())
                .set(PARTNER_FEED_ADDRESS.DIGEST, digest)
                .set(PARTNER_FEED_ADDRESS.MADE_AT, address.madeAt())
                .execute();
    }

    Page<FeedAddress> list(
            EmployerId employer, PartnerId partner, Optional<PageCursor> after, PageSize size) {
        Condition later =
                after.map(cursor -> PARTNER_FEED_ADDRESS.ID.gt(cursor.part(0, UUID::fromString)))
                        .orElse(DSL.noCondition());
        List<FeedAddress> rows =
                sql.selectFrom(PARTNER_FEED_ADDRESS)
                        .where(
                                PARTNER_FEED_ADDRESS.EMPLOYER_ID.eq(employer.value()),
                                PARTNER_FEED_ADDRESS.PARTNER_ID.eq(partner.value()),
                                later)
                        .orderBy(PARTNER_FEED_ADDRESS.ID)
                        .limit(size.plusOne())
                        .fetch(FeedAddressRepository::address);
        return Page.of(rows, size, last -> PageCursor.of(last.id()));
    }

    Optional<FeedAddress> find(EmployerId employer, FeedKind kind, byte[] digest) {
        return sql.selectFrom(PARTNER_FEED_ADDRESS)
                .where(
                        PARTNER_FEED_ADDRESS.EMPLOYER_ID.eq(employer.value()),
                        PARTNER_FEED_ADDRESS.DIGEST.eq(digest),
                        PARTNER_FEED_ADDRESS.KIND.eq(kind.wireName()))
                .fetchOptional(FeedAddressRepository::address);
    }

    Optional<FeedAddress> find(EmployerId employer, PartnerId partner, UUID id) {
        return sql.selectFrom(PARTNER_FEED_ADDRESS)
                .where(is(employer, id), PARTNER_FEED_ADDRESS.PARTNER_ID.eq(partner.value()))
                .fetchOptional(FeedAddressRepository::address);
    }

    /** Does nothing to one that was revoked meanwhile. */
    void pulled(EmployerId employer, UUID id, Instant at) {
        sql.update(PARTNER_FEED_ADDRESS)
                .set(PARTNER_FEED_ADDRESS.PULLED_AT, at)
                .where(is(employer, id))
                .execute();
    }

    /** False when there is none. */
    boolean delete(EmployerId employer, UUID id) {
        return sql.deleteFrom(PARTNER_FEED_ADDRESS).where(is(employer, id)).execute() == 1;
    }

    private static Condition is(EmployerId employer, UUID id) {
        return PARTNER_FEED_ADDRESS
                .EMPLOYER_ID
                .eq(employer.value())
                .and(PARTNER_FEED_ADDRESS.ID.eq(id));
    }

    private static FeedAddress address(PartnerFeedAddressRecord row) {
        return new FeedAddress(
                row.getId(),
                new PartnerId(row.getPartnerId()),
                FeedKind.ofWireName(row.getKind()).orElseThrow(),
                row.getMadeAt(),
                Optional.ofNullable(row.getPulledAt()));
    }
}
