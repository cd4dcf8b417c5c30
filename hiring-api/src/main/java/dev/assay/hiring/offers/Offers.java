package dev.assay.hiring.offers;

import dev.assay.hiring.applications.Application;
import dev.assay.hiring.applications.ApplicationPhase;
import dev.assay.hiring.applications.Applications;
import dev.assay.hiring.applications.Move;
import dev.assay.hiring.applications.TransitionReason;
import dev.assay.hiring.jobs.Jobs;
import dev.assay.hiring.jobs.PayRange;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.work.EmployerWork;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.AuditTrail;
import dev.assay.hiring.shared.Conflict;
import dev.assay.hiring.shared.NewIds;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.shared.PermissionDenied;
import dev.assay.hiring.shared.StaleVersion;
import dev.assay.hiring.shared.Version;
import dev.assay.hiring.training.EstimateDocument;
import dev.assay.hiring.training.TrainingEstimates;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Offers to applicants, from the draft to the answer. An application has one at a time; extending
 * it brings the application to the phase {@code offer}, an acceptance hires, and a refusal is the
 * candidate's withdrawal. That an offer was withdrawn or has expired decides nothing about the
 * application.
 */
@Component
public class Offers {

    private static final Set<ApplicationPhase> OFFERED_IN =
            Set.of(ApplicationPhase.INTERVIEW, ApplicationPhase.OFFER);

    private final OfferRepository repository;
    private final Hires hires;
    private final Applications applications;
    private final Jobs jobs;
    private final TrainingEstimates estimates;
    private final TenantTransaction transactions;
    private final EmployerWork work;
    private final AuditTrail audit;
    private final Clock clock;

