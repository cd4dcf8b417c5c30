package dev.assay.hiring.selfservice;

import dev.assay.hiring.applications.Application;
import dev.assay.hiring.applications.Applications;
import dev.assay.hiring.candidates.Candidate;
import dev.assay.hiring.candidates.Candidates;
import dev.assay.hiring.jobs.Jobs;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.privacy.LinkSigner;
import dev.assay.hiring.platform.security.Employers;
import dev.assay.hiring.platform.web.PublicAddress;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.AuditTrail;
import dev.assay.hiring.shared.Conflict;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.Mail;
import dev.assay.hiring.shared.MailKind;
import dev.assay.hiring.shared.Mailer;
import dev.assay.hiring.shared.NewIds;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Links by which candidates, who have no account, see and do what is theirs at one application.
 * Whoever holds one is the candidate to us: it is signed, ends, and can be revoked.
 */
@Component
@EnableConfigurationProperties(SelfServiceProperties.class)
public class CandidateLinks {

    private static final String PURPOSE = "application";
    private static final String SERVICE = "candidate-link";

    private final CandidateLinkRepository repository;
    private final Applications applications;
    private final Candidates candidates;
    private final Jobs jobs;
    private final Employers employers;
    private final TenantTransaction transactions;
    private final LinkSigner signer;
    private final PublicAddress address;
    private final Mailer mailer;
    private final AuditTrail audit;
    private final SelfServiceProperties properties;
    private final Clock clock;

