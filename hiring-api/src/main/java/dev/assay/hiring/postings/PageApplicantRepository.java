package dev.assay.hiring.postings;

import static dev.assay.db.jooq.Tables.PAGE_APPLICANT;

import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.EmployerId;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class PageApplicantRepository {

    private final DSLContext sql;

    PageApplicantRepository(DSLContext sql) {
        this.sql = sql;
    }

    boolean isKnown(EmployerId employer, UUID job, byte[] applicant, Instant since) {
        return sql.fetchExists(
                PAGE_APPLICANT,
                PAGE_APPLICANT.EMPLOYER_ID.eq(employer.value()),
                PAGE_APPLICANT.JOB_ID.eq(job),
                PAGE_APPLICANT.APPLICANT.eq(applicant),
                PAGE_APPLICANT.RECEIVED_AT.gt(since));
    }

    /** False when the same applicant applied to the same job since; two at once wait here. */
    boolean claim(
            EmployerId employer,
            UUID job,
            byte[] applicant,
            ApplicationId application,
            Instant now,
            Instant since) {
        return sql.insertInto(PAGE_APPLICANT)
                        .set(PAGE_APPLICANT.EMPLOYER_ID, employer.value())
                        .set(PAGE_APPLICANT.JOB_ID, job)
                        .set(PAGE_APPLICANT.APPLICANT, applicant)
                        .set(PAGE_APPLICANT.APPLICATION_ID, application.value())
                        .set(PAGE_APPLICANT.RECEIVED_AT, now)
                        .onConflict(
                                PAGE_APPLICANT.EMPLOYER_ID,
                                PAGE_APPLICANT.JOB_ID,
                                PAGE_APPLICANT.APPLICANT)
                        .doUpdate()
                        .set(PAGE_APPLICANT.APPLICATION_ID, application.value())
                        .set(PAGE_APPLICANT.RECEIVED_AT, now)
                        .where(
                                PAGE_APPLICANT.EMPLOYER_ID.eq(employer.value()),
                                PAGE_APPLICANT.RECEIVED_AT.le(since))
                        .execute()
                == 1;
    }

    void forget(EmployerId employer, Collection<ApplicationId> applications) {
        sql.deleteFrom(PAGE_APPLICANT)
                .where(
                        PAGE_APPLICANT.EMPLOYER_ID.eq(employer.value()),
                        PAGE_APPLICANT.APPLICATION_ID.in(
                                applications.stream().map(ApplicationId::value).toList()))
                .execute();
    }
}
