package dev.assay.hiring.platform.limits;

import static dev.assay.db.jooq.Tables.RATE_BUCKET;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.EmployerId;
import java.time.Instant;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class RateBucketRepository {

    private final DSLContext sql;

    RateBucketRepository(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * Takes a portion out of the window's quota, whether or not there is as much left.
     *
     * @return how many were taken in this window before
     */
    long take(Actor actor, String policy, Instant window, int portion) {
        long taken =
                sql.insertInto(RATE_BUCKET)
                        .set(RATE_BUCKET.EMPLOYER_ID, actor.employer().value())
                        .set(RATE_BUCKET.CALLER, actor.reference())
                        .set(RATE_BUCKET.POLICY, policy)
                        .set(RATE_BUCKET.WINDOW_START, window)
                        .set(RATE_BUCKET.TAKEN, (long) portion)
                        .onConflict(RATE_BUCKET.EMPLOYER_ID, RATE_BUCKET.CALLER, RATE_BUCKET.POLICY)
                        .doUpdate()
                        // A node whose clock is behind counts into the window the others are in.
                        .set(
                                RATE_BUCKET.TAKEN,
                                when(
                                                RATE_BUCKET.WINDOW_START.ge(window),
                                                RATE_BUCKET.TAKEN.plus(portion))
                                        .otherwise((long) portion))
                        .set(
                                RATE_BUCKET.WINDOW_START,
                                greatest(
                                        RATE_BUCKET.WINDOW_START,
                                        val(window, RATE_BUCKET.WINDOW_START)))
                        .returning(RATE_BUCKET.TAKEN)
                        .fetchSingle(RATE_BUCKET.TAKEN);
        return taken - portion;
    }

    int forgetBefore(EmployerId employer, Instant window) {
        return sql.deleteFrom(RATE_BUCKET)
                .where(
                        RATE_BUCKET.EMPLOYER_ID.eq(employer.value()),
                        RATE_BUCKET.WINDOW_START.lt(window))
                .execute();
    }
}
