package dev.assay.hiring.partners;

import dev.assay.hiring.jobs.Job;
import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.jobs.JobStatus;
import dev.assay.hiring.jobs.Jobs;
import dev.assay.hiring.jobs.Requirement;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.problem.Refusal;
import dev.assay.hiring.platform.problem.TryLater;
import dev.assay.hiring.platform.security.Employers;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.CallingPartner;
import dev.assay.hiring.shared.JobReach;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.skills.Skill;
import dev.assay.hiring.skills.SkillId;
import dev.assay.hiring.skills.Skills;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * What partners see of jobs: the open ones of employers that granted it to them, and of those the
 * granted ones. Anything else does not exist for them.
 */
@Component
public class Postings {

    private static final Duration PAUSE = Duration.ofHours(1);

    private final Jobs jobs;
    private final Skills skills;
    private final Employers employers;
    private final TenantTransaction transactions;
    private final Clock clock;

    Postings(
            Jobs jobs,
            Skills skills,
            Employers employers,
            TenantTransaction transactions,
            Clock clock) {
        this.jobs = jobs;
        this.skills = skills;
        this.employers = employers;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The postings the partner may pull, employer by employer, each one's oldest first. */
    public Page<Posting> list(CallingPartner caller, Optional<PageCursor> after, PageSize size) {
        Optional<String> reached = after.map(cursor -> cursor.part(0, UUID::fromString).toString());
        List<Posting> found = new ArrayList<>();
        for (Actor.Partner grant : caller.grants()) {
            String employer = grant.employer().value().toString();
            if (found.size() > size.value()
                    || grant.reach(Permission.PULL_POSTINGS) instanceof JobReach.Nowhere
                    // As PostgreSQL orders them, in which the grants come.
                    || reached.filter(last -> employer.compareTo(last) < 0).isPresent()) {
                continue;
            }
            Optional<JobId> last =
                    after.filter(_ -> reached.equals(Optional.of(employer)))
                            .map(cursor -> new JobId(cursor.part(1, UUID::fromString)));
            found.addAll(open(grant, last, size.plusOne() - found.size()));
        }
        return Page.of(
                found,
                size,
                posting -> PageCursor.of(posting.employer().id().value(), posting.job().id()));
    }

    /**
     * A posting, open or paused.
     *
     * @throws NotFound when the partner was not granted it, or it was never open
     * @throws Refusal 410 when it is closed, or its last day has passed
     */
    public Posting get(Actor.Partner partner, JobId id) {
        return transactions.in(
                partner,
                () -> {
                    Job job = find(partner, Permission.PULL_POSTINGS, id);
                    requireNotOver(job);
                    return postings(partner, List.of(job)).getFirst();
                });
    }

    /**
     * Refuses to go on unless the partner may hand applications in to the job now.
     *
     * @throws NotFound when the partner was not granted it, or it was never open
     * @throws Refusal 410 when it is closed, or its last day has passed
     * @throws TryLater when it is paused: it may well open again
     */
    void requireTaking(Actor.Partner partner, JobId id) {
        Job job = transactions.in(partner, () -> find(partner, Permission.SEND_APPLICATIONS, id));
        requireNotOver(job);
        if (job.status() == JobStatus.PAUSED) {
            throw new TryLater(
                    HttpStatus.CONFLICT,
                    "posting-paused",
                    "This job takes no applications for the time being. Keep it, and try later.",
                    PAUSE);
        }
    }

    private Job find(Actor.Partner partner, Permission permission, JobId id) {
        if (!partner.requireSomewhere(permission).covers(id.value())) {
            throw new NotFound("job");
        }
        Job job = jobs.get(partner.atWork(), id);
        if (job.status() == JobStatus.DRAFT) {
            throw new NotFound("job");
        }
        return job;
    }

    private void requireNotOver(Job job) {
        var last = job.content().validThrough();
        if (job.status() == JobStatus.CLOSED || (last != null && clock.instant().isAfter(last))) {
            throw new Refusal(HttpStatus.GONE, "posting-closed", "This job is closed.");
        }
    }

    private List<Posting> open(Actor.Partner grant, Optional<JobId> last, int limit) {
        return transactions.in(
                grant,
                () ->
                        postings(
                                grant,
                                jobs.openAfter(
                                        grant.atWork(),
                                        grant.reach(Permission.PULL_POSTINGS),
                                        last,
                                        limit)));
    }

    private List<Posting> postings(Actor.Partner grant, List<Job> open) {
        if (open.isEmpty()) {
            return List.of();
        }
        var employer = employers.employerOf(grant).employer();
        Map<SkillId, Skill> asked =
                skills.withIds(
                        grant.atWork(),
                        open.stream()
                                .flatMap(job -> job.content().requirements().stream())
                                .map(Requirement::skill)
                                .distinct()
                                .toList());
        return open.stream().map(job -> new Posting(employer, job, asked)).toList();
    }
}
