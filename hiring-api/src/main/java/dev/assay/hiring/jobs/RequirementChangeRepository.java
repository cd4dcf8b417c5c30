package dev.assay.hiring.jobs;

import static dev.assay.db.jooq.Tables.JOB_REQUIREMENT_CHANGE;

import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Version;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class RequirementChangeRepository {

    private static final TypeReference<List<Requirement>> REQUIREMENTS = new TypeReference<>() {};

    private final DSLContext sql;
    private final JsonMapper json;

    RequirementChangeRepository(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    void insert(EmployerId employer, JobId job, RequirementChange change) {
        sql.insertInto(JOB_REQUIREMENT_CHANGE)
                .set(JOB_REQUIREMENT_CHANGE.EMPLOYER_ID, employer.value())
                .set(JOB_REQUIREMENT_CHANGE.JOB_ID, job.value())
                .set(JOB_REQUIREMENT_CHANGE.VERSION, change.version().value())
                .set(JOB_REQUIREMENT_CHANGE.BEFORE, written(change.before()))
                .set(JOB_REQUIREMENT_CHANGE.AFTER, written(change.after()))
                .set(JOB_REQUIREMENT_CHANGE.FROZEN, change.frozen())
                .set(JOB_REQUIREMENT_CHANGE.REASON, change.reason().orElse(null))
                .set(JOB_REQUIREMENT_CHANGE.CHANGED_BY, change.changedBy())
                .set(JOB_REQUIREMENT_CHANGE.CHANGED_AT, change.changedAt())
                .execute();
    }

    Page<RequirementChange> of(
            EmployerId employer, JobId job, Optional<PageCursor> after, PageSize size) {
        Condition older =
                after.map(cursor -> cursor.part(0, Integer::valueOf))
                        .<Condition>map(version -> JOB_REQUIREMENT_CHANGE.VERSION.lt(version))
                        .orElse(DSL.noCondition());
        List<RequirementChange> rows =
                sql.select(
                                JOB_REQUIREMENT_CHANGE.VERSION,
                                JOB_REQUIREMENT_CHANGE.BEFORE,
                                JOB_REQUIREMENT_CHANGE.AFTER,
                                JOB_REQUIREMENT_CHANGE.FROZEN,
                                JOB_REQUIREMENT_CHANGE.REASON,
                                JOB_REQUIREMENT_CHANGE.CHANGED_BY,
                                JOB_REQUIREMENT_CHANGE.CHANGED_AT)
                        .from(JOB_REQUIREMENT_CHANGE)
                        .where(
                                JOB_REQUIREMENT_CHANGE.EMPLOYER_ID.eq(employer.value()),
                                JOB_REQUIREMENT_CHANGE.JOB_ID.eq(job.value()),
                                older)
                        .orderBy(JOB_REQUIREMENT_CHANGE.VERSION.desc())
                        .limit(size.plusOne())
                        .fetch(row ->
                                new RequirementChange(
                                        new Version(row.value1()),
                                        read(row.value2()),
                                        read(row.value3()),
                                        row.value4(),
                                        Optional.ofNullable(row.value5()),
                                        row.value6(),
                                        row.value7()));
        return Page.of(rows, size, last -> PageCursor.of(last.version().value()));
    }

    private JSONB written(List<Requirement> requirements) {
        return JSONB.jsonb(json.writeValueAsString(requirements));
    }

    private List<Requirement> read(JSONB requirements) {
        return json.readValue(requirements.data(), REQUIREMENTS);
    }
}
