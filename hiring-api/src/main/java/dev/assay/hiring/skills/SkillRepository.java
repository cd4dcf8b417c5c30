package dev.assay.hiring.skills;

import static dev.assay.db.jooq.Tables.SKILL;

import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record4;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

@Repository
class SkillRepository {

    private static final int SHORTEST_MISSPELT = 4;

    private static final double LOOSEST = 0.3;
    private static final double TIGHTEST = 0.5;

    /** The last kind of hit. */
    private static final int MISSPELT = 3;

    private final DSLContext sql;

    SkillRepository(DSLContext sql) {
        this.sql = sql;
    }

    List<Skill> byIds(Collection<UUID> ids) {
        return where(SKILL.ID.eq(DSL.any(ids.toArray(UUID[]::new)))).fetch(SkillRepository::skill);
    }

    /** Labels and all other names, by skill. */
    Map<SkillId, List<String>> names(Collection<UUID> ids) {
        return names(SKILL.ID.eq(DSL.any(ids.toArray(UUID[]::new))), Math.max(1, ids.size()));
    }

    /** The longer names say more. */
    private Map<SkillId, List<String>> names(Condition which, int most) {
        Map<SkillId, List<String>> names = new LinkedHashMap<>();
        sql.select(SKILL.ID, SKILL.LABEL, SKILL.ALTERNATIVES)
                .from(SKILL)
                .where(which)
                .orderBy(DSL.length(SKILL.LABEL).desc(), SKILL.ID)
                .limit(most)
                .forEach(row -> {
                    List<String> all = new ArrayList<>(List.of(row.value2()));
                    all.addAll(Arrays.asList(row.value3()));
                    names.put(new SkillId(row.value1()), all);
                });
        return names;
    }

    /** Those that are called like one of these phrases, which are in small letters. */
    Map<SkillId, List<String>> called(Collection<String> phrases, int most) {
        return names(
                DSL.condition(
                        "string_to_array({0}, E'\\n') && cast({1} as text[])",
                        SKILL.WORDS, DSL.val(phrases.toArray(String[]::new))),
                most);
    }

    List<Skill> byUris(Collection<String> uris) {
        return where(SKILL.URI.in(uris)).fetch(SkillRepository::skill);
    }

    List<Skill> byLabel(String label) {
        return where(SKILL.LABEL.equalIgnoreCase(label)).fetch(SkillRepository::skill);
    }

    /**
     * Labels that begin with the text first, then those with it inside, then those called so
     * otherwise or with all its words; the shorter first. Where there are none, what is written
     * most alike.
     */
    Page<Skill> search(String text, Optional<PageCursor> after, PageSize size) {
        String lower = text.toLowerCase(Locale.ROOT);
        boolean misspelt =
                after.map(cursor -> cursor.part(0, Integer::valueOf))
                        .filter(kind -> kind == MISSPELT)
                        .isPresent();
        Condition direct =
                lower.isEmpty()
                        ? DSL.noCondition()
                        : SKILL.WORDS.contains(lower).or(withAllWords(lower));
        Page<Skill> found =
                misspelt
                        ? almost(lower, after, size)
                        : page(kind(lower), DSL.length(SKILL.LABEL), direct, after, size);
        // Comparing every word letter by letter takes its time, and is of no use beside real hits.
        return found.items().isEmpty() && after.isEmpty() ? almost(lower, after, size) : found;
    }

    private static Field<Integer> kind(String lower) {
        Field<String> label = DSL.lower(SKILL.LABEL);
        return DSL.when(label.startsWith(lower), 0)
                .when(label.contains(lower), 1)
                .when(SKILL.WORDS.contains(lower).or(withAllWords(lower)), 2)
                .otherwise(MISSPELT);
    }

    /**
     * How much of a text's groups of three letters survives two slips: each spoils at most four of
     * them, and makes as many. Not more than a half, so that a word may be missing besides.
     */
    static double leastAlike(String text) {
        double survives = (text.length() - 7.0) / (text.length() + 9.0);
        return Math.clamp(survives, LOOSEST, TIGHTEST);
    }

    /** Alike enough to be a slip of the fingers; of short words nobody can tell. */
    private Page<Skill> almost(String lower, Optional<PageCursor> after, PageSize size) {
        // The index passes over what cannot be this much alike, which spares most comparisons.
        sql.execute(
                String.format(
                        Locale.ROOT,
                        "set local pg_trgm.similarity_threshold = %.3f",
                        leastAlike(lower)));
        Field<String> label = DSL.lower(SKILL.LABEL);
        Field<Integer> unlike =
                DSL.field(
                        "cast(round(1000 * (1 - similarity({0}, {1}))) as int)",
                        Integer.class, label, DSL.val(lower));
        Condition alike =
                lower.length() < SHORTEST_MISSPELT
                        ? DSL.falseCondition()
                        : DSL.condition("{0} % {1}", label, DSL.val(lower));
        // No bare number: ordered by, that would be a column.
        return page(DSL.inline(MISSPELT).plus(0), unlike, alike, after, size);
    }

    private Page<Skill> page(
            Field<Integer> kind,
            Field<Integer> length,
            Condition matches,
            Optional<PageCursor> after,
            PageSize size) {
        Condition further =
                after.<Condition>map(cursor ->
                                DSL.row(kind, length, SKILL.LABEL, SKILL.ID)
                                        .gt(
                                                cursor.part(0, Integer::valueOf),
                                                cursor.part(1, Integer::valueOf),
                                                cursor.part(2, name -> name),
                                                cursor.part(3, UUID::fromString)))
                        .orElse(DSL.noCondition());
        List<Found> rows =
                sql.select(SKILL.ID, SKILL.URI, SKILL.LABEL, SKILL.FRAMEWORK, kind, length)
                        .from(SKILL)
                        .where(matches, further)
                        .orderBy(kind, length, SKILL.LABEL, SKILL.ID)
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

    /** Every word of the text, as a word or the beginning of one. */
    private static Condition withAllWords(String lower) {
        String query =
                Arrays.stream(lower.split("[^\\p{L}\\p{N}]+"))
                        .filter(word -> !word.isEmpty())
                        .map(word -> word + ":*")
                        .collect(Collectors.joining(" & "));
        return query.isEmpty()
                ? DSL.falseCondition()
                : DSL.condition("{0} @@ to_tsquery('simple', {1})", SKILL.TOKENS, DSL.val(query));
    }

    int insertUnlessThere(Collection<Skill> skills) {
        return sql.insertInto(SKILL, SKILL.ID, SKILL.URI, SKILL.LABEL, SKILL.FRAMEWORK, SKILL.WORDS)
                .valuesOfRows(
                        skills.stream()
                                .map(skill ->
                                        DSL.row(
                                                skill.id().value(),
                                                skill.uri().toString(),
                                                skill.label(),
                                                skill.framework(),
                                                skill.label().toLowerCase(Locale.ROOT)))
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
    private record Found(Skill skill, int kind, int length) {

        PageCursor cursor() {
            return PageCursor.of(kind, length, skill.label(), skill.id().value());
        }
    }
}
