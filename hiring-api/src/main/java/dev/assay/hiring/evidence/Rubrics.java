package dev.assay.hiring.evidence;

import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.AuditTrail;
import dev.assay.hiring.shared.NewIds;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.shared.StaleVersion;
import dev.assay.hiring.shared.Version;
import dev.assay.hiring.skills.SkillId;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** How an employer rates what it sees people do. Every version is kept: ratings name theirs. */
@Component
public class Rubrics {

    private final RubricRepository repository;
    private final TenantTransaction transactions;
    private final AuditTrail audit;
    private final Clock clock;

    Rubrics(
            RubricRepository repository,
            TenantTransaction transactions,
            AuditTrail audit,
            Clock clock) {
        this.repository = repository;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Writes a rubric down. */
    public Rubric write(Actor actor, RubricContent content) {
        actor.require(Permission.EDIT_RUBRICS);
        Instant now = clock.instant();
        var rubric =
                new Rubric(
                        new RubricId(NewIds.next()),
                        content,
                        Version.FIRST,
                        actor.reference(),
                        now,
                        now);
        return transactions.in(
                actor,
                () -> {
                    repository.insert(actor.employer(), rubric);
                    record(actor, "rubric.written", rubric);
                    return rubric;
                });
    }

    /**
     * Writes its next version. What was rated by an earlier one stands as it is.
     *
     * @throws NotFound when this employer has no such rubric
     * @throws StaleVersion when somebody changed it since
     */
    public Rubric change(Actor actor, RubricId id, Version expected, RubricContent content) {
        actor.require(Permission.EDIT_RUBRICS);
        return transactions.in(
                actor,
                () -> {
                    var rubric =
                            new Rubric(
                                    id,
                                    content,
                                    expected.next(),
                                    actor.reference(),
                                    find(actor, id).createdAt(),
                                    clock.instant());
                    if (!repository.update(actor.employer(), expected, rubric)) {
                        throw new StaleVersion(expected);
                    }
                    record(actor, content.retired() ? "rubric.retired" : "rubric.changed", rubric);
                    return rubric;
                });
    }

    /**
     * @throws NotFound when this employer has no such rubric
     */
    public Rubric get(Actor actor, RubricId id) {
        actor.require(Permission.READ_RUBRICS);
        return transactions.in(actor, () -> find(actor, id));
    }

    /** The rubrics in force that rate these skills, by skill; whoever sees a job sees them. */
    public Map<SkillId, List<Rubric>> rating(Actor actor, Collection<SkillId> skills) {
        actor.requireSomewhere(Permission.READ_JOBS);
        return transactions.in(actor, () -> repository.inForce(actor.employer())).stream()
                .filter(rubric -> skills.contains(rubric.content().skill()))
                .collect(Collectors.groupingBy(rubric -> rubric.content().skill()));
    }

    /** This employer's rubrics, newest first. */
    public Page<Rubric> list(Actor actor, Optional<PageCursor> after, PageSize size) {
        actor.require(Permission.READ_RUBRICS);
        return transactions.in(actor, () -> repository.list(actor.employer(), after, size));
    }

    /**
     * Every version of a rubric, newest first.
     *
     * @throws NotFound when this employer has no such rubric
     */
    public Page<Rubric> versions(
            Actor actor, RubricId id, Optional<PageCursor> after, PageSize size) {
        actor.require(Permission.READ_RUBRICS);
        return transactions.in(
                actor,
                () -> {
                    find(actor, id);
                    return repository.versions(actor.employer(), id, after, size);
                });
    }

    private Rubric find(Actor actor, RubricId id) {
        return repository.find(actor.employer(), id).orElseThrow(() -> new NotFound("rubric"));
    }

    private void record(Actor actor, String action, Rubric rubric) {
        audit.recordAndEmit(
                actor,
                action,
                "rubric",
                rubric.id().value(),
                Map.of(
                        "method",
                        rubric.content().method().wireName(),
                        "skill",
                        rubric.content().skill().toString(),
                        "version",
                        rubric.version().value()));
    }
}
