package dev.assay.hiring.skills;

import static dev.assay.db.jooq.Tables.OWN_SKILL;

import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Version;
import java.net.URI;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Skills of the employers' own; of each there are few. */
@Repository
class OwnSkillRepository {

    private final DSLContext sql;

    OwnSkillRepository(DSLContext sql) {
        this.sql = sql;
    }

    void insert(EmployerId employer, OwnSkill skill) {
        sql.insertInto(OWN_SKILL)
                .set(OWN_SKILL.EMPLOYER_ID, employer.value())
                .set(OWN_SKILL.ID, skill.id().value())
                .set(OWN_SKILL.CREATED_AT, skill.createdAt())
                .set(contentOf(skill))
                .execute();
    }

    /** False when the skill is no longer at the expected version. */
    boolean update(EmployerId employer, Version expected, OwnSkill skill) {
        return sql.update(OWN_SKILL)
                        .set(contentOf(skill))
                        .where(
                                OWN_SKILL.EMPLOYER_ID.eq(employer.value()),
                                OWN_SKILL.ID.eq(skill.id().value()),
                                OWN_SKILL.VERSION.eq(expected.value()))
                        .execute()
                == 1;
    }

    List<OwnSkill> byIds(EmployerId employer, Collection<UUID> ids) {
        return where(employer, OWN_SKILL.ID.in(ids)).fetch(OwnSkillRepository::skill);
    }

    List<OwnSkill> byLabel(EmployerId employer, String label) {
        return where(
                        employer,
                        OWN_SKILL.LABEL.equalIgnoreCase(label).and(OWN_SKILL.RETIRED.isFalse()))
                .fetch(OwnSkillRepository::skill);
    }

    /** Those that are called like one of these phrases, which are in small letters. */
    List<OwnSkill> called(EmployerId employer, Collection<String> phrases, int most) {
        Condition named =
                DSL.condition(
                        "string_to_array(lower({0} || E'\\n' || array_to_string({1}, E'\\n')), E'\\n') && cast({2} as text[])",
                        OWN_SKILL.LABEL,
                        OWN_SKILL.ALTERNATIVES,
                        DSL.val(phrases.toArray(String[]::new)));
        return where(employer, OWN_SKILL.RETIRED.isFalse().and(named))
                .orderBy(OWN_SKILL.ID)
                .limit(most)
                .fetch(OwnSkillRepository::skill);
    }

    /** All relations to what is broader, by URI: there are few, and one may lead to the next. */
    Map<String, Set<String>> broader(EmployerId employer) {
        return where(employer, DSL.cardinality(OWN_SKILL.BROADER).gt(0))
                .fetch(OwnSkillRepository::skill)
                .stream()
                .collect(
                        Collectors.toMap(
                                skill -> skill.uri().toString(),
                                skill ->
                                        skill.content().broader().stream()
                                                .map(URI::toString)
                                                .collect(Collectors.toSet())));
    }

    /** Those that have the text in any of their names, by length. */
    Page<OwnSkill> search(
            EmployerId employer, String text, Optional<PageCursor> after, PageSize size) {
        Field<Integer> length = DSL.length(OWN_SKILL.LABEL);
        Condition further =
                after.<Condition>map(cursor ->
                                DSL.row(length, OWN_SKILL.LABEL, OWN_SKILL.ID)
                                        .gt(
                                                cursor.part(1, Integer::valueOf),
                                                cursor.part(2, name -> name),
                                                cursor.part(3, UUID::fromString)))
                        .orElse(DSL.noCondition());
        Condition named =
                DSL.lower(OWN_SKILL.LABEL)
                        .contains(text.toLowerCase(Locale.ROOT))
                        .or(
                                DSL.lower(DSL.arrayToString(OWN_SKILL.ALTERNATIVES, DSL.val("\n")))
                                        .contains(text.toLowerCase(Locale.ROOT)));
        List<OwnSkill> rows =
                where(employer, OWN_SKILL.RETIRED.isFalse().and(named).and(further))
                        .orderBy(length, OWN_SKILL.LABEL, OWN_SKILL.ID)
                        .limit(size.plusOne())
                        .fetch(OwnSkillRepository::skill);
        return Page.of(rows, size, OwnSkillRepository::found);
    }

    /** Where the search goes on; before whatever is published. */
    static PageCursor found(OwnSkill last) {
        String label = last.content().label();
        return PageCursor.of(
                Skills.OWN_FIRST, label.codePointCount(0, label.length()), label, last.id());
    }

    Page<OwnSkill> list(EmployerId employer, Optional<PageCursor> after, PageSize size) {
        Condition older =
                after.map(cursor -> cursor.part(0, UUID::fromString))
                        .<Condition>map(id -> OWN_SKILL.ID.lt(id))
                        .orElse(DSL.noCondition());
        List<OwnSkill> rows =
                where(employer, older)
                        .orderBy(OWN_SKILL.ID.desc())
                        .limit(size.plusOne())
                        .fetch(OwnSkillRepository::skill);
        return Page.of(rows, size, last -> PageCursor.of(last.id()));
    }

    private SelectConditionStep<? extends Record> where(EmployerId employer, Condition condition) {
        return sql.select(
                        OWN_SKILL.ID,
                        OWN_SKILL.LABEL,
                        OWN_SKILL.ALTERNATIVES,
                        OWN_SKILL.BROADER,
                        OWN_SKILL.RETIRED,
                        OWN_SKILL.VERSION,
                        OWN_SKILL.CREATED_AT,
                        OWN_SKILL.UPDATED_AT)
                .from(OWN_SKILL)
                .where(OWN_SKILL.EMPLOYER_ID.eq(employer.value()), condition);
    }

    private static Map<Field<?>, @Nullable Object> contentOf(OwnSkill skill) {
        Map<Field<?>, @Nullable Object> values = new HashMap<>();
        values.put(OWN_SKILL.LABEL, skill.content().label());
        values.put(OWN_SKILL.ALTERNATIVES, skill.content().alternatives().toArray(String[]::new));
        values.put(
                OWN_SKILL.BROADER,
                skill.content().broader().stream()
                        .map(URI::toString)
                        .sorted()
                        .toArray(String[]::new));
        values.put(OWN_SKILL.RETIRED, skill.content().retired());
        values.put(OWN_SKILL.VERSION, skill.version().value());
        values.put(OWN_SKILL.UPDATED_AT, skill.updatedAt());
        return values;
    }

    private static OwnSkill skill(Record row) {
        return new OwnSkill(
                new SkillId(row.get(OWN_SKILL.ID)),
                new OwnSkillContent(
                        row.get(OWN_SKILL.LABEL),
                        Arrays.asList(row.get(OWN_SKILL.ALTERNATIVES)),
                        Arrays.stream(row.get(OWN_SKILL.BROADER))
                                .map(URI::create)
                                .collect(Collectors.toSet()),
                        row.get(OWN_SKILL.RETIRED)),
                new Version(row.get(OWN_SKILL.VERSION)),
                row.get(OWN_SKILL.CREATED_AT),
                row.get(OWN_SKILL.UPDATED_AT));
    }
}
