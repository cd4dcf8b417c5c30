package dev.assay.hiring.webhooks;

import dev.assay.hiring.platform.fetch.PostGuard;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.privacy.EmployerVault;
import dev.assay.hiring.platform.work.EmployerWork;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.AuditTrail;
import dev.assay.hiring.shared.Conflict;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.NewIds;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.shared.StaleVersion;
import dev.assay.hiring.shared.Version;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Where an employer, or a partner at an employer, is told what happens. HR admins keep the
 * employer's own endpoints, see those that partners have here, and may switch those off; a partner
 * keeps its own, while it may follow the applications it handed in.
 */
@Component
public class WebhookEndpoints {

    /** How many endpoints an employer has of its own at most, and a partner at an employer. */
    static final int MOST = 20;

    /** For how long a former secret signs beside the new one at most. */
    public static final Duration LONGEST_OVERLAP = Duration.ofDays(7);

    private final EndpointRepository repository;
    private final EventQueue queue;
    private final Lane lane;
    private final DeliveryRepository deliveries;
    private final EmployerVault vault;
    private final PostGuard guard;
    private final EmployerWork work;
    private final TenantTransaction transactions;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    WebhookEndpoints(
            EndpointRepository repository,
            EventQueue queue,
            Lane lane,
            DeliveryRepository deliveries,
            EmployerVault vault,
            PostGuard guard,
            EmployerWork work,
            TenantTransaction transactions,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.queue = queue;
        this.lane = lane;
        this.deliveries = deliveries;
        this.vault = vault;
        this.guard = guard;
        this.work = work;
        this.transactions = transactions;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Refuses an address that nothing would be delivered to. Not to be called inside a transaction:
     * it asks name servers.
     *
     * @throws InvalidInput when it is not https to a public host
     */
    public void requireSound(Actor actor, String url) {
        requireManaging(actor);
        guard.refusal(url)
                .ifPresent(fault -> {
                    throw new InvalidInput("/url", "will not be delivered to: " + fault.words());
                });
    }

    /**
     * Adds an endpoint of the actor's, which is told what happens from now on.
     *
     * @throws Conflict when there are enough
     */
    public NewSecret add(Actor actor, EndpointContent content) {
        Optional<UUID> owner = requireManaging(actor);
        Instant now = clock.instant();
        EndpointKeys.Made made = EndpointKeys.make(random);
        var endpoint =
                new Endpoint(
                        new EndpointId(NewIds.next()),
                        owner,
                        content,
                        Optional.empty(),
                        made.publicKey(),
                        Optional.empty(),
                        EndpointHealth.UNTRIED,
                        Version.FIRST,
                        now,
                        now);
        return transactions.in(
                actor,
                () -> {
                    if (repository.count(actor.employer(), owner) >= MOST) {
                        throw new Conflict(
                                "too-many-endpoints",
                                "There are %d endpoints; remove one first.".formatted(MOST));
                    }
                    repository.insert(
                            actor.employer(),
                            endpoint,
                            vault.seal(actor, made.keys().bytes()),
                            queue.sourceOf(owner).head(actor, owner));
                    record(actor, "webhook-endpoint.added", endpoint.id(), Map.of());
                    events.publishEvent(new EndpointAdded(actor, endpoint));
                    return new NewSecret(endpoint, made.keys().secret());
                });
    }

    /** Those the actor may see, longest known first. */
    public Page<Endpoint> list(Actor actor, Optional<PageCursor> after, PageSize size) {
        Optional<UUID> owner = requireReading(actor);
        return transactions.in(actor, () -> repository.list(actor.employer(), owner, after, size));
    }

    /**
     * @throws NotFound when there is none, or the actor may not see it
     */
    public Endpoint get(Actor actor, EndpointId id) {
        Optional<UUID> owner = requireReading(actor);
        return transactions.in(actor, () -> find(actor, owner, id));
    }

    /**
     * Changes an endpoint as a whole. What it failed before is forgotten, and it is tried at once;
     * what happened while it was not enabled is delivered then.
     *
     * @throws StaleVersion when somebody changed it since
     * @throws Conflict when it is a partner's, and more is changed than whether it is enabled
     */
    public Endpoint change(Actor actor, EndpointId id, Version expected, EndpointContent content) {
        Optional<UUID> owner = requireManaging(actor);
        return transactions.in(
                actor,
                () -> {
                    Endpoint before = find(actor, owner, id);
                    if (!before.partner().equals(owner)
                            && !content.equals(before.content().enabled(content.enabled()))) {
                        throw ofPartner();
                    }
                    if (!repository.update(
                            actor.employer(), id, expected, content, clock.instant())) {
                        throw new StaleVersion(expected);
                    }
                    work.note(WebhookDispatch.TOPIC, actor.employer());
                    record(
                            actor,
                            "webhook-endpoint.changed",
                            id,
                            Map.of("enabled", content.enabled()));
                    return find(actor, owner, id);
                });
    }

    /**
     * Removes an endpoint with its log.
     *
     * @throws StaleVersion when somebody changed it since
     * @throws Conflict when it is a partner's
     */
    public void remove(Actor actor, EndpointId id, Version expected) {
        Optional<UUID> owner = requireManaging(actor);
        transactions.in(
                actor,
                () -> {
                    requireOwn(actor, owner, id);
                    if (!repository.delete(actor.employer(), id, expected)) {
                        throw new StaleVersion(expected);
                    }
                    record(actor, "webhook-endpoint.removed", id, Map.of());
                });
    }

    /**
     * Gives an endpoint another secret and another key. For a while deliveries are signed with the
     * former ones, too, so that the receiver can change over.
     *
     * @param overlap for how long
     * @throws InvalidInput when that is too long
     * @throws Conflict when it is a partner's
     */
    public NewSecret changeSecret(Actor actor, EndpointId id, Duration overlap) {
        Optional<UUID> owner = requireManaging(actor);
        if (overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0) {
            throw new InvalidInput(
                    "/overlapHours", "must be between 0 and " + LONGEST_OVERLAP.toHours());
        }
        Instant now = clock.instant();
        EndpointKeys.Made made = EndpointKeys.make(random);
        return transactions.in(
                actor,
                () -> {
                    requireOwn(actor, owner, id);
                    repository.replaceKeys(
                            actor.employer(),
                            id,
                            vault.seal(actor, made.keys().bytes()),
                            made.publicKey(),
                            now.plus(overlap),
                            now);
                    record(actor, "webhook-endpoint.secret-changed", id, Map.of());
                    return new NewSecret(find(actor, owner, id), made.keys().secret());
                });
    }

    /**
     * Sends an endpoint a message that says nothing, enabled or not. To be noted with {@link
     * #notePing}. Not to be called inside a transaction: it is remote.
     */
    public Attempt ping(Actor actor, EndpointId id) {
        Optional<UUID> owner = requireManaging(actor);
        Endpoint endpoint = transactions.in(actor, () -> find(actor, owner, id));
        return lane.ping(actor, endpoint, WebhookMessage.ping(NewIds.next(), id, clock.instant()));
    }

    /** Writes down that an endpoint was pinged, and what came of it. */
    public Attempt notePing(Actor actor, EndpointId id, Attempt attempt) {
        Optional<UUID> owner = requireManaging(actor);
        transactions.in(
                actor,
                () -> {
                    find(actor, owner, id);
                    deliveries.insert(actor.employer(), id, List.of(attempt));
                    audit.record(
                            doer(actor),
                            "webhook-endpoint.pinged",
                            "webhook-endpoint",
                            id.value(),
                            Map.of("taken", attempt.isTaken()));
                });
        return attempt;
    }

    private Endpoint requireOwn(Actor actor, Optional<UUID> owner, EndpointId id) {
        Endpoint endpoint = find(actor, owner, id);
        if (!endpoint.partner().equals(owner)) {
            throw ofPartner();
        }
        return endpoint;
    }

    private Endpoint find(Actor actor, Optional<UUID> owner, EndpointId id) {
        return repository
                .find(actor.employer(), owner, id)
                .orElseThrow(() -> new NotFound("webhook endpoint"));
    }

    private void record(Actor actor, String action, EndpointId id, Map<String, Object> detail) {
        audit.recordAndEmit(doer(actor), action, "webhook-endpoint", id.value(), detail);
    }

    private static Conflict ofPartner() {
        return new Conflict(
                "endpoint-of-partner",
                "This endpoint is a partner's; you may switch it off or on, and the partner does the rest.");
    }

    /** The partner whose endpoints the actor reads; empty for the employer's people. */
    static Optional<UUID> requireReading(Actor actor) {
        return require(actor, Permission.READ_WEBHOOKS);
    }

    static Optional<UUID> requireManaging(Actor actor) {
        return require(actor, Permission.MANAGE_WEBHOOKS);
    }

    /** What a partner was found to be allowed, Assay does for it, and is written down as such. */
    static Actor doer(Actor actor) {
        return actor instanceof Actor.Partner partner ? partner.atWork() : actor;
    }

    private static Optional<UUID> require(Actor actor, Permission permission) {
        if (actor instanceof Actor.Partner partner) {
            partner.requireSomewhere(Permission.FOLLOW_APPLICATIONS);
            return Optional.of(partner.partner());
        }
        actor.require(permission);
        return Optional.empty();
    }
}
