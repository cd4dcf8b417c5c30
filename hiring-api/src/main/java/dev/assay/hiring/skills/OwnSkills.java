package dev.assay.hiring.skills;

import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.AuditTrail;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.NewIds;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.shared.StaleVersion;
import dev.assay.hiring.shared.Version;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Skills that an employer adds to the published ones, for itself alone. */
@Component
public class OwnSkills {

    private final OwnSkillRepository repository;
    private final Skills skills;
    private final Vocabularies vocabularies;
    private final TenantTransaction transactions;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OwnSkills(
            OwnSkillRepository repository,
            Skills skills,
            Vocabularies vocabularies,
            TenantTransaction transactions,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.skills = skills;
        this.vocabularies = vocabularies;
        this.transactions = transactions;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Adds a skill.
     *
     * @throws InvalidInput when it is a part of something that is no known skill
     */
    public OwnSkill add(Actor actor, OwnSkillContent content) {
        actor.require(Permission.EDIT_SKILLS);
        Instant now = clock.instant();
        var skill = new OwnSkill(new SkillId(NewIds.next()), content, Version.FIRST, now, now);
        return transactions.in(
                actor,
                () -> {
                    requireKnown(actor, skill);
                    repository.insert(actor.employer(), skill);
                    published(actor, "skill.added", skill, Set.of());
                    return skill;
                });
    }

    /**
     * Changes or retires a skill. Applications to jobs that ask for it, or for what it is a part
     * of, are scored anew soon after.
     *
     * @throws NotFound when this employer has no such skill of its own
     * @throws InvalidInput when it is a part of something that is no known skill, or of itself
     * @throws StaleVersion when somebody changed it since
     */
    public OwnSkill change(Actor actor, SkillId id, Version expected, OwnSkillContent content) {
        actor.require(Permission.EDIT_SKILLS);
        return transactions.in(
                actor,
                () -> {
                    OwnSkill before = find(actor, id);
                    var after =
                            new OwnSkill(
                                    id,
                                    content,
                                    expected.next(),
                                    before.createdAt(),
                                    clock.instant());
                    requireKnown(actor, after);
                    Set<SkillId> wholes = wholes(actor, before);
                    if (!repository.update(actor.employer(), expected, after)) {
                        throw new StaleVersion(expected);
                    }
                    published(
                            actor,
                            content.retired() ? "skill.retired" : "skill.changed",
                            after,
                            wholes);
                    return after;
                });
    }

    /**
     * @throws NotFound when this employer has no such skill of its own
     */
    public OwnSkill get(Actor actor, SkillId id) {
        actor.require(Permission.READ_SKILLS);
        return transactions.in(actor, () -> find(actor, id));
    }

    /** This employer's own skills, newest first; retired ones among them. */
    public Page<OwnSkill> list(Actor actor, Optional<PageCursor> after, PageSize size) {
        actor.require(Permission.READ_SKILLS);
        return transactions.in(actor, () -> repository.list(actor.employer(), after, size));
    }

    private OwnSkill find(Actor actor, SkillId id) {
        return repository.byIds(actor.employer(), List.of(id.value())).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("skill"));
    }

    private void requireKnown(Actor actor, OwnSkill skill) {
        Set<URI> broader = skill.content().broader();
        if (broader.contains(skill.uri())
                || skills.withUris(actor, broader).size() < broader.size()) {
            throw new InvalidInput("/broader", "must name known skills other than this one");
        }
    }

    private Set<SkillId> wholes(Actor actor, OwnSkill skill) {
        Set<SkillId> wholes = new HashSet<>();
        skills.withUris(actor, vocabularies.wholes(actor, skill.uri()))
                .values()
                .forEach(whole -> wholes.add(whole.id()));
        return wholes;
    }

    private void published(Actor actor, String action, OwnSkill skill, Set<SkillId> before) {
        audit.recordAndEmit(
                actor,
                action,
                "skill",
                skill.id().value(),
                Map.of("version", skill.version().value()));
        Set<SkillId> touched = new HashSet<>(before);
        touched.add(skill.id());
        touched.addAll(wholes(actor, skill));
        events.publishEvent(new OwnSkillChanged(actor, touched));
    }
}
