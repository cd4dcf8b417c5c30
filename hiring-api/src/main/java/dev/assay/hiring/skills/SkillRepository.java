package dev.assay.hiring.skills;

import static dev.assay.db.jooq.Tables.SKILL;

import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record4;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

@Repository
class SkillRepository {

    private final DSLContext sql;

    SkillRepository(DSLContext sql) {
        this.sql = sql;
    }

    List<Skill> byIds(Collection<UUID> ids) {
        return where(SKILL.ID.in(ids)).fetch(SkillRepository::skill);
    }

    List<Skill> byUris(Collection<String> uris) {
        return where(SKILL.URI.in(uris)).fetch(SkillRepository::skill);
    }

    List<Skill> byLabel(String label) {
        return where(SKILL.LABEL.equalIgnoreCase(label)).fetch(SkillRepository::skill);
    }

    Page<Skill> search(String text, Optional<PageCursor> after, PageSize size) {
        Field<Integer> begins = DSL.when(SKILL.LABEL.startsWithIgnoreCase(text), 0).otherwise(1);
        Field<Integer> length = DSL.length(SKILL.LABEL);
        Condition further =
                after.<Condition>map(cursor ->
                                DSL.row(begins, length, SKILL.LABEL, SKILL.ID)
                                        .gt(
                                                cursor.part(0, Integer::valueOf),
                                                cursor.part(1, Integer::valueOf),
                                                cursor.part(2, label -> label),
                                                cursor.part(3, UUID::fromString)))
                        .orElse(DSL.noCondition());
        List<Found> rows =
                sql.select(SKILL.ID, SKILL.URI, SKILL.LABEL, SKILL.FRAMEWORK, begins, length)
                        .from(SKILL)
                        .where(SKILL.LABEL.containsIgnoreCase(text), further)
                        .orderBy(begins, length, SKILL.LABEL, SKILL.ID)
                        .limit(size.plusOne())
                        .fetch(row ->
                                new Found(
                                        new Skill(
                                                new SkillId(row.value1()),
                                                URI.create(row.value2()),
                                                row.value3(),
                                                row.value4()),
                                        row.value5(),
                                        row.value6()));
        return Page.of(rows, size, Found::cursor).map(Found::skill);
    }

    int insertUnlessThere(Collection<Skill> skills) {
        return sql.insertInto(SKILL, SKILL.ID, SKILL.URI, SKILL.LABEL, SKILL.FRAMEWORK)
                .valuesOfRows(
                        skills.stream()
                                .map(skill ->
                                        DSL.row(
                                                skill.id().value(),
                                                skill.uri().toString(),
                                                skill.label(),
                                                skill.framework()))
                                .toList())
                .onConflictDoNothing()
                .execute();
    }

    private SelectConditionStep<Record4<UUID, String, String, String>> where(Condition condition) {
        return sql.select(SKILL.ID, SKILL.URI, SKILL.LABEL, SKILL.FRAMEWORK)
                .from(SKILL)
                .where(condition);
    }

    private static Skill skill(Record4<UUID, String, String, String> row) {
        return new Skill(
                new SkillId(row.value1()), URI.create(row.value2()), row.value3(), row.value4());
    }

    /** A skill with what it is ordered by. */
    private record Found(Skill skill, int begins, int length) {

        PageCursor cursor() {
            return PageCursor.of(begins, length, skill.label(), skill.id().value());
        }
    }
}
