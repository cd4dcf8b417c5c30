package dev.assay.hiring.partners;

import static dev.assay.db.jooq.Tables.PARTNER_FEED_PULL;

import dev.assay.hiring.shared.EmployerId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class FeedPullRepository {

    private final DSLContext sql;

    FeedPullRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** The last one alone is kept. */
    void note(EmployerId employer, UUID partner, FeedPull pull) {
        sql.insertInto(PARTNER_FEED_PULL)
                .set(PARTNER_FEED_PULL.EMPLOYER_ID, employer.value())
                .set(PARTNER_FEED_PULL.PARTNER_ID, partner)
                .set(PARTNER_FEED_PULL.KIND, pull.kind().name())
                .set(PARTNER_FEED_PULL.PULLED_AT, pull.at())
                .set(PARTNER_FEED_PULL.ETAG, pull.etag().orElse(null))
                .set(PARTNER_FEED_PULL.ITEMS, pull.items())
                .set(PARTNER_FEED_PULL.REJECTED, pull.rejected())
                .onConflict(
                        PARTNER_FEED_PULL.EMPLOYER_ID,
                        PARTNER_FEED_PULL.PARTNER_ID,
                        PARTNER_FEED_PULL.KIND)
                .doUpdate()
                .set(PARTNER_FEED_PULL.PULLED_AT, pull.at())
                .set(PARTNER_FEED_PULL.ETAG, pull.etag().orElse(null))
                .set(PARTNER_FEED_PULL.ITEMS, pull.items())
                .set(PARTNER_FEED_PULL.REJECTED, pull.rejected())
                .where(PARTNER_FEED_PULL.EMPLOYER_ID.eq(employer.value()))
                .execute();
    }

    List<FeedPull> of(EmployerId employer, PartnerId partner) {
        return sql.select(
                        PARTNER_FEED_PULL.KIND,
                        PARTNER_FEED_PULL.PULLED_AT,
                        PARTNER_FEED_PULL.ETAG,
                        PARTNER_FEED_PULL.ITEMS,
                        PARTNER_FEED_PULL.REJECTED)
                .from(PARTNER_FEED_PULL)
                .where(
                        PARTNER_FEED_PULL.EMPLOYER_ID.eq(employer.value()),
                        PARTNER_FEED_PULL.PARTNER_ID.eq(partner.value()))
                .orderBy(PARTNER_FEED_PULL.KIND)
                .fetch(row ->
                        new FeedPull(
                                PullKind.valueOf(row.value1()),
                                row.value2(),
                                Optional.ofNullable(row.value3()),
                                row.value4(),
                                row.value5()));
    }
}
