package dev.assay.hiring.jobs;

import static dev.assay.db.jooq.Tables.JOB;
import static dev.assay.db.jooq.Tables.JOB_RULE;
import static dev.assay.db.jooq.Tables.JOB_STAGE;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;

import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.Version;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class BlindReviewRepository {

    private final DSLContext sql;

    BlindReviewRepository(DSLContext sql) {
        this.sql = sql;
    }

    Optional<BlindReview> of(EmployerId employer, JobId job) {
        return sql.select(JOB.BLIND_UNTIL, JOB.BLIND_STAGE)
                .from(JOB)
                .where(
                        JOB.EMPLOYER_ID.eq(employer.value()),
                        JOB.ID.eq(job.value()),
                        JOB.BLIND_UNTIL.isNotNull())
                .fetchOptional(row ->
                        new BlindReview(
                                StagePhase.ofWireName(row.value1()),
                                Optional.ofNullable(row.value2()).map(StageId::new)));
    }

    /** False when the job is no longer at the expected version. */
    boolean change(
            EmployerId employer,
            JobId job,
            Version expected,
            Optional<BlindReview> wanted,
            Instant now) {
        return sql.update(JOB)
                        .set(
                                JOB.BLIND_UNTIL,
                                wanted.map(review -> review.until().wireName()).orElse(null))
                        .set(
                                JOB.BLIND_STAGE,
                                wanted.flatMap(BlindReview::stage).map(StageId::value).orElse(null))
                        .set(JOB.VERSION, expected.next().value())
                        .set(JOB.UPDATED_AT, now)
                        .where(
                                JOB.EMPLOYER_ID.eq(employer.value()),
                                JOB.ID.eq(job.value()),
                                JOB.VERSION.eq(expected.value()))
                        .execute()
                == 1;
    }

    /** A new job is as the employer's jobs usually are. */
    void begin(EmployerId employer, JobId job) {
        sql.update(JOB)
                .set(
                        JOB.BLIND_UNTIL,
                        field(
                                select(JOB_RULE.BLIND_UNTIL)
                                        .from(JOB_RULE)
                                        .where(JOB_RULE.EMPLOYER_ID.eq(employer.value()))))
                .where(JOB.EMPLOYER_ID.eq(employer.value()), JOB.ID.eq(job.value()))
                .execute();
    }

    /** A job like another one is as blind; its stages are at the same places by now. */
    void inherit(EmployerId employer, JobId from, JobId to) {
        var model = JOB.as("model");
        var theirs = JOB_STAGE.as("theirs");
        sql.update(JOB)
                .set(
                        JOB.BLIND_UNTIL,
                        field(
                                select(model.BLIND_UNTIL)
                                        .from(model)
                                        .where(
                                                model.EMPLOYER_ID.eq(employer.value()),
                                                model.ID.eq(from.value()))))
                .set(
                        JOB.BLIND_STAGE,
                        field(
                                select(JOB_STAGE.ID)
                                        .from(model)
                                        .join(theirs)
                                        .on(
                                                theirs.EMPLOYER_ID.eq(model.EMPLOYER_ID),
                                                theirs.ID.eq(model.BLIND_STAGE))
                                        .join(JOB_STAGE)
                                        .on(
                                                JOB_STAGE.EMPLOYER_ID.eq(theirs.EMPLOYER_ID),
                                                JOB_STAGE.JOB_ID.eq(to.value()),
                                                JOB_STAGE.PHASE.eq(theirs.PHASE),
                                                JOB_STAGE.NAME.eq(theirs.NAME))
                                        .where(
                                                model.EMPLOYER_ID.eq(employer.value()),
                                                model.ID.eq(from.value()))
                                        .limit(1)))
                .where(JOB.EMPLOYER_ID.eq(employer.value()), JOB.ID.eq(to.value()))
                .execute();
    }
}
