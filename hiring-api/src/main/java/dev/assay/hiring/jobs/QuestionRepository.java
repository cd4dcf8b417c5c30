package dev.assay.hiring.jobs;

import static dev.assay.db.jooq.Tables.SCREENING_QUESTION;

import dev.assay.hiring.shared.EmployerId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;

@Repository
class QuestionRepository {

    private final DSLContext sql;

    QuestionRepository(DSLContext sql) {
        this.sql = sql;
    }

    void insert(EmployerId employer, ScreeningQuestion question, String createdBy) {
        sql.insertInto(SCREENING_QUESTION)
                .set(SCREENING_QUESTION.EMPLOYER_ID, employer.value())
                .set(SCREENING_QUESTION.ID, question.id())
                .set(SCREENING_QUESTION.JOB_ID, question.job().value())
                .set(SCREENING_QUESTION.KIND, question.content().kind().wireName())
                .set(SCREENING_QUESTION.WORDING, question.content().wording())
                .set(SCREENING_QUESTION.REQUIRED, question.content().required())
                .set(
                        SCREENING_QUESTION.OPTIONS,
                        question.content().options().toArray(String[]::new))
                .set(SCREENING_QUESTION.CREATED_BY, createdBy)
                .set(SCREENING_QUESTION.CREATED_AT, question.createdAt())
                .execute();
    }

    /** False when it is asked no more, or never was. */
    boolean retire(EmployerId employer, JobId job, UUID question, Instant now) {
        return sql.update(SCREENING_QUESTION)
                        .set(SCREENING_QUESTION.RETIRED_AT, now)
                        .where(
                                SCREENING_QUESTION.EMPLOYER_ID.eq(employer.value()),
                                SCREENING_QUESTION.JOB_ID.eq(job.value()),
                                SCREENING_QUESTION.ID.eq(question),
                                SCREENING_QUESTION.RETIRED_AT.isNull())
                        .execute()
                == 1;
    }

    /** In the order they were added; those that are asked no more among them. */
    List<ScreeningQuestion> of(EmployerId employer, JobId job) {
        return sql.select(
                        SCREENING_QUESTION.ID,
                        SCREENING_QUESTION.JOB_ID,
                        SCREENING_QUESTION.KIND,
                        SCREENING_QUESTION.WORDING,
                        SCREENING_QUESTION.REQUIRED,
                        SCREENING_QUESTION.OPTIONS,
                        SCREENING_QUESTION.CREATED_AT,
                        SCREENING_QUESTION.RETIRED_AT)
                .from(SCREENING_QUESTION)
                .where(
                        SCREENING_QUESTION.EMPLOYER_ID.eq(employer.value()),
                        SCREENING_QUESTION.JOB_ID.eq(job.value()))
                .orderBy(SCREENING_QUESTION.ID)
                .fetch(QuestionRepository::question);
    }

    private static ScreeningQuestion question(Record row) {
        return new ScreeningQuestion(
                row.get(SCREENING_QUESTION.ID),
                new JobId(row.get(SCREENING_QUESTION.JOB_ID)),
                new QuestionContent(
                        QuestionKind.ofWireName(row.get(SCREENING_QUESTION.KIND)),
                        row.get(SCREENING_QUESTION.WORDING),
                        row.get(SCREENING_QUESTION.REQUIRED),
                        Arrays.asList(row.get(SCREENING_QUESTION.OPTIONS))),
                row.get(SCREENING_QUESTION.CREATED_AT),
                Optional.ofNullable(row.get(SCREENING_QUESTION.RETIRED_AT)));
    }
}
