package dev.assay.hiring.jobs;

import static dev.assay.db.jooq.Tables.STAGE_TEMPLATE;
import static org.jooq.impl.DSL.noCondition;

import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Version;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class StageTemplateRepository {

    private static final TypeReference<List<Named>> STAGES = new TypeReference<>() {};

    private final DSLContext sql;
    private final JsonMapper json;

    /** A stage as its row keeps it. */
    private record Named(String name, String phase) {}

    StageTemplateRepository(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    void insert(EmployerId employer, StageTemplate template) {
        sql.insertInto(STAGE_TEMPLATE)
                .set(STAGE_TEMPLATE.EMPLOYER_ID, employer.value())
                .set(STAGE_TEMPLATE.ID, template.id().value())
                .set(STAGE_TEMPLATE.CREATED_AT, template.createdAt())
                .set(columns(template))
                .execute();
    }

    /** False when the template is no longer at the expected version. */
    boolean update(EmployerId employer, Version expected, StageTemplate template) {
        return sql.update(STAGE_TEMPLATE)
                        .set(columns(template))
                        .where(
                                STAGE_TEMPLATE.EMPLOYER_ID.eq(employer.value()),
                                STAGE_TEMPLATE.ID.eq(template.id().value()),
                                STAGE_TEMPLATE.VERSION.eq(expected.value()))
                        .execute()
                == 1;
    }

    void makeUnusual(EmployerId employer, StageTemplateId but) {
        sql.update(STAGE_TEMPLATE)
                .set(STAGE_TEMPLATE.USUAL, false)
                .set(STAGE_TEMPLATE.VERSION, STAGE_TEMPLATE.VERSION.plus(1))
                .where(
                        STAGE_TEMPLATE.EMPLOYER_ID.eq(employer.value()),
                        STAGE_TEMPLATE.USUAL.isTrue(),
                        STAGE_TEMPLATE.ID.ne(but.value()))
                .execute();
    }

    Optional<StageTemplate> find(EmployerId employer, StageTemplateId id) {
        return where(employer, STAGE_TEMPLATE.ID.eq(id.value()), 1).stream().findFirst();
    }

    Optional<StageTemplate> usual(EmployerId employer) {
        return where(employer, STAGE_TEMPLATE.USUAL.isTrue(), 1).stream().findFirst();
    }

    Page<StageTemplate> list(EmployerId employer, Optional<PageCursor> after, PageSize size) {
        Condition older =
                after.map(cursor -> cursor.part(0, UUID::fromString))
                        .<Condition>map(STAGE_TEMPLATE.ID::lt)
                        .orElse(noCondition());
        return Page.of(
                where(employer, older, size.plusOne()), size, last -> PageCursor.of(last.id()));
    }

    private List<StageTemplate> where(EmployerId employer, Condition condition, int limit) {
        return sql.selectFrom(STAGE_TEMPLATE)
                .where(STAGE_TEMPLATE.EMPLOYER_ID.eq(employer.value()), condition)
                .orderBy(STAGE_TEMPLATE.ID.desc())
                .limit(limit)
                .fetch(row ->
                        new StageTemplate(
                                new StageTemplateId(row.getId()),
                                new StageTemplateContent(
                                        row.getName(),
                                        stages(row.getStages()),
                                        row.getUsual(),
                                        row.getRetired()),
                                new Version(row.getVersion()),
                                row.getChangedBy(),
                                row.getCreatedAt(),
                                row.getUpdatedAt()));
    }

    private Map<Field<?>, Object> columns(StageTemplate template) {
        StageTemplateContent content = template.content();
        List<Named> stages =
                content.stages().stream()
                        .map(stage -> new Named(stage.name(), stage.phase().wireName()))
                        .toList();
        return Map.of(
                STAGE_TEMPLATE.NAME, content.name(),
                STAGE_TEMPLATE.STAGES, JSONB.jsonb(json.writeValueAsString(stages)),
                STAGE_TEMPLATE.USUAL, content.usual(),
                STAGE_TEMPLATE.RETIRED, content.retired(),
                STAGE_TEMPLATE.VERSION, template.version().value(),
                STAGE_TEMPLATE.CHANGED_BY, template.changedBy(),
                STAGE_TEMPLATE.UPDATED_AT, template.updatedAt());
    }

    private List<StageDraft> stages(JSONB stored) {
        return json.readValue(stored.data(), STAGES).stream()
                .map(stage -> StageDraft.of(stage.name(), StagePhase.ofWireName(stage.phase())))
                .toList();
    }
}
