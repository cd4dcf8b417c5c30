package dev.assay.hiring.offers;

import dev.assay.hiring.applications.ApplicationPhase;
import dev.assay.hiring.applications.Applications;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.AuditTrail;
import dev.assay.hiring.shared.Conflict;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.NewIds;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.shared.PermissionDenied;
import dev.assay.hiring.shared.StaleVersion;
import dev.assay.hiring.shared.Version;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Who was hired, when they start, and how they did after 30, 60 and 90 days. An accepted offer
 * makes a hire; who was hired without one is recorded. A hiring team sees and rates the hires of
 * its own jobs.
 */
@Component
public class Hires {

    private static final int LOWEST = 1;
    private static final int HIGHEST = 5;

    private final HireRepository repository;
    private final Applications applications;
    private final TenantTransaction transactions;
    private final AuditTrail audit;
    private final Clock clock;

    Hires(
            HireRepository repository,
            Applications applications,
            TenantTransaction transactions,
            AuditTrail audit,
            Clock clock) {
        this.repository = repository;
        this.applications = applications;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Records when somebody starts who was hired without an offer of ours.
     *
     * @throws NotFound when this employer has no such application
     * @throws Conflict when the application is not hired, or its hire is known
     */
    public Hire record(Actor actor, ApplicationId application, LocalDate startsOn) {
        actor.require(Permission.EDIT_HIRES);
        return transactions.in(
                actor,
                () -> {
                    if (applications.get(actor, application).phase() != ApplicationPhase.HIRED) {
                        throw new Conflict(
                                "not-hired",
                                "Only who was hired starts: move the application to hired, or its offer to accepted.");
                    }
                    return insert(actor, application, Optional.empty(), startsOn);
                });
    }

    Hire ofOffer(Actor actor, ApplicationId application, OfferId offer, LocalDate startsOn) {
        return insert(actor, application, Optional.of(offer), startsOn);
    }

    private Hire insert(
            Actor actor, ApplicationId application, Optional<OfferId> offer, LocalDate startsOn) {
        Hire hire =
                new Hire(
                        new HireId(NewIds.next()),
                        application,
                        offer,
                        Optional.of(startsOn),
                        Optional.empty(),
                        clock.instant(),
                        actor.reference(),
                        Version.FIRST,
                        List.of());
        if (!repository.insert(actor.employer(), hire)) {
            throw new Conflict("hire-there", "The hire of this application is recorded already.");
        }
        audit.recordAndEmit(
                actor,
                "hire.recorded",
                "hire",
                hire.id().value(),
                Map.of("application", application.toString()));
        return hire;
    }

    /**
     * @throws NotFound when this employer has no such hire, or it is no business of this actor
     */
    public Hire get(Actor actor, HireId id) {
        actor.requireSomewhere(Permission.READ_HIRES);
        return transactions.in(actor, () -> seen(actor, id));
    }

    /** Hires, the last recorded first; of a page, those alone that this actor sees. */
    public Page<Hire> list(
            Actor actor,
            Optional<ApplicationId> application,
            Optional<PageCursor> after,
            PageSize size) {
        actor.requireSomewhere(Permission.READ_HIRES);
        return transactions.in(
                actor,
                () -> {
                    Page<Hire> page = repository.page(actor.employer(), application, after, size);
                    Set<ApplicationId> seen =
                            applications
                                    .withIds(
                                            actor,
                                            page.items().stream().map(Hire::application).toList())
                                    .keySet();
                    return new Page<>(
                            page.items().stream()
                                    .filter(hire -> seen.contains(hire.application()))
                                    .toList(),
                            page.next());
                });
    }

    /** The hires of these applications. */
    public List<Hire> ofEach(Actor actor, Collection<ApplicationId> ids) {
        actor.require(Permission.READ_HIRES);
        return transactions.in(actor, () -> repository.of(actor.employer(), ids));
    }

    /**
     * Changes when somebody starts, or says that they left.
     *
     * @throws NotFound when this employer has no such hire
     * @throws InvalidInput when they left before they started
     * @throws StaleVersion when somebody changed it since
     */
    public Hire change(
            Actor actor,
            HireId id,
            Version expected,
            LocalDate startsOn,
            Optional<LocalDate> leftOn) {
        actor.require(Permission.EDIT_HIRES);
        if (leftOn.filter(startsOn::isAfter).isPresent()) {
            throw new InvalidInput("/leftOn", "must not be before the start");
        }
        return transactions.in(
                actor,
                () -> {
                    if (!seen(actor, id).version().equals(expected)
                            || !repository.change(
                                    actor.employer(),
                                    id,
                                    expected,
                                    startsOn,
                                    leftOn,
                                    clock.instant())) {
                        throw new StaleVersion(expected);
                    }
                    audit.recordAndEmit(actor, "hire.changed", "hire", id.value(), Map.of());
                    return seen(actor, id);
                });
    }

    /**
     * Says how a hire did. Of the same day the newest word counts, and what was said before stays.
     *
     * @throws NotFound when this employer has no such hire, or it is no business of this actor
     * @throws InvalidInput when the rating is not from 1 to 5
     * @throws Conflict when the day has not come, or they left before it
     * @throws PermissionDenied when a machine tries to judge
     */
    public HireRating rate(
            Actor actor, HireId id, RatingDay day, int rating, Optional<String> note) {
        actor.requireSomewhere(Permission.RATE_HIRES);
        if (!(actor instanceof Actor.Person)) {
            throw new PermissionDenied(Permission.RATE_HIRES);
        }
        if (rating < LOWEST || rating > HIGHEST) {
            throw new InvalidInput("/rating", "must be between " + LOWEST + " and " + HIGHEST);
        }
        return transactions.in(
                actor,
                () -> {
                    requireDue(seen(actor, id), day);
                    HireRating made =
                            new HireRating(
                                    NewIds.next(),
                                    day,
                                    Optional.of(rating),
                                    note,
                                    clock.instant(),
                                    actor.reference());
                    repository.insert(actor.employer(), id, made);
                    audit.recordAndEmit(
                            actor, "hire.rated", "hire", id.value(), Map.of("day", day.days()));
                    return made;
                });
    }

    /**
     * Everything that was said of a hire, corrected or not, in the order it was said.
     *
     * @throws NotFound when this employer has no such hire, or it is no business of this actor
     */
    public Page<HireRating> ratings(
            Actor actor, HireId id, Optional<PageCursor> after, PageSize size) {
        actor.requireSomewhere(Permission.READ_HIRES);
        return transactions.in(
                actor,
                () -> {
                    seen(actor, id);
                    return repository.ratings(actor.employer(), id, after, size);
                });
    }

    private Hire seen(Actor actor, HireId id) {
        return repository
                .find(actor.employer(), id)
                .filter(hire -> !applications.withIds(actor, List.of(hire.application())).isEmpty())
                .orElseThrow(() -> new NotFound("hire"));
    }

    private void requireDue(Hire hire, RatingDay day) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Optional<LocalDate> due = hire.startsOn().map(day::on);
        if (due.isEmpty() || today.isBefore(due.get())) {
            throw new Conflict(
                    "rating-too-early",
                    "A hire is rated when the " + day.days() + " days are over.");
        }
        if (hire.leftOn().filter(due.get()::isAfter).isPresent()) {
            throw new Conflict(
                    "left-before",
                    "This hire had left before the " + day.days() + " days were over.");
        }
    }
}
