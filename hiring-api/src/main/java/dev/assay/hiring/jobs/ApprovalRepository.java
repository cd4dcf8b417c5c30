package dev.assay.hiring.jobs;

import static dev.assay.db.jooq.Tables.JOB_APPROVAL;
import static dev.assay.db.jooq.Tables.JOB_RULE;

import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class ApprovalRepository {

    private final DSLContext sql;

    ApprovalRepository(DSLContext sql) {
        this.sql = sql;
    }

    JobRule rule(EmployerId employer) {
        return sql.select(JOB_RULE.APPROVAL, JOB_RULE.BLIND_UNTIL, JOB_RULE.VERSION)
                .from(JOB_RULE)
                .where(JOB_RULE.EMPLOYER_ID.eq(employer.value()))
                .fetchOptional(row ->
                        new JobRule(
                                row.value1(),
                                Optional.ofNullable(row.value2()).map(StagePhase::ofWireName),
                                new Version(row.value3())))
                .orElseGet(() -> new JobRule(false, Optional.empty(), Version.FIRST));
    }

    /** False when the rule is no longer at the expected version. */
    boolean changeRule(
            Actor actor,
            Version expected,
            boolean approval,
            Optional<StagePhase> blindUntil,
            Instant now) {
        int next = expected.next().value();
        String until = blindUntil.map(StagePhase::wireName).orElse(null);
        boolean changed =
                sql.update(JOB_RULE)
                                .set(JOB_RULE.APPROVAL, approval)
                                .set(JOB_RULE.BLIND_UNTIL, until)
                                .set(JOB_RULE.VERSION, next)
                                .set(JOB_RULE.CHANGED_BY, actor.reference())
                                .set(JOB_RULE.CHANGED_AT, now)
                                .where(
                                        JOB_RULE.EMPLOYER_ID.eq(actor.employer().value()),
                                        JOB_RULE.VERSION.eq(expected.value()))
                                .execute()
                        == 1;
        return changed
                || (expected.equals(Version.FIRST)
                        && sql.insertInto(JOB_RULE)
                                        .set(JOB_RULE.EMPLOYER_ID, actor.employer().value())
                                        .set(JOB_RULE.APPROVAL, approval)
                                        .set(JOB_RULE.BLIND_UNTIL, until)
                                        .set(JOB_RULE.VERSION, next)
                                        .set(JOB_RULE.CHANGED_BY, actor.reference())
                                        .set(JOB_RULE.CHANGED_AT, now)
                                        .onConflictDoNothing()
                                        .execute()
                                == 1);
    }

    void insert(EmployerId employer, JobId job, JobApproval approval) {
        sql.insertInto(JOB_APPROVAL)
                .set(JOB_APPROVAL.EMPLOYER_ID, employer.value())
                .set(JOB_APPROVAL.ID, approval.id())
                .set(JOB_APPROVAL.JOB_ID, job.value())
                .set(JOB_APPROVAL.JOB_VERSION, approval.jobVersion().value())
                .set(JOB_APPROVAL.STEP, approval.step().wireName())
                .set(JOB_APPROVAL.REASON, approval.reason().orElse(null))
                .set(JOB_APPROVAL.TAKEN_BY, approval.takenBy())
                .set(JOB_APPROVAL.TAKEN_AT, approval.takenAt())
                .execute();
    }

    /** Oldest first. */
    List<JobApproval> of(EmployerId employer, JobId job) {
        return sql.selectFrom(JOB_APPROVAL)
                .where(
                        JOB_APPROVAL.EMPLOYER_ID.eq(employer.value()),
                        JOB_APPROVAL.JOB_ID.eq(job.value()))
                .orderBy(JOB_APPROVAL.ID)
                .fetch(row ->
                        new JobApproval(
                                row.getId(),
                                new Version(row.getJobVersion()),
                                ApprovalStep.ofWireName(row.getStep()),
                                Optional.ofNullable(row.getReason()),
                                row.getTakenBy(),
                                row.getTakenAt()));
    }
}
