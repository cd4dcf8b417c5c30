package dev.assay.hiring.jobs;

import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.AuditTrail;
import dev.assay.hiring.shared.Conflict;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.NewIds;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.shared.StaleVersion;
import dev.assay.hiring.shared.Version;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The stages of a job, inside the phases every hiring has. They are the job's own, copied from a
 * template or not; one that is left out is retired, and who stands there stands there.
 */
@Component
public class JobStages {

    private final StageRepository repository;
    private final StageTemplates templates;
    private final JobRepository jobs;
    private final BlindReviewRepository reviews;
    private final TenantTransaction transactions;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    JobStages(
            StageRepository repository,
            StageTemplates templates,
            JobRepository jobs,
            BlindReviewRepository reviews,
            TenantTransaction transactions,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.templates = templates;
        this.jobs = jobs;
        this.reviews = reviews;
        this.transactions = transactions;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** A job's stages in their order, retired ones last; for who sees the job. */
    public List<Stage> of(Actor actor, JobId job) {
        actor.requireSomewhere(Permission.READ_JOBS);
        return transactions.in(
                actor,
                () ->
                        actor.reach(Permission.READ_JOBS).covers(job.value())
                                ? repository.of(actor.employer(), job)
                                : List.of());
    }

    /** Those of these stages that there are, by id. */
    public Map<StageId, Stage> withIds(Actor actor, Collection<StageId> ids) {
        actor.requireSomewhere(Permission.READ_JOBS);
        if (ids.isEmpty()) {
            return Map.of();
        }
        return transactions.in(actor, () -> repository.withIds(actor.employer(), ids)).stream()
                .collect(Collectors.toMap(Stage::id, Function.identity()));
    }

    /** Where applications to a job come to first in a phase; empty where it has no stages. */
    public Optional<Stage> first(Actor actor, JobId job, StagePhase phase) {
        return transactions.in(actor, () -> repository.first(actor.employer(), job, phase));
    }

    /**
     * Gives a job these stages, in this order. Drafts that name a stage of the job, or are called
     * as one is in the same phase, are that stage; the others are new.
     *
     * @throws NotFound when this employer has no such job
     * @throws InvalidInput when stages are out of order, named alike, not the job's, or change
     *     their phase
     * @throws StaleVersion when somebody changed the job since
     * @throws Conflict when the job is closed
     */
    public Version set(Actor actor, JobId job, Version expected, List<StageDraft> drafts) {
        actor.require(Permission.EDIT_JOBS);
        StageDraft.requireInOrder(drafts);
        return transactions.in(
                actor,
                () -> {
                    Job before =
                            jobs.find(actor.employer(), job).orElseThrow(() -> new NotFound("job"));
                    if (before.status() == JobStatus.CLOSED) {
                        throw new Conflict(
                                "illegal-job-status", "A closed job keeps the stages it had.");
                    }
                    if (!jobs.touch(actor.employer(), job, expected, clock.instant())) {
                        throw new StaleVersion(expected);
                    }
                    store(actor, job, drafts);
                    audit.recordAndEmit(
                            actor,
                            "job.stages-changed",
                            "job",
                            job.value(),
                            Map.of("stages", drafts.size()));
                    if (reviews.of(actor.employer(), job).flatMap(BlindReview::stage).isPresent()) {
                        events.publishEvent(new BlindReviewChanged(actor, job));
                    }
                    return expected.next();
                });
    }

    /**
     * Gives a job the stages that a template has now.
     *
     * @throws InvalidInput when there is no such template, or it is retired
     * @see #set
     */
    public Version copy(Actor actor, JobId job, Version expected, StageTemplateId template) {
        actor.require(Permission.EDIT_JOBS);
        return transactions.in(actor, () -> set(actor, job, expected, drafts(actor, template)));
    }

    /** What a new job begins with. */
    void begin(Actor actor, JobId job) {
        templates
                .usual(actor)
                .ifPresent(template -> store(actor, job, template.content().stages()));
    }

    /** Gives a job the stages of another. */
    void inherit(Actor actor, JobId from, JobId to) {
        store(
                actor,
                to,
                repository.of(actor.employer(), from).stream()
                        .filter(stage -> !stage.retired())
                        .map(stage -> StageDraft.of(stage.name(), stage.phase()))
                        .toList());
    }

    private List<StageDraft> drafts(Actor actor, StageTemplateId template) {
        try {
            StageTemplateContent content = templates.get(actor, template).content();
            if (content.retired()) {
                throw new InvalidInput("/templateId", "is of a retired template");
            }
            return content.stages();
        } catch (NotFound unknown) {
            throw new InvalidInput("/templateId", "is of no template of this employer");
        }
    }

    private void store(Actor actor, JobId job, List<StageDraft> drafts) {
        List<Stage> present = new ArrayList<>(repository.of(actor.employer(), job));
        List<Optional<StageId>> named = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            named.add(named(drafts.get(i), present, "/stages/" + i));
        }
        List<Stage> wanted = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            StageDraft draft = drafts.get(i);
            StageId id = named.get(i).orElseGet(() -> alike(draft, present));
            wanted.add(new Stage(id, job, draft.name(), draft.phase(), false));
        }
        repository.store(actor.employer(), job, wanted);
    }

    /** The stage a draft names, which no other draft can then be. */
    private static Optional<StageId> named(StageDraft draft, List<Stage> left, String pointer) {
        if (draft.id().isEmpty()) {
            return Optional.empty();
        }
        Stage stage =
                left.stream()
                        .filter(one -> draft.id().equals(Optional.of(one.id())))
                        .findFirst()
                        .orElseThrow(() ->
                                new InvalidInput(
                                        pointer + "/id",
                                        "is no stage of this job, or is there twice"));
        if (stage.phase() != draft.phase()) {
            throw new InvalidInput(
                    pointer + "/phase", "stays " + stage.phase().wireName() + " for this stage");
        }
        left.remove(stage);
        return draft.id();
    }

    private static StageId alike(StageDraft draft, List<Stage> left) {
        return left.stream()
                .filter(stage ->
                        stage.name().equals(draft.name()) && stage.phase() == draft.phase())
                .findFirst()
                .map(Stage::id)
                .orElseGet(() -> new StageId(NewIds.next()));
    }
}