    CandidateLinks(
            CandidateLinkRepository repository,
            Applications applications,
            Candidates candidates,
            Jobs jobs,
            Employers employers,
            TenantTransaction transactions,
            LinkSigner signer,
            PublicAddress address,
            Mailer mailer,
            AuditTrail audit,
            SelfServiceProperties properties,
            Clock clock) {
        this.repository = repository;
        this.applications = applications;
        this.candidates = candidates;
        this.jobs = jobs;
        this.employers = employers;
        this.transactions = transactions;
        this.signer = signer;
        this.address = address;
        this.mailer = mailer;
        this.audit = audit;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Issues a link: mailed to the candidate, and then told to nobody else, or handed to the caller
     * who has a way of their own to the candidate.
     *
     * @throws NotFound when this employer has no such application, or its candidate was erased
     * @throws Conflict when a link would be handed to who is not to know the candidate yet
     */
    public IssuedLink issue(Actor actor, ApplicationId id, boolean mailed) {
        actor.require(Permission.ISSUE_CANDIDATE_LINKS);
        return transactions.in(
                actor,
                () -> {
                    Application application = applications.get(actor, id);
                    Candidate candidate = candidates.inClear(actor, application.candidate());
                    if (!mailed) {
                        candidates.requireShown(actor, candidate.id());
                    }
                    CandidateLink link = create(actor, application, LinkOccasion.REQUEST);
                    record(actor, "candidate-link.issued", link);
                    if (mailed) {
                        mail(actor, MailKind.APPLICATION_LINK, application, candidate, link, "");
                        return new IssuedLink(link, Optional.empty());
                    }
                    return new IssuedLink(link, Optional.of(target(actor, link, "")));
                });
    }

    /**
     * The links to an application, newest first.
     *
     * @throws NotFound when this employer has no such application
     */
    public Page<CandidateLink> list(
            Actor actor, ApplicationId id, Optional<PageCursor> after, PageSize size) {
        actor.requireSomewhere(Permission.READ_APPLICATIONS);
        return transactions.in(
                actor,
                () -> {
                    applications.get(actor, id);
                    return repository.of(actor.employer(), id, after, size);
                });
    }

    /**
     * Ends a link at once. Doing it again changes nothing.
     *
     * @throws NotFound when the application has no such link
     */
    public void revoke(Actor actor, ApplicationId id, CandidateLinkId link) {
        actor.require(Permission.ISSUE_CANDIDATE_LINKS);
        transactions.in(
                actor,
                () -> {
                    applications.get(actor, id);
                    CandidateLink found =
                            repository
                                    .find(actor.employer(), link)
                                    .filter(one -> one.application().equals(id))
                                    .orElseThrow(() -> new NotFound("candidate link"));
                    if (repository.revoke(
                            actor.employer(), link, actor.reference(), clock.instant())) {
                        record(actor, "candidate-link.revoked", found);
                    }
                });
    }

    /** What a link opens; changes nothing, so that a mail scanner may follow it. */
    public Visit visit(String token) {
        return signer.read(PURPOSE, token)
                .map(signed -> {
                    var actor = new Actor.Service(new EmployerId(signed.employer()), SERVICE);
                    return transactions.in(
                            actor, () -> visit(actor, new CandidateLinkId(signed.id())));
                })
                .orElseGet(Visit.Unknown::new);
    }

    /**
     * Sends the link that every applicant gets once their address is known as theirs; nothing where
     * they have one. It is part of the application, and no deed of its own in the audit trail.
     */
    void welcome(Actor actor, ApplicationId id) {
        if (!properties.mailedOnApplication() || repository.hasAny(actor.employer(), id)) {
            return;
        }
        Application application = applications.get(actor, id);
        candidates
                .find(actor, application.candidate())
                .map(_ -> candidates.inClear(actor, application.candidate()))
                .filter(candidate -> candidate.emailStatus().isConfirmed())
                .ifPresent(candidate ->
                        mail(
                                actor,
                                MailKind.APPLICATION_LINK,
                                application,
                                candidate,
                                create(actor, application, LinkOccasion.APPLICATION),
                                ""));
    }

    /** Tells a candidate by a link of its own that what they disputed was answered. */
    void answered(Actor actor, ApplicationId id) {
        Application application = applications.get(actor, id);
        candidates
                .find(actor, application.candidate())
                .map(_ -> candidates.inClear(actor, application.candidate()))
                .filter(candidate -> candidate.emailStatus().isConfirmed())
                .ifPresent(candidate ->
                        mail(
                                actor,
                                MailKind.DISPUTE_ANSWERED,
                                application,
                                candidate,
                                create(actor, application, LinkOccasion.ANSWER),
                                ""));
    }

    CandidateLink create(Actor actor, Application application, LinkOccasion occasion) {
        Instant now = clock.instant();
        var link =
                new CandidateLink(
                        new CandidateLinkId(NewIds.next()),
                        application.id(),
                        occasion,
                        now,
                        actor.reference(),
                        now.plus(properties.lifetime()),
                        Optional.empty());
        repository.insert(actor.employer(), link);
        return link;
    }

    /**
     * @param page which of the pages it leads to, {@code ""} for the first one
     */
    void mail(
            Actor actor,
            MailKind kind,
            Application application,
            Candidate candidate,
            CandidateLink link,
            String page) {
        mailer.queue(
                actor,
                new Mail(
                        kind,
                        candidate.email().address(),
                        Optional.of(candidate.id().person()),
                        Map.of(
                                "employer", employers.employerOf(actor).employer().name(),
                                "job", jobs.get(actor, application.job()).content().title(),
                                "link", target(actor, link, page).toString(),
                                "days", String.valueOf(properties.lifetime().toDays()))));
    }

    private Visit visit(Actor actor, CandidateLinkId id) {
        Optional<CandidateLink> link = repository.find(actor.employer(), id);
        if (link.isEmpty()) {
            return new Visit.Unknown();
        }
        Application application = applications.get(actor, link.get().application());
        if (candidates.find(actor, application.candidate()).isEmpty()) {
            return new Visit.Unknown();
        }
        return link.get().isGoodAt(clock.instant())
                ? new Visit.Open(actor, application.id())
                : new Visit.Over();
    }

    private URI target(Actor actor, CandidateLink link, String page) {
        return address.of(
                "/me/application"
                        + page
                        + "?t="
                        + signer.sign(PURPOSE, actor.employer().value(), link.id().value()));
    }

    private void record(Actor actor, String action, CandidateLink link) {
        audit.recordAndEmit(
                actor,
                action,
                "application",
                link.application().value(),
                Map.of("link", link.id().toString(), "occasion", link.occasion().wireName()));
    }
}