    Offers(
            OfferRepository repository,
            Hires hires,
            Applications applications,
            Jobs jobs,
            TrainingEstimates estimates,
            TenantTransaction transactions,
            EmployerWork work,
            AuditTrail audit,
            Clock clock) {
        this.repository = repository;
        this.hires = hires;
        this.applications = applications;
        this.jobs = jobs;
        this.estimates = estimates;
        this.transactions = transactions;
        this.work = work;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Drafts an offer; nobody is told of it so far.
     *
     * @throws NotFound when this employer has no such application
     * @throws Conflict when the application is in no phase for it, or has an offer that is open or
     *     accepted
     */
    public OfferView draft(Actor actor, ApplicationId application, OfferContent content) {
        actor.require(Permission.EDIT_OFFERS);
        return transactions.in(
                actor,
                () -> {
                    ApplicationPhase phase = applications.get(actor, application).phase();
                    if (!OFFERED_IN.contains(phase)) {
                        throw new Conflict(
                                "no-offer-now",
                                "An offer is made in the phases interview and offer; this application is in "
                                        + phase.wireName()
                                        + ".");
                    }
                    Offer drafted =
                            new Offer(
                                    new OfferId(NewIds.next()),
                                    application,
                                    OfferState.DRAFT,
                                    Optional.of(content),
                                    Optional.empty(),
                                    Optional.empty(),
                                    actor.reference(),
                                    Optional.empty(),
                                    clock.instant(),
                                    clock.instant(),
                                    Version.FIRST);
                    if (!repository.insert(actor.employer(), drafted)) {
                        throw new Conflict(
                                "offer-there",
                                "This application has an offer already. Withdraw that one before making another.");
                    }
                    audit.recordAndEmit(
                            actor,
                            "offer.drafted",
                            "offer",
                            drafted.id().value(),
                            Map.of("application", application.toString()));
                    return get(actor, drafted.id());
                });
    }

    /**
     * @throws NotFound when this employer has no such offer
     */
    public OfferView get(Actor actor, OfferId id) {
        actor.require(Permission.READ_OFFERS);
        return transactions.in(actor, () -> view(actor, find(actor, id)));
    }

    /** Offers, the newest first, without what stands beside them. */
    public Page<Offer> list(
            Actor actor,
            Optional<ApplicationId> application,
            Optional<OfferState> state,
            Optional<PageCursor> after,
            PageSize size) {
        actor.require(Permission.READ_OFFERS);
        return transactions.in(
                actor, () -> repository.page(actor.employer(), application, state, after, size));
    }

    /** The offers of these applications, oldest first. */
    public List<Offer> ofEach(Actor actor, List<ApplicationId> ids) {
        actor.require(Permission.READ_OFFERS);
        return transactions.in(actor, () -> repository.of(actor.employer(), ids));
    }

    /**
     * Writes a draft anew.
     *
     * @throws NotFound when this employer has no such offer
     * @throws StaleVersion when somebody changed it since
     * @throws Conflict when it is no draft any more
     */
    public OfferView change(Actor actor, OfferId id, Version expected, OfferContent content) {
        actor.require(Permission.EDIT_OFFERS);
        return transactions.in(
                actor,
                () -> {
                    Offer before = find(actor, id);
                    requireVersion(before, expected);
                    if (before.state() != OfferState.DRAFT) {
                        throw new Conflict(
                                "no-draft",
                                "Only a draft is changed; this offer is "
                                        + before.state().wireName()
                                        + (before.state() == OfferState.APPROVED
                                                ? ", and goes back to the draft first."
                                                : "."));
                    }
                    save(actor, before.written(content, actor.reference(), clock.instant()));
                    audit.recordAndEmit(actor, "offer.changed", "offer", id.value(), Map.of());
                    return get(actor, id);
                });
    }

    /**
     * Moves an offer on, and its application with it.
     *
     * @param expected the version the caller saw, if they insist on it
     * @throws NotFound when this employer has no such offer
     * @throws StaleVersion when somebody changed it since
     * @throws Conflict when it may not go there from where it stands, naming where it may; when
     *     another person has to approve it; when its last day is over
     * @throws PermissionDenied when a machine tries to approve
     */
    public OfferView move(Actor actor, OfferId id, Optional<Version> expected, OfferState to) {
        actor.require(Permission.EDIT_OFFERS);
        return transactions.in(
                actor,
                () -> {
                    Offer before = find(actor, id);
                    requireVersion(before, expected.orElse(before.version()));
                    requireLegal(before, to);
                    OfferContent content = before.content().orElseThrow();
                    switch (to) {
                        case APPROVED -> approve(actor, before);
                        case EXTENDED -> extend(actor, before, content);
                        case ACCEPTED -> accept(actor, before, content);
                        case DECLINED -> decline(actor, before);
                        case DRAFT, WITHDRAWN, EXPIRED -> moved(actor, before, to);
                    }
                    return get(actor, id);
                });
    }

    /**
     * The moves of an offer, in the order they were made.
     *
     * @throws NotFound when this employer has no such offer
     */
    public Page<OfferMove> moves(
            Actor actor, OfferId id, Optional<PageCursor> after, PageSize size) {
        actor.require(Permission.READ_OFFERS);
        return transactions.in(
                actor,
                () -> {
                    find(actor, id);
                    return repository.moves(actor.employer(), id, after, size);
                });
    }

    /** How this employer approves. */
    public ApprovalRule rule(Actor actor) {
        actor.require(Permission.READ_OFFERS);
        return transactions.in(
                actor, () -> repository.rule(actor.employer()).orElse(ApprovalRule.UNSAID));
    }

    /**
     * Says how this employer approves from now on.
     *
     * @throws StaleVersion when somebody changed it since
     */
    public ApprovalRule changeRule(Actor actor, Version expected, boolean byAnother) {
        actor.require(Permission.EDIT_OFFER_RULE);
        return transactions.in(
                actor,
                () -> {
                    if (!rule(actor).version().equals(expected)) {
                        throw new StaleVersion(expected);
                    }
                    ApprovalRule rule = new ApprovalRule(byAnother, expected.next());
                    if (!repository.setRule(
                            actor.employer(), rule, clock.instant(), actor.reference())) {
                        throw new StaleVersion(expected);
                    }
                    audit.recordAndEmit(
                            actor,
                            "offer-rule.changed",
                            "employer",
                            actor.employer().value(),
                            Map.of("approvalByAnother", byAnother));
                    return rule;
                });
    }

    /** Whoever wrote what is offered does not approve it where the employer wants two. */
    private void approve(Actor actor, Offer before) {
        if (!(actor instanceof Actor.Person)) {
            throw new PermissionDenied(Permission.EDIT_OFFERS);
        }
        if (rule(actor).byAnother() && before.writtenBy().equals(actor.reference())) {
            throw new Conflict(
                    "another-approves",
                    "At this employer another person than the one who wrote an offer approves it.");
        }
        save(
                actor,
                before.moved(OfferState.APPROVED, Optional.of(actor.reference()), clock.instant()));
        record(actor, before, OfferState.APPROVED);
    }

    /** From here on the candidate knows, so what is known of its worth is kept with it. */
    private void extend(Actor actor, Offer before, OfferContent content) {
        requireInTime(content);
        Application application = applications.get(actor, before.application());
        if (application.phase() == ApplicationPhase.INTERVIEW) {
            applications.move(
                    actor, application.id(), Optional.empty(), Move.to(ApplicationPhase.OFFER));
        }
        Offer extended = before.moved(OfferState.EXTENDED, Optional.empty(), clock.instant());
        save(
                actor,
                newestCeiling(actor, before.application())
                        .map(found -> extended.weighedAgainst(found.estimate(), found.firstYear()))
                        .orElse(extended));
        content.expiresOn()
                .ifPresent(last ->
                        work.noteAt(OfferExpiry.TOPIC, actor.employer(), OfferExpiry.after(last)));
        record(actor, before, OfferState.EXTENDED);
    }

    private void accept(Actor actor, Offer before, OfferContent content) {
        requireInTime(content);
        moved(actor, before, OfferState.ACCEPTED);
        applications.move(
                actor, before.application(), Optional.empty(), Move.to(ApplicationPhase.HIRED));
        hires.ofOffer(actor, before.application(), before.id(), content.startsOn());
    }

    private void decline(Actor actor, Offer before) {
        moved(actor, before, OfferState.DECLINED);
        applications.move(
                actor,
                before.application(),
                Optional.empty(),
                new Move(
                        ApplicationPhase.WITHDRAWN,
                        Optional.of(TransitionReason.OFFER_DECLINED),
                        Optional.empty()));
    }

    private void moved(Actor actor, Offer before, OfferState to) {
        save(actor, before.moved(to, Optional.empty(), clock.instant()));
        record(actor, before, to);
    }

    private void save(Actor actor, Offer after) {
        if (!repository.update(actor.employer(), after)) {
            throw new StaleVersion(after.version());
        }
    }

    /**
     * Ends an offer without regard to what it holds; does nothing when somebody was faster.
     *
     * @param to a state that ends one
     */
    void end(Actor actor, Offer open, OfferState to) {
        if (repository.end(actor.employer(), open.moved(to, Optional.empty(), clock.instant()))) {
            record(actor, open, to);
        }
    }

    private void record(Actor actor, Offer before, OfferState to) {
        repository.insert(
                actor.employer(),
                new OfferMove(
                        NewIds.next(),
                        before.id(),
                        before.state(),
                        to,
                        clock.instant(),
                        actor.reference()));
        audit.recordAndEmit(
                actor,
                "offer.moved",
                "offer",
                before.id().value(),
                Map.of(
                        "application", before.application().toString(),
                        "from", before.state().wireName(),
                        "to", to.wireName()));
    }

    private Offer find(Actor actor, OfferId id) {
        return repository.find(actor.employer(), id).orElseThrow(() -> new NotFound("offer"));
    }

    private static void requireVersion(Offer before, Version expected) {
        if (!expected.equals(before.version())) {
            throw new StaleVersion(expected);
        }
    }

    private static void requireLegal(Offer before, OfferState to) {
        Set<OfferState> legal = before.state().moves();
        if (!legal.contains(to)) {
            throw new Conflict(
                    "illegal-offer-transition",
                    "From %s an offer cannot go to %s; %s."
                            .formatted(
                                    before.state().wireName(),
                                    to.wireName(),
                                    legal.isEmpty()
                                            ? "it goes nowhere from there"
                                            : "the legal moves are: " + OfferState.names(legal)));
        }
    }

    private void requireInTime(OfferContent content) {
        if (content.isLapsed(today())) {
            throw new Conflict(
                    "offer-lapsed",
                    "The last day of this offer is over. Withdraw it and make a new one.");
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private OfferView view(Actor actor, Offer offer) {
        Optional<OfferView.Ceiling> ceiling =
                offer.state().isOpen() && offer.estimate().isEmpty()
                        ? newestCeiling(actor, offer.application())
                        : offer.estimate().map(id -> estimates.get(actor, id)).map(Offers::ceiling);
        return new OfferView(
                offer,
                ceiling,
                offer.state().isOpen()
                        ? offer.content()
                                .map(content ->
                                        warnings(
                                                content,
                                                ceiling,
                                                payRange(actor, offer.application())))
                                .orElse(List.of())
                        : List.of());
    }

    private Optional<OfferView.Ceiling> newestCeiling(Actor actor, ApplicationId application) {
        return estimates
                .list(actor, Optional.of(application), Optional.empty(), new PageSize(1))
                .items()
                .stream()
                .findFirst()
                .map(Offers::ceiling);
    }

    private static OfferView.Ceiling ceiling(EstimateDocument estimate) {
        return new OfferView.Ceiling(
                Objects.requireNonNull(estimate.id()), estimate.premiumCeiling());
    }

    private Optional<PayRange> payRange(Actor actor, ApplicationId application) {
        return Optional.ofNullable(
                jobs.get(actor, applications.get(actor, application).job()).content().salary());
    }

    static List<OfferView.Warning> warnings(
            OfferContent content,
            Optional<OfferView.Ceiling> ceiling,
            Optional<PayRange> published) {
        List<OfferView.Warning> warnings = new ArrayList<>();
        if (published.filter(range -> isOutside(content, range)).isPresent()) {
            warnings.add(
                    new OfferView.Warning(
                            "outside-pay-range",
                            "This is not within the pay range that the job was published with."));
        }
        Optional<BigDecimal> premium = content.premiumPercent();
        Optional<BigDecimal> most = ceiling.flatMap(OfferView.Ceiling::firstYear);
        if (premium.isPresent() && most.isEmpty() && premium.get().signum() > 0) {
            warnings.add(
                    new OfferView.Warning(
                            "no-ceiling",
                            "No kept estimate says what premium the training saved would pay for."));
        }
        if (premium.isPresent() && most.isPresent() && premium.get().compareTo(most.get()) > 0) {
            warnings.add(
                    new OfferView.Warning(
                            "above-ceiling",
                            "The premium is above what the training saved pays for in the first year."));
        }
        return warnings;
    }

    private static boolean isOutside(OfferContent content, PayRange range) {
        if (!range.currency().equals(content.currency()) || range.unit() != content.unit()) {
            return false;
        }
        BigDecimal least = range.min();
        BigDecimal most = range.max();
        return (least != null && content.amount().compareTo(least) < 0)
                || (most != null && content.amount().compareTo(most) > 0);
    }
}
