package dev.assay.hiring.jobs;

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
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The ways an employer usually goes through a hiring. At most one is what new jobs get. */
@Component
public class StageTemplates {

    private final StageTemplateRepository repository;
    private final TenantTransaction transactions;
    private final AuditTrail audit;
    private final Clock clock;

    StageTemplates(
            StageTemplateRepository repository,
            TenantTransaction transactions,
            AuditTrail audit,
            Clock clock) {
        this.repository = repository;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Writes a template; one that is usual takes that from another. */
    public StageTemplate write(Actor actor, StageTemplateContent content) {
        actor.require(Permission.EDIT_PIPELINE);
        Instant now = clock.instant();
        var template =
                new StageTemplate(
                        new StageTemplateId(NewIds.next()),
                        content,
                        Version.FIRST,
                        actor.reference(),
                        now,
                        now);
        return transactions.in(
                actor,
                () -> {
                    yieldUsual(actor, template);
                    repository.insert(actor.employer(), template);
                    record(actor, "stage-template.written", template);
                    return template;
                });
    }

    /**
     * Changes a template as a whole. Jobs that copied it stay as they are.
     *
     * @throws NotFound when this employer has no such template
     * @throws StaleVersion when somebody changed it since
     */
    public StageTemplate change(
            Actor actor, StageTemplateId id, Version expected, StageTemplateContent content) {
        actor.require(Permission.EDIT_PIPELINE);
        return transactions.in(
                actor,
                () -> {
                    var template =
                            new StageTemplate(
                                    id,
                                    content,
                                    expected.next(),
                                    actor.reference(),
                                    find(actor, id).createdAt(),
                                    clock.instant());
                    yieldUsual(actor, template);
                    if (!repository.update(actor.employer(), expected, template)) {
                        throw new StaleVersion(expected);
                    }
                    record(actor, "stage-template.changed", template);
                    return template;
                });
    }

    /**
     * @throws NotFound when this employer has no such template
     */
    public StageTemplate get(Actor actor, StageTemplateId id) {
        actor.requireSomewhere(Permission.READ_JOBS);
        return transactions.in(actor, () -> find(actor, id));
    }

    /** This employer's templates, newest first; retired ones among them. */
    public Page<StageTemplate> list(Actor actor, Optional<PageCursor> after, PageSize size) {
        actor.requireSomewhere(Permission.READ_JOBS);
        return transactions.in(actor, () -> repository.list(actor.employer(), after, size));
    }

    /** What new jobs get. */
    Optional<StageTemplate> usual(Actor actor) {
        return transactions.in(actor, () -> repository.usual(actor.employer()));
    }

    private void yieldUsual(Actor actor, StageTemplate template) {
        if (template.content().usual()) {
            repository.makeUnusual(actor.employer(), template.id());
        }
    }

    private StageTemplate find(Actor actor, StageTemplateId id) {
        return repository
                .find(actor.employer(), id)
                .orElseThrow(() -> new NotFound("stage template"));
    }

    private void record(Actor actor, String action, StageTemplate template) {
        audit.recordAndEmit(
                actor,
                action,
                "stage-template",
                template.id().value(),
                Map.of(
                        "stages", template.content().stages().size(),
                        "usual", template.content().usual(),
                        "retired", template.content().retired(),
                        "version", template.version().value()));
    }
}
