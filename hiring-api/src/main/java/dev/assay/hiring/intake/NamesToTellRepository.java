package dev.assay.hiring.intake;

import static dev.assay.db.jooq.Tables.NAMES_TO_TELL;

import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.shared.EmployerId;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class NamesToTellRepository {

    private final DSLContext sql;

    NamesToTellRepository(DSLContext sql) {
        this.sql = sql;
    }

    void goOnAfter(EmployerId employer, JobId job, CandidateId last) {
        sql.insertInto(NAMES_TO_TELL)
                .set(NAMES_TO_TELL.EMPLOYER_ID, employer.value())
                .set(NAMES_TO_TELL.JOB_ID, job.value())
                .set(NAMES_TO_TELL.AFTER, last.value())
                .onConflict(NAMES_TO_TELL.EMPLOYER_ID, NAMES_TO_TELL.JOB_ID)
                .doUpdate()
                .set(NAMES_TO_TELL.AFTER, last.value())
                .where(NAMES_TO_TELL.EMPLOYER_ID.eq(employer.value()))
                .execute();
    }

    /** One job of which some are to be told yet; nobody else goes on with it meanwhile. */
    Optional<Rest> next(EmployerId employer) {
        return sql.select(NAMES_TO_TELL.JOB_ID, NAMES_TO_TELL.AFTER)
                .from(NAMES_TO_TELL)
                .where(NAMES_TO_TELL.EMPLOYER_ID.eq(employer.value()))
                .orderBy(NAMES_TO_TELL.JOB_ID)
                .limit(1)
                .forUpdate()
                .fetchOptional(
                        row -> new Rest(new JobId(row.value1()), new CandidateId(row.value2())));
    }

    void delete(EmployerId employer, JobId job) {
        sql.deleteFrom(NAMES_TO_TELL)
                .where(
                        NAMES_TO_TELL.EMPLOYER_ID.eq(employer.value()),
                        NAMES_TO_TELL.JOB_ID.eq(job.value()))
                .execute();
    }

    /**
     * Who is to be told of yet.
     *
     * @param after those of the job's open candidates who come after this one
     */
    record Rest(JobId job, CandidateId after) {}
}
