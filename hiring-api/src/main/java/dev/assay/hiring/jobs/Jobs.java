package dev.assay.hiring.jobs;

import dev.assay.hiring.platform.events.TouchedThing;
import dev.assay.hiring.platform.lists.ListRequest;
import dev.assay.hiring.platform.lists.SyncPage;
import dev.assay.hiring.platform.lists.SyncedList;
import dev.assay.hiring.platform.lists.SyncedLists;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.AuditTrail;
import dev.assay.hiring.shared.Conflict;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.InvalidInput.Fault;
import dev.assay.hiring.shared.JobReach;
import dev.assay.hiring.shared.NewIds;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.shared.StaleVersion;
import dev.assay.hiring.shared.Version;
import dev.assay.hiring.skills.Skill;
import dev.assay.hiring.skills.SkillId;
import dev.assay.hiring.skills.Skills;
import dev.assay.hiring.skills.Vocabularies;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Postings: written, opened, changed, closed. */
@Component
public class Jobs {

    private final JobRepository repository;
    private final RequirementChangeRepository changes;
    private final JobStages stages;
    private final BlindReviewRepository blind;
    private final JobApprovals approvals;
    private final Skills skills;
    private final Vocabularies vocabularies;
    private final SyncedLists lists;
    private final TenantTransaction transactions;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Jobs(
            JobRepository repository,
            RequirementChangeRepository changes,
            JobStages stages,
            BlindReviewRepository blind,
            JobApprovals approvals,
            Skills skills,
            Vocabularies vocabularies,
            SyncedLists lists,
            TenantTransaction transactions,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.changes = changes;
        this.stages = stages;
        this.blind = blind;
        this.approvals = approvals;
        this.skills = skills;
        this.vocabularies = vocabularies;
        this.lists = lists;
        this.transactions = transactions;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Writes a new posting, as a draft, with the stages of the employer's usual template. */
    public Job create(Actor actor, JobContent content) {
        actor.require(Permission.EDIT_JOBS);
        requireEachSkillOnce(content.requirements());
        Instant now = clock.instant();
        Job job =
                new Job(
                        new JobId(NewIds.next()),
                        content,
                        JobStatus.DRAFT,
                        false,
                        Version.FIRST,
                        now,
                        now);
        return transactions.in(
                actor,
                () -> {
                    repository.insert(actor.employer(), job);
                    stages.begin(actor, job.id());
                    blind.begin(actor.employer(), job.id());
                    audit.recordAndEmit(actor, "job.created", "job", job.id().value(), Map.of());
                    return job;
                });
    }

    /**
     * Writes a draft like another posting: its text, requirements and stages. It has no last day,
     * no team and no applications.
     *
     * @throws NotFound when this employer has no such job
     */
    public Job cloneOf(Actor actor, JobId id) {
        actor.require(Permission.EDIT_JOBS);
        Instant now = clock.instant();
        return transactions.in(
                actor,
                () -> {
                    Job job =
                            new Job(
                                    new JobId(NewIds.next()),
                                    find(actor, id).content().withoutLastDay(),
                                    JobStatus.DRAFT,
                                    false,
                                    Version.FIRST,
                                    now,
                                    now);
                    repository.insert(actor.employer(), job);
                    stages.inherit(actor, id, job.id());
                    blind.inherit(actor.employer(), id, job.id());
                    audit.recordAndEmit(
                            actor,
                            "job.created",
                            "job",
                            job.id().value(),
                            Map.of("like", id.toString()));
                    return job;
                });
    }

    /**
     * What a careful reader would look at again in a posting; never a refusal.
     *
     * @throws NotFound when this employer has no such job
     */
    public List<JobWarning> warnings(Actor actor, JobId id) {
        return JobLinter.of(get(actor, id).content());
    }

    /**
     * @throws NotFound when this employer has no such job
     */
    public Job get(Actor actor, JobId id) {
        actor.requireSomewhere(Permission.READ_JOBS);
        return transactions.in(actor, () -> find(actor, id));
    }

    /**
     * What a posting asks for, in its order.
     *
     * @throws NotFound when the actor sees only some jobs and not this one
     */
    public List<Requirement> requirements(Actor actor, JobId id) {
        if (!actor.requireSomewhere(Permission.READ_JOBS).covers(id.value())) {
            throw new NotFound("job");
        }
        return transactions.in(actor, () -> repository.requirements(actor.employer(), id));
    }

    /** This employer's postings that the actor sees, newest first. */
    public Page<JobSummary> list(
            Actor actor, Optional<JobStatus> status, Optional<PageCursor> after, PageSize size) {
        JobReach reach = actor.requireSomewhere(Permission.READ_JOBS);
        return transactions.in(
                actor,
                () -> repository.list(actor.employer(), reach, JobFilter.of(status), after, size));
    }

    /**
     * A page of this employer's postings that the actor sees and that are wanted, newest first; or,
     * with a token that an earlier last page gave out, what changed in that list since.
     */
    public SyncPage<JobSummary> list(
            Actor actor,
            JobFilter filter,
            Optional<String> after,
            Optional<String> syncToken,
            PageSize size) {
        JobReach reach = actor.requireSomewhere(Permission.READ_JOBS);
        ListRequest request =
                new ListRequest(
                        "jobs",
                        2,
                        filter.canonical(),
                        filter.words().isEmpty(),
                        reach,
                        after,
                        syncToken,
                        size);
        return lists.read(actor, request, new Postings(actor, reach, filter, size));
    }

    /** The postings that ask for any of these skills. */
    public List<JobId> asking(Actor actor, Collection<SkillId> wanted) {
        actor.require(Permission.READ_JOBS);
        return transactions.in(actor, () -> repository.asking(actor.employer(), wanted));
    }

    /**
     * This employer's open postings, of the jobs in reach, whose last day has not passed; by id.
     */
    public List<Job> openAfter(Actor actor, JobReach reach, Optional<JobId> after, int limit) {
        actor.require(Permission.READ_JOBS);
        return transactions.in(
                actor,
                () -> repository.openAfter(actor.employer(), reach, after, limit, clock.instant()));
    }

    /** How many of the jobs in reach are open and not past their last day. */
    public int countOpen(Actor actor, JobReach reach) {
        actor.require(Permission.READ_JOBS);
        return transactions.in(
                actor, () -> repository.countOpen(actor.employer(), reach, clock.instant()));
    }

    /** Those of these postings that are open, in reach, and not past their last day; by id. */
    public List<Job> openAmong(Actor actor, JobReach reach, Collection<UUID> ids) {
        actor.require(Permission.READ_JOBS);
        return transactions.in(
                actor, () -> repository.openAmong(actor.employer(), reach, ids, clock.instant()));
    }

    /** Those of these that are postings of this employer, whatever their state; by id. */
    public List<Job> withIds(Actor actor, Collection<UUID> ids) {
        actor.require(Permission.READ_JOBS);
        return transactions.in(actor, () -> repository.withIds(actor.employer(), ids));
    }

    /** The postings in reach whose last day passed after one moment and not after another. */
    public Set<JobId> expired(Actor actor, JobReach reach, Instant after, Instant until) {
        actor.require(Permission.READ_JOBS);
        return transactions.in(
                actor, () -> repository.expired(actor.employer(), reach, after, until));
    }

    /** Those of these that are postings of this employer. */
    public Set<JobId> existing(Actor actor, Collection<JobId> ids) {
        actor.require(Permission.READ_JOBS);
        return transactions.in(actor, () -> repository.existing(actor.employer(), ids));
    }

    /** How many postings this employer has in each state; states without one are left out. */
    public Map<JobStatus, Integer> counts(Actor actor) {
        JobReach reach = actor.requireSomewhere(Permission.READ_JOBS);
        return transactions.in(actor, () -> repository.counts(actor.employer(), reach));
    }

    /** Changes a posting whose requirements stay, or that nobody has applied to. */
    public Job change(
            Actor actor, JobId id, Version expected, JobContent content, JobStatus status) {
        return change(actor, id, expected, content, status, Optional.empty());
    }

    /**
     * Changes a posting as a whole.
     *
     * @param requirementsReason why requirements change that somebody has applied under; kept
     * @throws InvalidInput when it is published with a requirement that is a part of another and
     *     nobody says why the job needs both
     * @throws StaleVersion when somebody changed it since
     * @throws Conflict when the status cannot be reached from the present one, the requirements are
     *     frozen and no reason is given to change them, or it has to be approved before it opens
     */
    public Job change(
            Actor actor,
            JobId id,
            Version expected,
            JobContent content,
            JobStatus status,
            Optional<String> requirementsReason) {
        actor.require(Permission.EDIT_JOBS);
        requireEachSkillOnce(content.requirements());
        return transactions.in(
                actor,
                () -> {
                    Job before = find(actor, id);
                    requireLegal(before, content, status, requirementsReason);
                    if (before.status() == JobStatus.DRAFT && status == JobStatus.OPEN) {
                        requireApproved(actor, before, content);
                    }
                    boolean requirementsChanged =
                            !before.content().requirements().equals(content.requirements());
                    if (status == JobStatus.OPEN
                            && (requirementsChanged || before.status() != JobStatus.OPEN)) {
                        requireNoneTwice(actor, content.requirements());
                    }
                    Job after =
                            new Job(
                                    id,
                                    content,
                                    status,
                                    before.requirementsFrozen(),
                                    expected.next(),
                                    before.createdAt(),
                                    clock.instant());
                    if (!repository.update(
                            actor.employer(),
                            expected,
                            after,
                            requirementsChanged,
                            requirementsReason.isPresent())) {
                        throw new StaleVersion(expected);
                    }
                    if (requirementsChanged) {
                        note(actor, before, after, requirementsReason);
                    }
                    audit.recordAndEmit(
                            actor,
                            "job.changed",
                            "job",
                            id.value(),
                            Map.of(
                                    "statusBefore", before.status().wireName(),
                                    "status", status.wireName(),
                                    "requirementsChanged", requirementsChanged));
                    events.publishEvent(new JobChanged(actor, id, requirementsChanged));
                    return after;
                });
    }

    /**
     * Takes an application in hand: the posting must be open, and its requirements freeze with the
     * first one. To be called in the transaction that stores the application.
     *
     * @throws Conflict when the job is not open or its last day has passed
     */
    public Job acceptApplication(Actor actor, JobId id) {
        return transactions.in(
                actor,
                () -> {
                    Job job = requireOpen(actor, id);
                    repository.freezeRequirements(actor.employer(), id, clock.instant());
                    return job;
                });
    }

    /**
     * A job that takes applications now.
     *
     * @throws NotFound when this employer has no such job
     * @throws Conflict when the job is not open or its last day has passed
     */
    public Job requireOpen(Actor actor, JobId id) {
        return transactions.in(
                actor,
                () -> {
                    Job job = find(actor, id);
                    if (job.status() != JobStatus.OPEN) {
                        throw new Conflict(
                                "job-not-open",
                                "This job is "
                                        + job.status().wireName()
                                        + " and takes no applications.");
                    }
                    if (hasPassed(job.content().validThrough())) {
                        throw new Conflict(
                                "job-expired", "The last day to apply for this job has passed.");
                    }
                    return job;
                });
    }

    private boolean hasPassed(@Nullable Instant validThrough) {
        return validThrough != null && clock.instant().isAfter(validThrough);
    }

    /** A job beyond the actor's reach does not exist for them. */
    private Job find(Actor actor, JobId id) {
        return repository
                .find(actor.employer(), id)
                .filter(job -> actor.reach(Permission.READ_JOBS).covers(job.id().value()))
                .orElseThrow(() -> new NotFound("job"));
    }

    /**
     * How a posting's requirements changed, newest first.
     *
     * @throws NotFound when this employer has no such job
     */
    public Page<RequirementChange> requirementChanges(
            Actor actor, JobId id, Optional<PageCursor> after, PageSize size) {
        actor.requireSomewhere(Permission.READ_JOBS);
        return transactions.in(
                actor,
                () -> {
                    find(actor, id);
                    return changes.of(actor.employer(), id, after, size);
                });
    }

    private void note(Actor actor, Job before, Job after, Optional<String> reason) {
        changes.insert(
                actor.employer(),
                after.id(),
                new RequirementChange(
                        after.version(),
                        before.content().requirements(),
                        after.content().requirements(),
                        before.requirementsFrozen(),
                        reason,
                        actor.reference(),
                        after.updatedAt()));
    }

    /** What was approved is what opens. */
    private void requireApproved(Actor actor, Job before, JobContent content) {
        approvals.requireApproved(actor, before);
        if (!before.content().equals(content) && approvals.rule(actor).approval()) {
            throw new Conflict(
                    "approval-needed",
                    "This job was approved as it is. Open it without changing it, or have the change approved.");
        }
    }

    private static void requireLegal(
            Job before, JobContent content, JobStatus status, Optional<String> reason) {
        if (!before.status().canMoveTo(status)) {
            throw new Conflict(
                    "illegal-job-status",
                    "A job that is "
                            + before.status().wireName()
                            + " can become "
                            + before.status().next().stream().map(JobStatus::wireName).toList()
                            + " only.");
        }
        if (before.requirementsFrozen()
                && reason.isEmpty()
                && !before.content().requirements().equals(content.requirements())) {
            throw new Conflict(
                    "requirements-frozen",
                    "People have applied. Say in requirementsReason why the requirements have to change; all"
                            + " applications will be scored anew.");
        }
    }

    /** One proof would count twice, unless the job really needs both and somebody says why. */
    private void requireNoneTwice(Actor actor, List<Requirement> requirements) {
        Map<SkillId, Skill> asked =
                skills.withIds(actor, requirements.stream().map(Requirement::skill).toList());
        Map<SkillId, SkillId> parts = vocabularies.overlaps(actor, asked.values());
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < requirements.size(); i++) {
            Requirement requirement = requirements.get(i);
            SkillId whole = parts.get(requirement.skill());
            if (whole != null && requirement.jobAnalysisSource() == null) {
                faults.add(
                        new Fault(
                                "/requirements/" + i + "/jobAnalysisSource",
                                "must say why the job needs it besides "
                                        + Objects.requireNonNull(asked.get(whole)).label()
                                        + ", which it is a part of"));
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
    }

    private static void requireEachSkillOnce(List<Requirement> requirements) {
        Set<SkillId> seen = new HashSet<>();
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < requirements.size(); i++) {
            if (!seen.add(requirements.get(i).skill())) {
                faults.add(new Fault("/requirements/" + i + "/skill", "is required twice"));
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
    }

    /** The postings as one actor sees them through one filter. */
    private final class Postings implements SyncedList<JobSummary> {

        private final Actor actor;
        private final JobReach reach;
        private final JobFilter filter;
        private final PageSize size;

        Postings(Actor actor, JobReach reach, JobFilter filter, PageSize size) {
            this.actor = actor;
            this.reach = reach;
            this.filter = filter;
            this.size = size;
        }

        @Override
        public Page<JobSummary> page(Optional<PageCursor> after) {
            return repository.list(actor.employer(), reach, filter, after, size);
        }

        @Override
        public Set<String> kinds() {
            return Set.of("job");
        }

        /** Of postings beyond their reach the actor does not even learn the ids. */
        @Override
        public Set<UUID> touched(Collection<TouchedThing> things) {
            return things.stream()
                    .map(TouchedThing::id)
                    .filter(reach::covers)
                    .collect(Collectors.toSet());
        }

        @Override
        public List<JobSummary> now(Set<UUID> ids) {
            return repository.among(actor.employer(), reach, filter, ids);
        }

        @Override
        public UUID idOf(JobSummary item) {
            return item.id().value();
        }
    }
}
