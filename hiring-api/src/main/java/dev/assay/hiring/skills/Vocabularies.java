package dev.assay.hiring.skills;

import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.skills.VocabularyRepository.Above;
import dev.assay.hiring.skills.VocabularyRepository.Pair;
import java.net.URI;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Published vocabularies as wholes: taken in, and what they say of how skills relate. */
@Component
public class Vocabularies {

    /** A more general skill says something only when it is near. */
    private static final int STEPS_TO_BROADER = 2;

    private final VocabularyRepository repository;
    private final KnownVocabulary known;
    private final OwnSkillRepository own;
    private final TenantTransaction transactions;
    private final Clock clock;

    Vocabularies(
            VocabularyRepository repository,
            KnownVocabulary known,
            OwnSkillRepository own,
            TenantTransaction transactions,
            Clock clock) {
        this.repository = repository;
        this.known = known;
        this.own = own;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Takes a vocabulary in, all or nothing; doing it again changes nothing. */
    public Import take(Vocabulary vocabulary) {
        return transactions.withoutTenantAsWorker(() -> takeInside(vocabulary));
    }

    /** Like {@link #take}, inside a worker's transaction that is open. */
    Import takeInside(Vocabulary vocabulary) {
        known.change();
        int skills = repository.upsert(vocabulary.framework(), vocabulary.entries());
        int relations = repository.relate(vocabulary.broader());
        repository.imported(vocabulary, clock.instant());
        return new Import(vocabulary.framework(), vocabulary.entries().size(), skills, relations);
    }

    /** Notes that skills of two vocabularies mean the same, by a published crosswalk. */
    public void equate(Map<URI, URI> crosswalk) {
        transactions.withoutTenantAsWorker(() -> {
            known.change();
            repository.equate(
                    crosswalk.entrySet().stream()
                            .map(one ->
                                    new Pair(one.getKey().toString(), one.getValue().toString()))
                            .toList());
            return true;
        });
    }

    /** Which vocabularies were imported, with what their licences want said. */
    public List<ImportedVocabulary> imported(Actor actor) {
        actor.require(Permission.READ_SKILLS);
        return transactions.in(actor, repository::vocabularies);
    }

    /**
     * How skills that are shown relate to those asked for, where they are not the same: by what is
     * shown, then by what is asked for. The closest relation counts.
     */
    public Map<String, Map<String, Kinship>> kin(
            Actor actor, Collection<String> shown, Collection<String> asked) {
        Set<String> others = new HashSet<>(shown);
        others.removeAll(Set.copyOf(asked));
        if (others.isEmpty() || asked.isEmpty()) {
            return Map.of();
        }
        return transactions.in(
                actor,
                () -> {
                    Map<String, Map<String, Kinship>> kin = new HashMap<>();
                    for (Above one : above(actor, asked, STEPS_TO_BROADER)) {
                        if (others.contains(one.broader())) {
                            put(kin, one.broader(), one.skill(), new Kinship.Broader());
                        }
                    }
                    Set<String> wanted = Set.copyOf(asked);
                    for (Above one : above(actor, others, KnownVocabulary.STEPS)) {
                        if (wanted.contains(one.broader())) {
                            put(kin, one.skill(), one.broader(), new Kinship.Narrower(one.steps()));
                        }
                    }
                    for (Pair pair : known.equivalents(others, wanted)) {
                        put(kin, pair.one(), pair.other(), new Kinship.Equivalent());
                    }
                    return kin;
                });
    }

    /**
     * Which of these skills are parts of others among them, by the narrower one; each with one of
     * those it is a part of.
     */
    public Map<SkillId, SkillId> overlaps(Actor actor, Collection<Skill> skills) {
        Map<String, SkillId> byUri = new HashMap<>();
        skills.forEach(skill -> byUri.put(skill.uri().toString(), skill.id()));
        Map<SkillId, SkillId> parts = new HashMap<>();
        if (byUri.size() < 2) {
            return parts;
        }
        transactions
                .in(actor, () -> above(actor, byUri.keySet(), STEPS_TO_BROADER))
                .forEach(one -> {
                    SkillId whole = byUri.get(one.broader());
                    SkillId part = byUri.get(one.skill());
                    if (whole != null && part != null && !whole.equals(part)) {
                        parts.put(part, whole);
                    }
                });
        return parts;
    }

    /** Everything that a skill is a part of, as far up as any policy looks. */
    Set<URI> wholes(Actor actor, URI skill) {
        return transactions
                .in(actor, () -> above(actor, Set.of(skill.toString()), KnownVocabulary.STEPS))
                .stream()
                .map(one -> URI.create(one.broader()))
                .collect(Collectors.toSet());
    }

    private List<Above> above(Actor actor, Collection<String> uris, int steps) {
        return uris.stream().anyMatch(uri -> uri.startsWith(OwnSkill.PREFIX))
                ? Ancestry.above(
                        uris,
                        steps,
                        own.broader(actor.employer()),
                        published -> known.above(published, steps))
                : known.above(uris, steps);
    }

    private static void put(
            Map<String, Map<String, Kinship>> kin, String shown, String asked, Kinship relation) {
        kin.computeIfAbsent(shown, _ -> new HashMap<>()).put(asked, relation);
    }

    /**
     * What an import came to.
     *
     * @param read how many skills the files hold
     * @param skills how many of them are new or called otherwise now
     * @param relations how many relations are new
     */
    public record Import(String framework, int read, int skills, int relations) {}
}
