package dev.assay.hiring.skills;

import static dev.assay.db.jooq.Tables.SKILL;
import static dev.assay.db.jooq.Tables.SKILL_BROADER;
import static dev.assay.db.jooq.Tables.SKILL_EQUIVALENT;
import static dev.assay.db.jooq.Tables.VOCABULARY;
import static dev.assay.db.jooq.Tables.VOCABULARY_STATE;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import dev.assay.hiring.shared.NewIds;
import dev.assay.hiring.skills.Vocabulary.Broader;
import dev.assay.hiring.skills.Vocabulary.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Repository;

/** Vocabularies as wholes. */
@Repository
class VocabularyRepository {

    private static final int AT_ONCE = 1_000;

    private final DSLContext sql;

    VocabularyRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** Adds what is new and changes what is called otherwise now; how many those are. */
    int upsert(String framework, List<Entry> entries) {
        int changed = 0;
        for (int from = 0; from < entries.size(); from += AT_ONCE) {
            List<Entry> some = entries.subList(from, Math.min(entries.size(), from + AT_ONCE));
            changed +=
                    sql.insertInto(
                                    SKILL,
                                    SKILL.ID,
                                    SKILL.URI,
                                    SKILL.LABEL,
                                    SKILL.FRAMEWORK,
                                    SKILL.ALTERNATIVES,
                                    SKILL.WORDS)
                            .valuesOfRows(
                                    some.stream()
                                            .map(entry ->
                                                    row(
                                                            NewIds.next(),
                                                            entry.uri().toString(),
                                                            entry.label(),
                                                            framework,
                                                            entry.alternatives()
                                                                    .toArray(String[]::new),
                                                            words(entry)))
                                            .toList())
                            .onConflict(SKILL.URI)
                            .doUpdate()
                            .set(SKILL.LABEL, excluded(SKILL.LABEL))
                            .set(SKILL.ALTERNATIVES, excluded(SKILL.ALTERNATIVES))
                            .set(SKILL.WORDS, excluded(SKILL.WORDS))
                            .where(
                                    row(SKILL.LABEL, SKILL.WORDS)
                                            .isDistinctFrom(
                                                    row(
                                                            excluded(SKILL.LABEL),
                                                            excluded(SKILL.WORDS))))
                            .execute();
        }
        return changed;
    }

    int relate(Collection<Broader> relations) {
        List<Broader> all = List.copyOf(relations);
        int added = 0;
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            added +=
                    sql.insertInto(
                                    SKILL_BROADER,
                                    SKILL_BROADER.SKILL_URI,
                                    SKILL_BROADER.BROADER_URI)
                            .valuesOfRows(
                                    all.subList(from, Math.min(all.size(), from + AT_ONCE)).stream()
                                            .map(one ->
                                                    row(
                                                            one.skill().toString(),
                                                            one.broader().toString()))
                                            .toList())
                            .onConflictDoNothing()
                            .execute();
        }
        return added;
    }

    void imported(Vocabulary vocabulary, Instant now) {
        sql.insertInto(VOCABULARY)
                .set(VOCABULARY.FRAMEWORK, vocabulary.framework())
                .set(VOCABULARY.VERSION, vocabulary.version())
                .set(VOCABULARY.ATTRIBUTION, vocabulary.attribution())
                .set(VOCABULARY.IMPORTED_AT, now)
                .onConflict(VOCABULARY.FRAMEWORK)
                .doUpdate()
                .set(VOCABULARY.VERSION, vocabulary.version())
                .set(VOCABULARY.ATTRIBUTION, vocabulary.attribution())
                .set(VOCABULARY.IMPORTED_AT, now)
                .execute();
    }

    List<ImportedVocabulary> vocabularies() {
        return sql.select(
                        VOCABULARY.FRAMEWORK,
                        VOCABULARY.VERSION,
                        VOCABULARY.ATTRIBUTION,
                        VOCABULARY.IMPORTED_AT)
                .from(VOCABULARY)
                .orderBy(VOCABULARY.FRAMEWORK)
                .fetch(row ->
                        new ImportedVocabulary(
                                row.value1(), row.value2(), row.value3(), row.value4()));
    }

    /** Everything broader than these, with the fewest steps to it, as far as some steps up. */
    List<Above> above(Collection<String> uris, int steps) {
        Field<String> from = field(name("up", "start_uri"), String.class);
        Field<String> at = field(name("up", "at_uri"), String.class);
        Field<Integer> depth = field(name("up", "depth"), Integer.class);
        return sql.withRecursive("up", "start_uri", "at_uri", "depth")
                .as(
                        select(SKILL_BROADER.SKILL_URI, SKILL_BROADER.BROADER_URI, inline(1))
                                .from(SKILL_BROADER)
                                .where(SKILL_BROADER.SKILL_URI.eq(any(uris.toArray(String[]::new))))
                                .union(
                                        select(from, SKILL_BROADER.BROADER_URI, depth.plus(1))
                                                .from(table(name("up")))
                                                .join(SKILL_BROADER)
                                                .on(SKILL_BROADER.SKILL_URI.eq(at))
                                                .where(depth.lt(steps))))
                .select(from, at, min(depth))
                .from(table(name("up")))
                .groupBy(from, at)
                .fetch(row -> new Above(row.value1(), row.value2(), row.value3()));
    }

    /** What crosswalks say these are the same as, one way round. */
    List<Pair> equivalents(Collection<String> uris) {
        return sql.select(SKILL_EQUIVALENT.SKILL_URI, SKILL_EQUIVALENT.OTHER_URI)
                .from(SKILL_EQUIVALENT)
                .where(SKILL_EQUIVALENT.SKILL_URI.eq(any(uris.toArray(String[]::new))))
                .fetch(row -> new Pair(row.value1(), row.value2()));
    }

    /** How often anything that is published here changed. */
    long changes() {
        return sql.select(VOCABULARY_STATE.CHANGES)
                .from(VOCABULARY_STATE)
                .fetchSingle(VOCABULARY_STATE.CHANGES);
    }

    /** Says so, and makes others that change it wait until this transaction is over. */
    void change() {
        sql.update(VOCABULARY_STATE)
                .set(VOCABULARY_STATE.CHANGES, VOCABULARY_STATE.CHANGES.plus(1))
                .execute();
    }

    void equate(Collection<Pair> pairs) {
        for (Pair pair : pairs) {
            sql.insertInto(SKILL_EQUIVALENT)
                    .set(SKILL_EQUIVALENT.SKILL_URI, pair.one())
                    .set(SKILL_EQUIVALENT.OTHER_URI, pair.other())
                    .onConflictDoNothing()
                    .execute();
        }
    }

    private static String words(Entry entry) {
        List<String> all = new ArrayList<>();
        all.add(entry.label());
        all.addAll(entry.alternatives());
        return String.join("\n", all).toLowerCase(Locale.ROOT);
    }

    /** A skill, one broader, and how many steps lie between. */
    record Above(String skill, String broader, int steps) {}

    record Pair(String one, String other) {}
}
