package dev.assay.hiring.intake;

import dev.assay.hiring.applications.Application;
import dev.assay.hiring.candidates.Candidate;
import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.candidates.Candidates;
import dev.assay.hiring.candidates.NewCandidate;
import dev.assay.hiring.candidates.ProfileCorrection;
import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.references.ExternalReference;
import dev.assay.hiring.references.ExternalReferences;
import dev.assay.hiring.references.ReferencedKind;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.Conflict;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.Permission;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Applications and candidates by what another system calls them, so that an employer can keep the
 * system they have, and have it show what is proven.
 */
@Component
public class SideCar {

    private final Intake intake;
    private final Candidates candidates;
    private final ExternalReferences references;
    private final TenantTransaction transactions;

    SideCar(
            Intake intake,
            Candidates candidates,
            ExternalReferences references,
            TenantTransaction transactions) {
        this.intake = intake;
        this.candidates = candidates;
        this.references = references;
        this.transactions = transactions;
    }

    /**
     * What came of putting an application.
     *
     * @param made whether there was none before
     */
    public record Put(ApplicationView view, boolean made) {}

    /**
     * Takes an application where that system named none so before. Where it did, the candidate's
     * name and telephone number become what is said now, and credentials it does not have yet are
     * added, those by address too, which is fetched once; the rest stays as it was handed in. Not
     * to be called inside a transaction.
     *
     * @param candidate what that system calls the person; where it calls somebody so already, that
     *     stays
     * @throws Conflict as {@link Intake#submit} does, or when another call made it at this moment
     */
    public Put put(
            Actor actor,
            ExternalReference reference,
            JobId job,
            Optional<ExternalReference> candidate,
            Submission submission) {
        actor.require(Permission.SUBMIT_APPLICATIONS);
        Optional<ApplicationId> known = find(actor, reference);
        if (known.isPresent()) {
            corrected(actor, known.get(), job, submission.candidate());
            return new Put(intake.addMissing(actor, known.get(), submission.credentials()), false);
        }
        VerifiedSubmission verified = intake.verify(actor, job, submission);
        return transactions.in(
                actor,
                () -> {
                    ApplicationId id = intake.take(actor, verified);
                    references.attach(actor, ReferencedKind.APPLICATION, reference, id.value());
                    ApplicationView view = intake.view(actor, id);
                    candidate.ifPresent(named ->
                            references.attachIfFree(
                                    actor,
                                    ReferencedKind.CANDIDATE,
                                    named,
                                    view.application().candidate().value()));
                    return new Put(view, true);
                });
    }

    /**
     * @throws NotFound when the actor sees no application that system calls so
     */
    public ApplicationView application(Actor actor, ExternalReference reference) {
        actor.requireSomewhere(Permission.READ_APPLICATIONS);
        return intake.view(
                actor, find(actor, reference).orElseThrow(() -> new NotFound("application")));
    }

    /**
     * @throws NotFound when there is no candidate that system calls so
     */
    public CandidateView candidate(Actor actor, ExternalReference reference) {
        actor.require(Permission.READ_APPLICATIONS);
        return references
                .find(actor, ReferencedKind.CANDIDATE, reference)
                .map(id -> intake.candidate(actor, new CandidateId(id)))
                .orElseThrow(() -> new NotFound("candidate"));
    }

    private Optional<ApplicationId> find(Actor actor, ExternalReference reference) {
        return references
                .find(actor, ReferencedKind.APPLICATION, reference)
                .map(ApplicationId::new);
    }

    private void corrected(Actor actor, ApplicationId id, JobId job, NewCandidate said) {
        transactions.in(
                actor,
                () -> {
                    ApplicationView view = intake.view(actor, id);
                    Application application = view.application();
                    if (!application.job().equals(job)) {
                        throw new Conflict(
                                "reference-taken",
                                "That system's reference stands for an application to another job.");
                    }
                    var correction =
                            new ProfileCorrection(
                                    said.givenName(), said.familyName(), said.phone());
                    Optional<Candidate> differing =
                            view.candidate()
                                    .map(held -> candidates.inClear(actor, held.id()))
                                    .filter(held -> !profile(held).equals(correction));
                    differing.ifPresent(held ->
                            candidates.correct(actor, held.id(), held.version(), correction));
                });
    }

    private static ProfileCorrection profile(Candidate held) {
        return new ProfileCorrection(held.givenName(), held.familyName(), held.phone());
    }
}
