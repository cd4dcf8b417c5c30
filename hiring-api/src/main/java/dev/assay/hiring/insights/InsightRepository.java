package dev.assay.hiring.insights;

import static dev.assay.db.jooq.Tables.APPLICATION;
import static dev.assay.db.jooq.Tables.APPLICATION_SCORE;
import static dev.assay.db.jooq.Tables.APPLICATION_TRANSITION;
import static dev.assay.db.jooq.Tables.JOB;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.when;

import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.EmployerId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Repository;

/** Counts applications; reads only, and never one person's alone. */
@Repository
class InsightRepository {

    private static final String RANKED = "ranked";
    private static final List<String> FURTHER = List.of("interview", "offer", "hired");
    private static final String HIRED = "hired";

    private final DSLContext sql;

    InsightRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** How many there are, and how many of them got further. */
    record Counted(long applications, long advanced) {}

    /** By whether anything is proven of them. */
    Map<Boolean, Counted> advancement(EmployerId employer, Optional<UUID> job) {
        Field<Boolean> proven = APPLICATION_SCORE.LANE.eq(RANKED).as("proven");
        Condition further =
                exists(
                        selectOne()
                                .from(APPLICATION_TRANSITION)
                                .where(
                                        APPLICATION_TRANSITION.EMPLOYER_ID.eq(employer.value()),
                                        APPLICATION_TRANSITION.APPLICATION_ID.eq(APPLICATION.ID),
                                        APPLICATION_TRANSITION.TO_PHASE.in(FURTHER)));
        Field<Integer> advanced = count(when(further, 1));
        return sql.select(proven, count(), advanced)
                .from(APPLICATION)
                .join(APPLICATION_SCORE)
                .on(
                        APPLICATION_SCORE.EMPLOYER_ID.eq(employer.value()),
                        APPLICATION_SCORE.APPLICATION_ID.eq(APPLICATION.ID))
                .where(inScope(employer, job))
                .groupBy(proven)
                .fetchMap(row -> row.value1(), row -> new Counted(row.value2(), row.value3()));
    }

    /** The newest applications, and whether they were hired. */
    Map<ApplicationId, Boolean> newest(EmployerId employer, Optional<UUID> job, int most) {
        return sql.select(APPLICATION.ID, APPLICATION.PHASE)
                .from(APPLICATION)
                .where(inScope(employer, job))
                .orderBy(APPLICATION.ID.desc())
                .limit(most)
                .fetchMap(
                        row -> new ApplicationId(row.value1()), row -> row.value2().equals(HIRED));
    }

    /** The newest hired applications, of the jobs of one role or of all. */
    List<ApplicationId> newestHired(EmployerId employer, Optional<UUID> role, int most) {
        Condition hired =
                APPLICATION
                        .EMPLOYER_ID
                        .eq(employer.value())
                        .and(APPLICATION.PHASE.eq(HIRED))
                        .and(
                                role.<Condition>map(id ->
                                                APPLICATION.JOB_ID.in(
                                                        select(JOB.ID)
                                                                .from(JOB)
                                                                .where(
                                                                        JOB.EMPLOYER_ID.eq(
                                                                                employer.value()),
                                                                        JOB.ROLE_PROFILE_ID.eq(
                                                                                id))))
                                        .orElse(noCondition()));
        return sql.select(APPLICATION.ID)
                .from(APPLICATION)
                .where(hired)
                .orderBy(APPLICATION.ID.desc())
                .limit(most)
                .fetch(row -> new ApplicationId(row.value1()));
    }

    private static Condition inScope(EmployerId employer, Optional<UUID> job) {
        Condition of = APPLICATION.EMPLOYER_ID.eq(employer.value());
        return job.map(id -> of.and(APPLICATION.JOB_ID.eq(id))).orElse(of);
    }
}
