package dev.assay.hiring.skills;

import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.skills.VocabularyRepository.Above;
import dev.assay.hiring.skills.VocabularyRepository.Pair;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What published vocabularies say, kept in memory from one question to the next: whoever scores an
 * application asks for the same skills again and again, and they change when files are imported.
 * Each transaction looks once whether any did, so what is answered is never older than its first
 * question, whichever node imported.
 */
@Component
class KnownVocabulary {

    private static final String CHANGED = "vocabulary-changed";

    /** As far up as any policy looks. */
    static final int STEPS = 5;

    private final SkillRepository skills;
    private final VocabularyRepository vocabularies;
    private final TenantTransaction transactions;
    private final AtomicReference<Kept> newest = new AtomicReference<>(new Kept(-1));

    KnownVocabulary(
            SkillRepository skills,
            VocabularyRepository vocabularies,
            TenantTransaction transactions) {
        this.skills = skills;
        this.vocabularies = vocabularies;
        this.transactions = transactions;
    }

    /** The skills with these ids, those that are published. */
    List<Skill> byIds(Collection<UUID> ids) {
        return kept()
                .skills
                .of(
                        ids,
                        unknown ->
                                skills.byIds(unknown).stream()
                                        .collect(
                                                Collectors.toMap(
                                                        skill -> skill.id().value(), Optional::of)),
                        Optional.empty())
                .values()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** Labels and all other names of those that are published. */
    Map<SkillId, List<String>> names(Collection<UUID> ids) {
        Map<SkillId, List<String>> names = new HashMap<>();
        kept().names
                .of(
                        ids,
                        unknown ->
                                skills.names(unknown).entrySet().stream()
                                        .collect(
                                                Collectors.toMap(
                                                        one -> one.getKey().value(),
                                                        one -> List.copyOf(one.getValue()))),
                        List.of())
                .forEach((id, all) -> {
                    if (!all.isEmpty()) {
                        names.put(new SkillId(id), all);
                    }
                });
        return names;
    }

    /** Everything broader than these, with the fewest steps to it, as far as some steps up. */
    List<Above> above(Collection<String> uris, int steps) {
        return kept()
                .above
                .of(
                        uris,
                        unknown ->
                                vocabularies.above(unknown, STEPS).stream()
                                        .collect(Collectors.groupingBy(Above::skill)),
                        List.of())
                .values()
                .stream()
                .flatMap(List::stream)
                .filter(one -> one.steps() <= steps)
                .toList();
    }

    /** The crosswalk entries between these and those, as pairs of one of these and one of those. */
    List<Pair> equivalents(Set<String> these, Set<String> those) {
        Set<String> all = new HashSet<>(these);
        all.addAll(those);
        return kept()
                .equivalents
                .of(
                        all,
                        unknown ->
                                vocabularies.equivalents(unknown).stream()
                                        .collect(Collectors.groupingBy(Pair::one)),
                        List.of())
                .values()
                .stream()
                .flatMap(List::stream)
                .flatMap(pair -> Stream.of(pair, new Pair(pair.other(), pair.one())))
                .filter(pair -> these.contains(pair.one()) && those.contains(pair.other()))
                .toList();
    }

    /**
     * To be called before anything published is changed, in the same transaction: others that do it
     * wait here, and every node learns of it once it is committed.
     */
    void change() {
        transactions.isFirst(CHANGED);
        vocabularies.change();
    }

    private Kept kept() {
        if (transactions.wasAsked(CHANGED)) {
            return new Kept(-1);
        }
        long changes = transactions.known("vocabulary-changes", vocabularies::changes);
        Kept now =
                newest.updateAndGet(
                        before -> before.changes < changes ? new Kept(changes) : before);
        // A transaction that looked before the last change keeps what it reads to itself.
        return now.changes == changes ? now : new Kept(changes);
    }

    /** What was asked for since a change. */
    private static final class Kept {

        private final long changes;
        private final Memory<UUID, Optional<Skill>> skills = new Memory<>();
        private final Memory<UUID, List<String>> names = new Memory<>();
        private final Memory<String, List<Above>> above = new Memory<>();
        private final Memory<String, List<Pair>> equivalents = new Memory<>();

        Kept(long changes) {
            this.changes = changes;
        }
    }

    /** Answers by what they are about; that there is none is remembered too. */
    static final class Memory<K, V> {

        /** Strangers' credentials name whatever they like. */
        static final int MOST = 5_000;

        private final Map<K, V> answers = new ConcurrentHashMap<>();

        int size() {
            return answers.size();
        }

        Map<K, V> of(Collection<K> keys, Function<List<K>, Map<K, V>> read, V none) {
            Map<K, V> found = new HashMap<>();
            List<K> unknown = new ArrayList<>();
            for (K key : Set.copyOf(keys)) {
                V answer = answers.get(key);
                if (answer == null) {
                    unknown.add(key);
                } else {
                    found.put(key, answer);
                }
            }
            if (!unknown.isEmpty()) {
                Map<K, V> answered = read.apply(unknown);
                unknown.forEach(key -> found.put(key, answered.getOrDefault(key, none)));
                if (answers.size() + unknown.size() > MOST) {
                    answers.clear();
                }
                if (unknown.size() <= MOST) {
                    unknown.forEach(key -> answers.put(key, found.get(key)));
                }
            }
            return found;
        }
    }
}
