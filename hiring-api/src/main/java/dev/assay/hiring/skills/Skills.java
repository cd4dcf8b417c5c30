package dev.assay.hiring.skills;

import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.NewIds;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The vocabulary of skills that jobs ask for and credentials show. */
@Component
public class Skills {

    /** The kind of hit that an employer's own skills are, before whatever is published. */
    static final int OWN_FIRST = -1;

    private final SkillRepository repository;
    private final KnownVocabulary known;
    private final OwnSkillRepository own;
    private final TenantTransaction transactions;

    Skills(
            SkillRepository repository,
            KnownVocabulary known,
            OwnSkillRepository own,
            TenantTransaction transactions) {
        this.repository = repository;
        this.known = known;
        this.own = own;
        this.transactions = transactions;
    }

    /** The skill meant; empty when there is none, or when a name fits several. */
    public Optional<Skill> resolve(Actor actor, SkillReference reference) {
        return switch (reference) {
            case SkillReference.ById(var id) ->
                    withIds(actor, List.of(new SkillId(id))).values().stream().findFirst();
            case SkillReference.ByUri(var uri) ->
                    withUris(actor, List.of(uri)).values().stream().findFirst();
            case SkillReference.ByName(var name) -> only(named(actor, name));
        };
    }

    private List<Skill> named(Actor actor, String name) {
        return transactions.in(
                actor,
                () ->
                        Stream.concat(
                                        repository.byLabel(name).stream(),
                                        own.byLabel(actor.employer(), name).stream()
                                                .map(OwnSkill::skill))
                                .toList());
    }

    /** The skills with these URIs, those that are known. */
    public Map<URI, Skill> withUris(Actor actor, Collection<URI> uris) {
        List<String> texts = uris.stream().map(URI::toString).toList();
        return transactions
                .in(
                        actor,
                        () -> {
                            List<Skill> found = new ArrayList<>(repository.byUris(texts));
                            List<UUID> ids = texts.stream().flatMap(Skills::ownId).toList();
                            if (!ids.isEmpty()) {
                                own.byIds(actor.employer(), ids)
                                        .forEach(skill -> found.add(skill.skill()));
                            }
                            return found;
                        })
                .stream()
                .collect(Collectors.toMap(Skill::uri, Function.identity()));
    }

    /** The skills with these ids. */
    public Map<SkillId, Skill> withIds(Actor actor, Collection<SkillId> ids) {
        Set<UUID> values = ids.stream().map(SkillId::value).collect(Collectors.toSet());
        return transactions
                .in(
                        actor,
                        () -> {
                            List<Skill> found = new ArrayList<>(known.byIds(values));
                            if (found.size() < values.size()) {
                                own.byIds(actor.employer(), values)
                                        .forEach(skill -> found.add(skill.skill()));
                            }
                            return found;
                        })
                .stream()
                .collect(Collectors.toMap(Skill::id, Function.identity()));
    }

    /** What these skills are called, by their labels and otherwise. */
    public Map<SkillId, List<String>> names(Actor actor, Collection<SkillId> ids) {
        Set<UUID> values = ids.stream().map(SkillId::value).collect(Collectors.toSet());
        return transactions.in(
                actor,
                () -> {
                    Map<SkillId, List<String>> names = new HashMap<>(known.names(values));
                    if (names.size() < values.size()) {
                        own.byIds(actor.employer(), values)
                                .forEach(skill -> names.put(skill.id(), names(skill)));
                    }
                    return names;
                });
    }

    /**
     * The skills that are called like one of these phrases, with all their names: the employer's
     * own, then those with the longer labels.
     *
     * @param phrases in small letters
     */
    public Map<SkillId, List<String>> called(Actor actor, Collection<String> phrases, int most) {
        Map<SkillId, List<String>> called = new LinkedHashMap<>();
        transactions.in(
                actor,
                () -> {
                    own.called(actor.employer(), phrases, most)
                            .forEach(skill -> called.put(skill.id(), names(skill)));
                    called.putAll(repository.called(phrases, most));
                });
        return called;
    }

    /**
     * The employer's own skills that have the text in a name; then published ones whose label has
     * it, those that start with it first, then shorter ones.
     */
    public Page<Skill> search(Actor actor, String text, Optional<PageCursor> after, PageSize size) {
        actor.require(Permission.READ_SKILLS);
        return transactions.in(actor, () -> found(actor, text.strip(), after, size));
    }

    private Page<Skill> found(Actor actor, String text, Optional<PageCursor> after, PageSize size) {
        boolean pastOwn =
                after.map(cursor -> cursor.part(0, Integer::valueOf))
                        .filter(kind -> kind != OWN_FIRST)
                        .isPresent();
        if (pastOwn) {
            return repository.search(text, after, size);
        }
        Page<OwnSkill> owned = own.search(actor.employer(), text, after, size);
        List<Skill> skills = new ArrayList<>(owned.items().stream().map(OwnSkill::skill).toList());
        if (owned.next().isPresent()) {
            return new Page<>(skills, owned.next());
        }
        int room = size.value() - skills.size();
        if (room == 0) {
            return new Page<>(
                    skills, Optional.of(OwnSkillRepository.found(owned.items().getLast())));
        }
        Page<Skill> others = repository.search(text, Optional.empty(), new PageSize(room));
        skills.addAll(others.items());
        return new Page<>(skills, others.next());
    }

    private static List<String> names(OwnSkill skill) {
        List<String> names = new ArrayList<>(skill.content().alternatives());
        names.addFirst(skill.content().label());
        return names;
    }

    private static Stream<UUID> ownId(String uri) {
        try {
            return uri.startsWith(OwnSkill.PREFIX)
                    ? Stream.of(UUID.fromString(uri.substring(OwnSkill.PREFIX.length())))
                    : Stream.empty();
        } catch (IllegalArgumentException noId) {
            return Stream.empty();
        }
    }

    /** Adds a vocabulary's skills; those whose URI is known already stay as they are. */
    public void add(Collection<NewSkill> skills) {
        List<Skill> all =
                skills.stream()
                        .map(skill ->
                                new Skill(
                                        new SkillId(NewIds.next()),
                                        skill.uri(),
                                        skill.label(),
                                        skill.framework()))
                        .toList();
        transactions.withoutTenantAsWorker(() -> {
            known.change();
            return repository.insertUnlessThere(all);
        });
    }

    private static Optional<Skill> only(List<Skill> found) {
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** A skill as a vocabulary publishes it. */
    public record NewSkill(URI uri, String label, String framework) {}
}
