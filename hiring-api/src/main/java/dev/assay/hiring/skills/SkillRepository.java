package dev.assay.hiring.skills;

import static dev.assay.db.jooq.Tables.SKILL;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
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

    List<Skill> search(String text, int limit) {
        return where(SKILL.LABEL.containsIgnoreCase(text))
                .orderBy(
                        DSL.when(SKILL.LABEL.startsWithIgnoreCase(text), 0).otherwise(1),
                        DSL.length(SKILL.LABEL),
                        SKILL.LABEL)
                .limit(limit)
                .fetch(SkillRepository::skill);
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
}
