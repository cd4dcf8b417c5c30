package dev.assay.hiring.postings;

import dev.assay.hiring.jobs.Job;
import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.jobs.Jobs;
import dev.assay.hiring.jobs.Requirement;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.security.Employers;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.JobReach;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.skills.Skill;
import dev.assay.hiring.skills.SkillId;
import dev.assay.hiring.skills.Skills;
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** An employer's postings as they leave the house. Whoever asks has found out what may be seen. */
@Component
public class PublishedPostings {

    private final Jobs jobs;
    private final Skills skills;
    private final Employers employers;
    private final EmployerProfiles profiles;
    private final PostingRepository repository;
    private final TenantTransaction transactions;

    PublishedPostings(
            Jobs jobs,
            Skills skills,
            Employers employers,
            EmployerProfiles profiles,
            PostingRepository repository,
            TenantTransaction transactions) {
        this.jobs = jobs;
        this.skills = skills;
        this.employers = employers;
        this.profiles = profiles;
        this.repository = repository;
        this.transactions = transactions;
    }

    /** The open ones of the jobs in reach whose last day has not passed, by id. */
    public List<Posting> openAfter(
            Actor.Service actor, JobReach reach, Optional<JobId> after, int limit) {
        return transactions.in(actor, () -> of(actor, jobs.openAfter(actor, reach, after, limit)));
    }

    /** Those of these that are open, in reach, and not past their last day; by id. */
    public List<Posting> openAmong(Actor.Service actor, JobReach reach, Collection<UUID> ids) {
        return transactions.in(actor, () -> of(actor, jobs.openAmong(actor, reach, ids)));
    }

    /** These, whatever their state; by id. */
    public List<Posting> withIds(Actor.Service actor, Collection<UUID> ids) {
        return transactions.in(actor, () -> of(actor, jobs.withIds(actor, ids)));
    }

    /** These jobs, whatever their state, each as it leaves the house; in the same order. */
    public List<Posting> of(Actor actor, List<Job> published) {
        if (published.isEmpty()) {
            return List.of();
        }
        return transactions.in(
                actor,
                () -> {
                    var employer = employers.employerOf(actor).employer();
                    EmployerProfile profile = profiles.get(actor);
                    Map<SkillId, Skill> asked =
                            skills.withIds(
                                    actor,
                                    published.stream()
                                            .flatMap(job -> job.content().requirements().stream())
                                            .map(Requirement::skill)
                                            .distinct()
                                            .toList());
                    Map<UUID, Instant> opened =
                            repository.openedAt(
                                    actor.employer(),
                                    published.stream().map(job -> job.id().value()).toList());
                    return published.stream()
                            .map(job ->
                                    new Posting(
                                            employer,
                                            profile,
                                            job,
                                            opened.getOrDefault(job.id().value(), job.createdAt()),
                                            asked))
                            .toList();
                });
    }

    /**
     * What the places a job could be shown have against it; also of a draft.
     *
     * @throws NotFound when the actor sees no such job
     */
    public List<PostingFault> lint(Actor actor, JobId job) {
        return PostingLinter.of(of(actor, List.of(jobs.get(actor, job))).getFirst());
    }

    /** The posting as schema.org JobPosting, JSON that may stand in a script element. */
    public String markup(Posting posting, URI page) {
        return PostingMarkup.of(posting, page);
    }
}
