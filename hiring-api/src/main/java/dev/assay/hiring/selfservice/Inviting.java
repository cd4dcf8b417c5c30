package dev.assay.hiring.selfservice;

import dev.assay.hiring.applications.Application;
import dev.assay.hiring.applications.Applications;
import dev.assay.hiring.candidates.Candidate;
import dev.assay.hiring.candidates.Candidates;
import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.jobs.Jobs;
import dev.assay.hiring.platform.operations.Operation;
import dev.assay.hiring.platform.operations.Operations;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.scoring.RankingLane;
import dev.assay.hiring.scoring.Scores;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.AuditTrail;
import dev.assay.hiring.shared.Conflict;
import dev.assay.hiring.shared.Invitations;
import dev.assay.hiring.shared.MailKind;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.Permission;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Invites those who applied without evidence to show some: by mail, with a link to the page where
 * they add it. Nobody is asked again and again.
 */
@Component
public class Inviting implements Invitations {

    private static final String PAGE = "/credentials";

    private final CandidateLinkRepository repository;
    private final CandidateLinks links;
    private final Applications applications;
    private final Candidates candidates;
    private final Scores scores;
    private final Jobs jobs;
    private final Operations operations;
    private final TenantTransaction transactions;
    private final AuditTrail audit;
    private final SelfServiceProperties properties;
    private final Clock clock;

    Inviting(
            CandidateLinkRepository repository,
            CandidateLinks links,
            Applications applications,
            Candidates candidates,
            Scores scores,
            Jobs jobs,
            Operations operations,
            TenantTransaction transactions,
            AuditTrail audit,
            SelfServiceProperties properties,
            Clock clock) {
        this.repository = repository;
        this.links = links;
        this.applications = applications;
        this.candidates = candidates;
        this.scores = scores;
        this.jobs = jobs;
        this.operations = operations;
        this.transactions = transactions;
        this.audit = audit;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Invites one applicant.
     *
     * @throws NotFound when this employer has no such application, or its candidate was erased
     * @throws Conflict when it is not open, has evidence, or its candidate was invited lately
     */
    public CandidateLink invite(Actor actor, ApplicationId id) {
        actor.require(Permission.ISSUE_CANDIDATE_LINKS);
        return transactions.in(
                actor,
                () -> {
                    Application application = applications.get(actor, id);
                    Candidate candidate = candidates.inClear(actor, application.candidate());
                    requireInvitable(actor, application);
                    CandidateLink link = links.create(actor, application, LinkOccasion.INVITATION);
                    links.mail(actor, MailKind.INVITE_TO_SHOW, application, candidate, link, PAGE);
                    audit.recordAndEmit(
                            actor,
                            "application.invited-to-show",
                            "application",
                            id.value(),
                            Map.of("link", link.id().toString()));
                    return link;
                });
    }

    /**
     * Invites, in the background, all who applied to a job without evidence and were not invited
     * lately.
     *
     * @throws NotFound when this employer has no such job
     */
    public Operation inviteAll(Actor actor, JobId job) {
        actor.require(Permission.ISSUE_CANDIDATE_LINKS);
        return transactions.in(
                actor,
                () -> {
                    jobs.get(actor, job);
                    return operations.accept(actor, InvitationOperation.of(job));
                });
    }

    @Override
    public Map<ApplicationId, Instant> lastOf(
            Actor actor, Collection<ApplicationId> applicationsAsked) {
        return applicationsAsked.isEmpty()
                ? Map.of()
                : transactions.in(
                        actor, () -> repository.lastInvited(actor.employer(), applicationsAsked));
    }

    private void requireInvitable(Actor actor, Application application) {
        if (!application.phase().isOpen()) {
            throw new Conflict(
                    "application-over",
                    "This application is " + application.phase().wireName() + " by now.");
        }
        if (!scores.current(actor, application.id())
                .lane()
                .equals(RankingLane.NO_EVIDENCE.wireName())) {
            throw new Conflict("evidence-there", "This candidate has shown evidence by now.");
        }
        Instant again =
                lastOf(actor, List.of(application.id()))
                        .getOrDefault(application.id(), Instant.EPOCH)
                        .plus(properties.inviteAgainAfter());
        if (clock.instant().isBefore(again)) {
            throw new Conflict(
                    "invited-lately",
                    "This candidate was invited lately, and can be again from %s on."
                            .formatted(again.truncatedTo(ChronoUnit.SECONDS)));
        }
    }
}
