package dev.assay.hiring.mappings;

import static dev.assay.db.jooq.Tables.CREDENTIAL_MAPPING;
import static dev.assay.db.jooq.Tables.CREDENTIAL_MAPPING_VERSION;

import dev.assay.hiring.issuers.IssuerId;
import dev.assay.hiring.platform.persistence.Rendered;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Version;
import dev.assay.hiring.skills.SkillId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class MappingRepository {

    private static final TypeReference<List<StoredSkill>> SKILLS = new TypeReference<>() {};
    private static final TypeReference<List<ResultLevel>> LEVELS = new TypeReference<>() {};

    private final DSLContext sql;
    private final JsonMapper json;
    private final Rendered inForce;

    MappingRepository(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
        this.inForce =
                new Rendered(
                        sql,
                        where(
                                        CREDENTIAL_MAPPING.EMPLOYER_ID.eq(Rendered.EMPLOYER),
                                        CREDENTIAL_MAPPING
                                                .ISSUER_ID
                                                .eq(DSL.any(Rendered.IDS))
                                                .and(DSL.not(CREDENTIAL_MAPPING.RETIRED)))
                                .orderBy(CREDENTIAL_MAPPING.ID));
    }

    /** False when the issuer's achievement has a mapping already. */
    boolean insert(EmployerId employer, CredentialMapping mapping) {
        boolean added =
                sql.insertInto(CREDENTIAL_MAPPING)
                                .set(CREDENTIAL_MAPPING.EMPLOYER_ID, employer.value())
                                .set(CREDENTIAL_MAPPING.ID, mapping.id().value())
                                .set(CREDENTIAL_MAPPING.CREATED_AT, mapping.createdAt())
                                .set(contentOf(mapping))
                                .onConflictDoNothing()
                                .execute()
                        == 1;
        if (added) {
            insertVersion(employer, mapping);
        }
        return added;
    }

    /** False when the mapping is no longer at the expected version. */
    boolean update(EmployerId employer, Version expected, CredentialMapping mapping) {
        boolean changed =
                sql.update(CREDENTIAL_MAPPING)
                                .set(contentOf(mapping))
                                .where(
                                        CREDENTIAL_MAPPING.EMPLOYER_ID.eq(employer.value()),
                                        CREDENTIAL_MAPPING.ID.eq(mapping.id().value()),
                                        CREDENTIAL_MAPPING.VERSION.eq(expected.value()))
                                .execute()
                        == 1;
        if (changed) {
            insertVersion(employer, mapping);
        }
        return changed;
    }

    /** Whether another mapping is about the same achievement of the same issuer. */
    boolean isTaken(EmployerId employer, MappingId mapping, MappingContent content) {
        return sql.fetchExists(
                sql.selectOne()
                        .from(CREDENTIAL_MAPPING)
                        .where(
                                CREDENTIAL_MAPPING.EMPLOYER_ID.eq(employer.value()),
                                CREDENTIAL_MAPPING.ISSUER_ID.eq(content.issuer().value()),
                                CREDENTIAL_MAPPING.ACHIEVEMENT_KEY.eq(content.key()),
                                CREDENTIAL_MAPPING.ID.ne(mapping.value())));
    }

    Optional<CredentialMapping> find(EmployerId employer, MappingId mapping) {
        return where(employer, CREDENTIAL_MAPPING.ID.eq(mapping.value()))
                .fetchOptional(this::mapping);
    }

    List<CredentialMapping> inForce(EmployerId employer, Collection<IssuerId> issuers) {
        return inForce.fetch(
                employer, issuers.stream().map(IssuerId::value).toList(), this::mapping);
    }

    Page<CredentialMapping> list(
            EmployerId employer,
            Optional<IssuerId> issuer,
            Optional<PageCursor> after,
            PageSize size) {
        Condition ofIssuer =
                issuer.<Condition>map(id -> CREDENTIAL_MAPPING.ISSUER_ID.eq(id.value()))
                        .orElse(DSL.noCondition());
        Condition older =
                after.map(cursor -> cursor.part(0, UUID::fromString))
                        .<Condition>map(id -> CREDENTIAL_MAPPING.ID.lt(id))
                        .orElse(DSL.noCondition());
        List<CredentialMapping> rows =
                where(employer, ofIssuer.and(older))
                        .orderBy(CREDENTIAL_MAPPING.ID.desc())
                        .limit(size.plusOne())
                        .fetch(this::mapping);
        return Page.of(rows, size, last -> PageCursor.of(last.id()));
    }

    Page<CredentialMapping> versions(
            EmployerId employer, MappingId mapping, Optional<PageCursor> after, PageSize size) {
        Condition older =
                after.map(cursor -> cursor.part(0, Integer::valueOf))
                        .<Condition>map(number -> CREDENTIAL_MAPPING_VERSION.VERSION.lt(number))
                        .orElse(DSL.noCondition());
        List<CredentialMapping> rows =
                sql.select(CREDENTIAL_MAPPING_VERSION.DOCUMENT)
                        .from(CREDENTIAL_MAPPING_VERSION)
                        .where(
                                CREDENTIAL_MAPPING_VERSION.EMPLOYER_ID.eq(employer.value()),
                                CREDENTIAL_MAPPING_VERSION.MAPPING_ID.eq(mapping.value()),
                                older)
                        .orderBy(CREDENTIAL_MAPPING_VERSION.VERSION.desc())
                        .limit(size.plusOne())
                        .fetch(row -> json.readValue(row.value1().data(), CredentialMapping.class));
        return Page.of(rows, size, last -> PageCursor.of(last.version().value()));
    }

    private void insertVersion(EmployerId employer, CredentialMapping mapping) {
        sql.insertInto(CREDENTIAL_MAPPING_VERSION)
                .set(CREDENTIAL_MAPPING_VERSION.EMPLOYER_ID, employer.value())
                .set(CREDENTIAL_MAPPING_VERSION.MAPPING_ID, mapping.id().value())
                .set(CREDENTIAL_MAPPING_VERSION.VERSION, mapping.version().value())
                .set(
                        CREDENTIAL_MAPPING_VERSION.DOCUMENT,
                        JSONB.jsonb(json.writeValueAsString(mapping)))
                .set(CREDENTIAL_MAPPING_VERSION.CONFIRMED_BY, mapping.confirmedBy())
                .set(CREDENTIAL_MAPPING_VERSION.CONFIRMED_AT, mapping.updatedAt())
                .execute();
    }

    private SelectConditionStep<? extends Record> where(EmployerId employer, Condition condition) {
        return where(CREDENTIAL_MAPPING.EMPLOYER_ID.eq(employer.value()), condition);
    }

    private SelectConditionStep<? extends Record> where(Condition employer, Condition condition) {
        return sql.select(
                        CREDENTIAL_MAPPING.ID,
                        CREDENTIAL_MAPPING.ISSUER_ID,
                        CREDENTIAL_MAPPING.ACHIEVEMENT_ID,
                        CREDENTIAL_MAPPING.ACHIEVEMENT_NAME,
                        CREDENTIAL_MAPPING.SKILLS,
                        CREDENTIAL_MAPPING.LEVELS,
                        CREDENTIAL_MAPPING.RETIRED,
                        CREDENTIAL_MAPPING.NOTE,
                        CREDENTIAL_MAPPING.CONFIRMED_BY,
                        CREDENTIAL_MAPPING.VERSION,
                        CREDENTIAL_MAPPING.CREATED_AT,
                        CREDENTIAL_MAPPING.UPDATED_AT)
                .from(CREDENTIAL_MAPPING)
                .where(employer, condition);
    }

    private Map<Field<?>, @Nullable Object> contentOf(CredentialMapping mapping) {
        MappingContent content = mapping.content();
        Map<Field<?>, @Nullable Object> values = new HashMap<>();
        values.put(CREDENTIAL_MAPPING.ISSUER_ID, content.issuer().value());
        values.put(CREDENTIAL_MAPPING.ACHIEVEMENT_KEY, content.key());
        values.put(CREDENTIAL_MAPPING.ACHIEVEMENT_ID, content.achievementId());
        values.put(CREDENTIAL_MAPPING.ACHIEVEMENT_NAME, content.achievementName());
        values.put(
                CREDENTIAL_MAPPING.SKILLS,
                JSONB.jsonb(
                        json.writeValueAsString(
                                content.skills().stream().map(StoredSkill::of).toList())));
        values.put(
                CREDENTIAL_MAPPING.LEVELS, JSONB.jsonb(json.writeValueAsString(content.levels())));
        values.put(CREDENTIAL_MAPPING.RETIRED, content.retired());
        values.put(CREDENTIAL_MAPPING.NOTE, content.note());
        values.put(CREDENTIAL_MAPPING.CONFIRMED_BY, mapping.confirmedBy());
        values.put(CREDENTIAL_MAPPING.VERSION, mapping.version().value());
        values.put(CREDENTIAL_MAPPING.UPDATED_AT, mapping.updatedAt());
        return values;
    }

    private CredentialMapping mapping(Record row) {
        return new CredentialMapping(
                new MappingId(row.get(CREDENTIAL_MAPPING.ID)),
                new MappingContent(
                        new IssuerId(row.get(CREDENTIAL_MAPPING.ISSUER_ID)),
                        row.get(CREDENTIAL_MAPPING.ACHIEVEMENT_ID),
                        row.get(CREDENTIAL_MAPPING.ACHIEVEMENT_NAME),
                        json.readValue(row.get(CREDENTIAL_MAPPING.SKILLS).data(), SKILLS).stream()
                                .map(StoredSkill::mapped)
                                .toList(),
                        json.readValue(row.get(CREDENTIAL_MAPPING.LEVELS).data(), LEVELS),
                        row.get(CREDENTIAL_MAPPING.RETIRED),
                        row.get(CREDENTIAL_MAPPING.NOTE)),
                row.get(CREDENTIAL_MAPPING.CONFIRMED_BY),
                new Version(row.get(CREDENTIAL_MAPPING.VERSION)),
                row.get(CREDENTIAL_MAPPING.CREATED_AT),
                row.get(CREDENTIAL_MAPPING.UPDATED_AT));
    }

    /** As the column has it. */
    private record StoredSkill(UUID skill, int factor, @Nullable Integer level) {

        static StoredSkill of(MappedSkill mapped) {
            return new StoredSkill(mapped.skill().value(), mapped.factor(), mapped.level());
        }

        MappedSkill mapped() {
            return new MappedSkill(new SkillId(skill), factor, level);
        }
    }
}
