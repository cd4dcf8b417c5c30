package dev.assay.hiring.training;

import static dev.assay.db.jooq.Tables.TRAINING_PLAN;

import dev.assay.hiring.shared.EmployerId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Plans as they were made. */
@Repository
class PlanRepository {

    static final String COHORT = "cohort";
    static final String SPONSORSHIP = "sponsorship";

    private static final int SCHEMA_VERSION = 1;

    private final DSLContext sql;
    private final JsonMapper json;

    PlanRepository(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    void insert(
            EmployerId employer,
            String kind,
            UUID id,
            UUID role,
            String madeBy,
            Instant madeAt,
            Record document) {
        sql.insertInto(TRAINING_PLAN)
                .set(TRAINING_PLAN.EMPLOYER_ID, employer.value())
                .set(TRAINING_PLAN.ID, id)
                .set(TRAINING_PLAN.KIND, kind)
                .set(TRAINING_PLAN.ROLE_PROFILE_ID, role)
                .set(TRAINING_PLAN.MADE_AT, madeAt)
                .set(TRAINING_PLAN.MADE_BY, madeBy)
                .set(TRAINING_PLAN.SCHEMA_VERSION, SCHEMA_VERSION)
                .set(TRAINING_PLAN.DOCUMENT, JSONB.jsonb(json.writeValueAsString(document)))
                .execute();
    }

    <T extends Record> Optional<T> find(EmployerId employer, String kind, UUID id, Class<T> type) {
        return sql.select(TRAINING_PLAN.DOCUMENT)
                .from(TRAINING_PLAN)
                .where(
                        TRAINING_PLAN.EMPLOYER_ID.eq(employer.value()),
                        TRAINING_PLAN.ID.eq(id),
                        TRAINING_PLAN.KIND.eq(kind))
                .fetchOptional(row -> json.readValue(row.value1().data(), type));
    }
}
