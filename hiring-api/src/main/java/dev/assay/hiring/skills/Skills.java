package dev.assay.hiring.skills;

import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.NewIds;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The vocabulary of skills that jobs ask for and credentials show. */
@Component
public class Skills {

    private final SkillRepository repository;
    private final TenantTransaction transactions;

    Skills(SkillRepository repository, TenantTransaction transactions) {
        this.repository = repository;
        this.transactions = transactions;
    }

    /** The skill meant; empty when there is none, or when a name fits several. */
    public Optional<Skill> resolve(Actor actor, SkillReference reference) {
        return transactions.in(
                actor,
                () ->
                        switch (reference) {
                            case SkillReference.ById(var id) ->
                                    repository.byIds(List.of(id)).stream().findFirst();
                            case SkillReference.ByUri(var uri) ->
                                    repository.byUris(List.of(uri.toString())).stream().findFirst();
                            case SkillReference.ByName(var name) -> only(repository.byLabel(name));
                        });
    }

    /** The skills with these URIs, those that are known. */
    public Map<URI, Skill> withUris(Actor actor, Collection<URI> uris) {
        List<String> texts = uris.stream().map(URI::toString).toList();
        return transactions.in(actor, () -> repository.byUris(texts)).stream()
                .collect(Collectors.toMap(Skill::uri, Function.identity()));
    }

    /** The skills with these ids. */
    public Map<SkillId, Skill> withIds(Actor actor, Collection<SkillId> ids) {
        var values = ids.stream().map(SkillId::value).toList();
        return transactions.in(actor, () -> repository.byIds(values)).stream()
                .collect(Collectors.toMap(Skill::id, Function.identity()));
    }

    /** What these skills are called, by their labels and otherwise. */
    public Map<SkillId, List<String>> names(Actor actor, Collection<SkillId> ids) {
        var values = ids.stream().map(SkillId::value).toList();
        return transactions.in(actor, () -> repository.names(values));
    }

    /** Skills whose label has the text in it, those that start with it first, then shorter ones. */
    public Page<Skill> search(Actor actor, String text, Optional<PageCursor> after, PageSize size) {
        actor.require(Permission.READ_SKILLS);
        return transactions.in(actor, () -> repository.search(text.strip(), after, size));
    }

    /** Adds a vocabulary's skills; those whose URI is known already stay as they are. */
    public void add(Collection<NewSkill> skills) {
        transactions.withoutTenantAsWorker(() ->
                repository.insertUnlessThere(
                        skills.stream()
                                .map(skill ->
                                        new Skill(
                                                new SkillId(NewIds.next()),
                                                skill.uri(),
                                                skill.label(),
                                                skill.framework()))
                                .toList()));
    }

    private static Optional<Skill> only(List<Skill> found) {
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** A skill as a vocabulary publishes it. */
    public record NewSkill(URI uri, String label, String framework) {}
}
