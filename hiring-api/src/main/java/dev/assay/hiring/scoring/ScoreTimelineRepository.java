package dev.assay.hiring.scoring;

import static dev.assay.db.jooq.Tables.SCORE_HISTORY;
import static org.jooq.impl.DSL.lag;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.rowNumber;

import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.TimelineScope;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Where scores changed, and from what to what. */
@Repository
class ScoreTimelineRepository {

    private static final int PLACES = 4;

    private final DSLContext sql;

    ScoreTimelineRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** The first score of each application, and those that differ from the one before. */
    List<Change> changes(EmployerId employer, TimelineScope scope) {
        Field<Integer> before =
                lag(SCORE_HISTORY.SCORE)
                        .over()
                        .partitionBy(SCORE_HISTORY.APPLICATION_ID)
                        .orderBy(SCORE_HISTORY.COMPUTED_AT, SCORE_HISTORY.ID)
                        .as("before_score");
        Field<Integer> potentialBefore =
                lag(SCORE_HISTORY.POTENTIAL)
                        .over()
                        .partitionBy(SCORE_HISTORY.APPLICATION_ID)
                        .orderBy(SCORE_HISTORY.COMPUTED_AT, SCORE_HISTORY.ID)
                        .as("before_potential");
        Field<Integer> number =
                rowNumber()
                        .over()
                        .partitionBy(SCORE_HISTORY.APPLICATION_ID)
                        .orderBy(SCORE_HISTORY.COMPUTED_AT, SCORE_HISTORY.ID)
                        .as("number");
        var steps =
                sql.select(
                                SCORE_HISTORY.ID,
                                SCORE_HISTORY.APPLICATION_ID,
                                SCORE_HISTORY.COMPUTED_AT,
                                SCORE_HISTORY.CAUSE,
                                SCORE_HISTORY.SCORE,
                                SCORE_HISTORY.POTENTIAL,
                                before,
                                potentialBefore,
                                number)
                        .from(SCORE_HISTORY)
                        .where(
                                SCORE_HISTORY.EMPLOYER_ID.eq(employer.value()),
                                SCORE_HISTORY.APPLICATION_ID.in(scope.applicationIds()))
                        .asTable("steps");
        Field<UUID> id = steps.field(SCORE_HISTORY.ID);
        Field<Instant> at = steps.field(SCORE_HISTORY.COMPUTED_AT);
        Field<Integer> score = steps.field(SCORE_HISTORY.SCORE);
        Field<Integer> potential = steps.field(SCORE_HISTORY.POTENTIAL);
        Condition wanted =
                scope.from()
                        .<Condition>map(start -> row(at, id).le(start.at(), start.id()))
                        .orElse(noCondition());
        return sql.selectFrom(steps)
                .where(
                        wanted,
                        steps.field(number)
                                .eq(1)
                                .or(score.isDistinctFrom(steps.field(before)))
                                .or(potential.isDistinctFrom(steps.field(potentialBefore))))
                .orderBy(at.desc(), id.desc())
                .limit(scope.atMost())
                .fetch(found ->
                        new Change(
                                found.get(id),
                                new ApplicationId(
                                        found.get(steps.field(SCORE_HISTORY.APPLICATION_ID))),
                                found.get(at),
                                ScoreCause.ofWireName(found.get(steps.field(SCORE_HISTORY.CAUSE))),
                                points(found.get(steps.field(before))),
                                points(found.get(score)),
                                points(found.get(potential))));
    }

    private static Optional<BigDecimal> points(@Nullable Integer tenThousandths) {
        return Optional.ofNullable(tenThousandths)
                .map(digits -> BigDecimal.valueOf(digits.longValue(), PLACES));
    }

    /** A score that is not as the one before it. */
    record Change(
            UUID id,
            ApplicationId application,
            Instant at,
            ScoreCause cause,
            Optional<BigDecimal> before,
            Optional<BigDecimal> after,
            Optional<BigDecimal> potential) {}
}
