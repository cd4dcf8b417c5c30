package dev.assay.hiring.training;

import static dev.assay.db.jooq.Tables.TRAINING_ACTUAL;

import dev.assay.hiring.platform.persistence.Keyset;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What trainings came to. */
@Repository
class ActualRepository {

    /** Of a role, the latest; the ten thousandth changes no belief. */
    private static final int MOST = 10_000;

    private final DSLContext sql;
    private final JsonMapper json;

    ActualRepository(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** False when this estimate's actual was recorded already. */
    boolean insert(EmployerId employer, TrainingActual actual) {
        return sql.insertInto(TRAINING_ACTUAL)
                        .set(TRAINING_ACTUAL.EMPLOYER_ID, employer.value())
                        .set(TRAINING_ACTUAL.ID, actual.id())
                        .set(TRAINING_ACTUAL.ESTIMATE_ID, actual.estimate())
                        .set(TRAINING_ACTUAL.ROLE_PROFILE_ID, actual.roleProfile())
                        .set(
                                TRAINING_ACTUAL.APPLICATION_ID,
                                actual.application().map(ApplicationId::value).orElse(null))
                        .set(TRAINING_ACTUAL.FINISHED_ON, actual.finished())
                        .set(TRAINING_ACTUAL.PREDICTED, actual.predicted())
                        .set(TRAINING_ACTUAL.SPENT, actual.spent())
                        .set(TRAINING_ACTUAL.CURRENCY, actual.currency())
                        .set(TRAINING_ACTUAL.ENDED, actual.ended().wireName())
                        .set(
                                TRAINING_ACTUAL.ACHIEVEMENTS,
                                actual.achievements().toArray(String[]::new))
                        .set(TRAINING_ACTUAL.WEEKS_TO_95, actual.weeksTo95().orElse(null))
                        .set(TRAINING_ACTUAL.PREDICTED_WEEKS, actual.predictedWeeks().orElse(null))
                        .set(TRAINING_ACTUAL.RATING, actual.rating().orElse(null))
                        .set(TRAINING_ACTUAL.PREMIUM_PERCENT, actual.premiumPercent().orElse(null))
                        .set(TRAINING_ACTUAL.CEILING_PERCENT, actual.ceilingPercent().orElse(null))
                        .set(
                                TRAINING_ACTUAL.TESTS,
                                JSONB.jsonb(json.writeValueAsString(actual.tests())))
                        .set(TRAINING_ACTUAL.RECORDED_AT, actual.recordedAt())
                        .set(TRAINING_ACTUAL.RECORDED_BY, actual.recordedBy())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    List<TrainingActual> ofRole(EmployerId employer, UUID role) {
        return sql.selectFrom(TRAINING_ACTUAL)
                .where(
                        TRAINING_ACTUAL.EMPLOYER_ID.eq(employer.value()),
                        TRAINING_ACTUAL.ROLE_PROFILE_ID.eq(role))
                .orderBy(TRAINING_ACTUAL.FINISHED_ON.desc(), TRAINING_ACTUAL.ID.desc())
                .limit(MOST)
                .fetch(this::actual);
    }

    Page<TrainingActual> page(
            EmployerId employer, Optional<UUID> role, Optional<PageCursor> after, PageSize size) {
        Condition matching = TRAINING_ACTUAL.EMPLOYER_ID.eq(employer.value());
        if (role.isPresent()) {
            matching = matching.and(TRAINING_ACTUAL.ROLE_PROFILE_ID.eq(role.get()));
        }
        Keyset order = Keyset.newestFirst(TRAINING_ACTUAL.RECORDED_AT, TRAINING_ACTUAL.ID);
        List<TrainingActual> rows =
                sql.selectFrom(TRAINING_ACTUAL)
                        .where(matching, order.after(after))
                        .orderBy(order.order())
                        .limit(size.plusOne())
                        .fetch(this::actual);
        return Page.of(rows, size, last -> PageCursor.of(last.recordedAt(), last.id()));
    }

    List<TrainingActual> of(EmployerId employer, Collection<ApplicationId> applications) {
        return sql.selectFrom(TRAINING_ACTUAL)
                .where(
                        TRAINING_ACTUAL.EMPLOYER_ID.eq(employer.value()),
                        TRAINING_ACTUAL.APPLICATION_ID.in(
                                applications.stream().map(ApplicationId::value).toList()))
                .orderBy(TRAINING_ACTUAL.ID)
                .fetch(this::actual);
    }

    /** How a hire did is theirs; what the training did cost is the employer's. */
    void emptyPersonal(EmployerId employer, Collection<ApplicationId> applications) {
        sql.update(TRAINING_ACTUAL)
                .setNull(TRAINING_ACTUAL.WEEKS_TO_95)
                .setNull(TRAINING_ACTUAL.RATING)
                .setNull(TRAINING_ACTUAL.PREMIUM_PERCENT)
                .set(TRAINING_ACTUAL.ACHIEVEMENTS, new String[0])
                .set(TRAINING_ACTUAL.TESTS, JSONB.jsonb("[]"))
                .where(
                        TRAINING_ACTUAL.EMPLOYER_ID.eq(employer.value()),
                        TRAINING_ACTUAL.APPLICATION_ID.in(
                                applications.stream().map(ApplicationId::value).toList()))
                .execute();
    }

    private TrainingActual actual(Record row) {
        return new TrainingActual(
                row.get(TRAINING_ACTUAL.ID),
                row.get(TRAINING_ACTUAL.ESTIMATE_ID),
                row.get(TRAINING_ACTUAL.ROLE_PROFILE_ID),
                Optional.ofNullable(row.get(TRAINING_ACTUAL.APPLICATION_ID))
                        .map(ApplicationId::new),
                row.get(TRAINING_ACTUAL.FINISHED_ON),
                row.get(TRAINING_ACTUAL.PREDICTED),
                row.get(TRAINING_ACTUAL.SPENT),
                row.get(TRAINING_ACTUAL.CURRENCY),
                TrainingActual.End.ofWireName(row.get(TRAINING_ACTUAL.ENDED)),
                Arrays.asList(row.get(TRAINING_ACTUAL.ACHIEVEMENTS)),
                Optional.ofNullable(row.get(TRAINING_ACTUAL.WEEKS_TO_95)),
                Optional.ofNullable(row.get(TRAINING_ACTUAL.PREDICTED_WEEKS)),
                Optional.ofNullable(row.get(TRAINING_ACTUAL.RATING)),
                Optional.ofNullable(row.get(TRAINING_ACTUAL.PREMIUM_PERCENT)),
                Optional.ofNullable(row.get(TRAINING_ACTUAL.CEILING_PERCENT)),
                List.of(
                        json.readValue(
                                row.get(TRAINING_ACTUAL.TESTS).data(),
                                TrainingActual.TestOut[].class)),
                row.get(TRAINING_ACTUAL.RECORDED_AT),
                row.get(TRAINING_ACTUAL.RECORDED_BY));
    }
}
