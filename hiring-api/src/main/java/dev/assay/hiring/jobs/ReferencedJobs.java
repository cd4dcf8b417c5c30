package dev.assay.hiring.jobs;

import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.references.ExternalReference;
import dev.assay.hiring.references.ExternalReferences;
import dev.assay.hiring.references.ReferencedKind;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.Conflict;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.Permission;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Postings by what another system calls them, for an employer whose postings are kept there. */
@Component
public class ReferencedJobs {

    private final Jobs jobs;
    private final ExternalReferences references;
    private final TenantTransaction transactions;

    ReferencedJobs(Jobs jobs, ExternalReferences references, TenantTransaction transactions) {
        this.jobs = jobs;
        this.references = references;
        this.transactions = transactions;
    }

    /**
     * What came of putting a posting.
     *
     * @param made whether there was none before
     */
    public record Put(Job job, boolean made) {}

    /**
     * Makes a posting be like this: writes it where there is none, else changes it as a whole.
     *
     * @param status where it shall stand; where it stands when empty, and a draft when it is new
     * @throws Conflict as {@link Jobs#change} does, or when another call made it at this moment
     */
    public Put put(
            Actor actor,
            ExternalReference reference,
            JobContent content,
            Optional<JobStatus> status,
            Optional<String> requirementsReason) {
        actor.require(Permission.EDIT_JOBS);
        return transactions.in(
                actor,
                () -> {
                    Optional<JobId> known = find(actor, reference);
                    Job before =
                            known.map(id -> jobs.get(actor, id))
                                    .orElseGet(() -> made(actor, reference, content));
                    JobStatus wanted = status.orElse(before.status());
                    boolean asWanted =
                            before.content().equals(content) && before.status() == wanted;
                    Job after =
                            asWanted
                                    ? before
                                    : jobs.change(
                                            actor,
                                            before.id(),
                                            before.version(),
                                            content,
                                            wanted,
                                            requirementsReason);
                    return new Put(after, known.isEmpty());
                });
    }

    /**
     * @throws NotFound when the actor sees no posting that system calls so
     */
    public Job get(Actor actor, ExternalReference reference) {
        return jobs.get(actor, find(actor, reference).orElseThrow(() -> new NotFound("job")));
    }

    /** The posting that system calls so. */
    public Optional<JobId> find(Actor actor, ExternalReference reference) {
        actor.requireSomewhere(Permission.READ_JOBS);
        return references.find(actor, ReferencedKind.JOB, reference).map(JobId::new);
    }

    private Job made(Actor actor, ExternalReference reference, JobContent content) {
        Job job = jobs.create(actor, content);
        references.attach(actor, ReferencedKind.JOB, reference, job.id().value());
        return job;
    }
}
