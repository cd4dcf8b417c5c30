package dev.assay.hiring.partners;

import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.jobs.Jobs;
import dev.assay.hiring.platform.keycloak.KeycloakAdmin;
import dev.assay.hiring.platform.keycloak.KeycloakUnavailable;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.problem.TryLater;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.AuditTrail;
import dev.assay.hiring.shared.Conflict;
import dev.assay.hiring.shared.EmployerId;
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
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Job boards and what this employer lets them do. Who a partner is, Keycloak says by its client;
 * what it may do is our row, read on each of its calls. An employer sees the partners it registered
 * and the operator's, and of all of them only its own grants.
 */
@Component
public class Partners {

    /** For how long a former client goes on beside the new one at most. */
    public static final Duration LONGEST_OVERLAP = Duration.ofDays(7);

    private static final int SECRET_BYTES = 32;
    private static final Duration KEYCLOAK_MAY_BE_BACK = Duration.ofSeconds(10);

    private final PartnerRepository repository;
    private final Jobs jobs;
    private final KeycloakAdmin keycloak;
    private final FormerClients formerClients;
    private final TenantTransaction transactions;
    private final AuditTrail audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Partners(
            PartnerRepository repository,
            Jobs jobs,
            KeycloakAdmin keycloak,
            FormerClients formerClients,
            TenantTransaction transactions,
            AuditTrail audit,
            Clock clock) {
        this.repository = repository;
        this.jobs = jobs;
        this.keycloak = keycloak;
        this.formerClients = formerClients;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Has Keycloak make a client for a partner that is to be registered. Its tokens are good for
     * nothing before {@link #register}. Not to be called inside a transaction: it is remote.
     *
     * @throws TryLater when Keycloak is away
     */
    public NewClient prepare(Actor actor, String name) {
        actor.require(Permission.MANAGE_PARTNERS);
        return newClient(new PartnerId(NewIds.next()), name);
    }

    private NewClient newClient(PartnerId id, String name) {
        String clientId = "partner-" + NewIds.next();
        String secret = newSecret();
        UUID subject = atKeycloak(() -> keycloak.partnerClient(clientId, name, secret));
        return new NewClient(id, clientId, subject, name, secret);
    }

    /** Registers a partner of this employer's own. It is granted nothing yet. */
    public Registered register(Actor actor, NewClient client, boolean disabled) {
        actor.require(Permission.MANAGE_PARTNERS);
        Instant now = clock.instant();
        Partner partner =
                new Partner(
                        client.partner(),
                        Optional.of(actor.employer()),
                        client.clientId(),
                        client.subject(),
                        Optional.empty(),
                        client.name(),
                        disabled,
                        Version.FIRST,
                        now,
                        now);
        return transactions.in(
                actor,
                () -> {
                    if (!repository.insert(partner)) {
                        throw new IllegalStateException("a new client is a partner already");
                    }
                    record(actor, "partner.registered", partner.id(), Map.of());
                    return new Registered(
                            new PartnerView(partner, true, Optional.empty()), client.secret());
                });
    }

    /**
     * Makes a partner of the operator's known, whose client is there, and lets it do all it can at
     * the actor's employer: what the sample begins with. Doing it twice changes nothing.
     */
    public PartnerId adopt(Actor.Service actor, String clientId, UUID subject, String name) {
        Instant now = clock.instant();
        return transactions.in(
                actor,
                () -> {
                    repository.insert(
                            new Partner(
                                    new PartnerId(NewIds.next()),
                                    Optional.empty(),
                                    clientId,
                                    subject,
                                    Optional.empty(),
                                    name,
                                    false,
                                    Version.FIRST,
                                    now,
                                    now));
                    PartnerId id = repository.withSubject(subject).orElseThrow();
                    Grant all =
                            new Grant(
                                    id,
                                    Set.of(PartnerRight.values()),
                                    Optional.empty(),
                                    Version.FIRST,
                                    now,
                                    now);
                    if (repository.insert(actor.employer(), all)) {
                        record(actor, "partner.granted", id, detail(all));
                    }
                    return id;
                });
    }

    /**
     * A partner as it may act at an employer now; empty when that employer granted it nothing, or
     * it is disabled.
     */
    public Optional<Actor.Partner> acting(EmployerId employer, PartnerId id) {
        return transactions.withoutTenantAsWorker(() -> repository.grantOf(employer, id));
    }

    /** The partners this employer may grant something, those longest known first. */
    public Page<PartnerView> list(Actor actor, Optional<PageCursor> after, PageSize size) {
        actor.require(Permission.READ_PARTNERS);
        return transactions.in(actor, () -> repository.list(actor.employer(), after, size));
    }

    /**
     * @throws NotFound when there is no such partner, or it is another employer's own
     */
    public PartnerView get(Actor actor, PartnerId id) {
        actor.require(Permission.READ_PARTNERS);
        return transactions.in(actor, () -> find(actor, id));
    }

    /**
     * Renames, disables or enables a partner of this employer's own. Disabled, its next call is
     * refused; its client gets no more tokens either, as soon as Keycloak is there.
     *
     * @throws StaleVersion when somebody changed it since
     * @throws Conflict when it is the operator's
     * @throws TryLater when Keycloak is away; ours is changed then, and the call may be repeated
     */
    public PartnerView change(
            Actor actor, PartnerId id, Version expected, String name, boolean disabled) {
        actor.require(Permission.MANAGE_PARTNERS);
        PartnerView changed =
                transactions.in(
                        actor,
                        () -> {
                            Partner before = ownOf(actor, id);
                            Partner after =
                                    new Partner(
                                            id,
                                            before.owner(),
                                            before.clientId(),
                                            before.subject(),
                                            before.former(),
                                            name,
                                            disabled,
                                            expected.next(),
                                            before.createdAt(),
                                            clock.instant());
                            if (!repository.update(expected, after)) {
                                throw new StaleVersion(expected);
                            }
                            record(actor, "partner.changed", id, Map.of("disabled", disabled));
                            return find(actor, id);
                        });
        atKeycloak(() -> {
            keycloak.setClientEnabled(changed.partner().clientId(), !disabled);
            changed.partner()
                    .former()
                    .filter(former -> former.until().isAfter(clock.instant()))
                    .ifPresent(former -> keycloak.setClientEnabled(former.clientId(), !disabled));
            return true;
        });
        return changed;
    }

    /**
     * Has Keycloak give the client of a partner of this employer's own another secret. The former
     * one gets no more tokens; those it got go on until they end. To be noted with {@link
     * #noteNewSecret}. Not to be called inside a transaction: it is remote.
     *
     * @throws Conflict when it is the operator's
     * @throws TryLater when Keycloak is away; whether the secret is another one now is not known
     *     then, and the call is to be repeated
     */
    public Registered changeSecret(Actor actor, PartnerId id) {
        PartnerView view = viewOfOwn(actor, id);
        String secret = newSecret();
        atKeycloak(() -> {
            keycloak.setClientSecret(view.partner().clientId(), secret);
            return true;
        });
        return new Registered(view, secret);
    }

    /**
     * Has Keycloak make another client for a partner of this employer's own that is to change over.
     * Its tokens are good for nothing before {@link #changeOver}. Not to be called inside a
     * transaction: it is remote.
     *
     * @throws Conflict when it is the operator's
     * @throws TryLater when Keycloak is away
     */
    public NewClient prepareNext(Actor actor, PartnerId id) {
        return newClient(id, viewOfOwn(actor, id).partner().name());
    }

    /**
     * Gives a partner another client. The one it had goes on for a while, secret and all, so that
     * its machines can change over one after the other; the one before that ends now.
     *
     * @param overlap for how long
     * @throws InvalidInput when that is none, or too long
     * @throws StaleVersion when somebody changed the partner at the same time
     */
    public Registered changeOver(Actor actor, NewClient next, Duration overlap) {
        actor.require(Permission.MANAGE_PARTNERS);
        if (!overlap.isPositive() || overlap.compareTo(LONGEST_OVERLAP) > 0) {
            throw new InvalidInput(
                    "/overlapHours", "must be between 1 and " + LONGEST_OVERLAP.toHours());
        }
        Instant now = clock.instant();
        return transactions.in(
                actor,
                () -> {
                    Partner before = ownOf(actor, next.partner());
                    Instant until = now.plus(overlap);
                    if (!repository.update(
                            before.version(), before.changingOver(next, until, now))) {
                        throw new StaleVersion(before.version());
                    }
                    before.former().ifPresent(former -> remove(actor, before, former, now));
                    formerClients.removeAt(actor.employer(), before.id(), before.clientId(), until);
                    record(actor, "partner.secret-changed", next.partner(), Map.of());
                    return new Registered(find(actor, next.partner()), next.secret());
                });
    }

    private PartnerView viewOfOwn(Actor actor, PartnerId id) {
        actor.require(Permission.MANAGE_PARTNERS);
        return transactions.in(
                actor,
                () -> {
                    ownOf(actor, id);
                    return find(actor, id);
                });
    }

    /**
     * Writes down that a partner's client has another secret, and ends a former client: whoever
     * knew the secret may know that one's as well.
     *
     * @throws StaleVersion when somebody changed the partner at the same time
     */
    public Registered noteNewSecret(Actor actor, Registered changed) {
        actor.require(Permission.MANAGE_PARTNERS);
        PartnerId id = changed.view().partner().id();
        return transactions.in(
                actor,
                () -> {
                    Partner before = ownOf(actor, id);
                    if (before.former().isPresent()
                            && !repository.update(
                                    before.version(), before.withoutFormer(clock.instant()))) {
                        throw new StaleVersion(before.version());
                    }
                    before.former()
                            .ifPresent(former -> remove(actor, before, former, clock.instant()));
                    record(actor, "partner.secret-changed", id, Map.of());
                    return new Registered(find(actor, id), changed.secret());
                });
    }

    /**
     * Lets a partner do these things here, and nothing else any more, from its next call on.
     *
     * @param jobs for which jobs; empty for all
     * @param expected the version of the grant the caller saw; empty when they saw none
     * @throws InvalidInput when this employer has not all of the jobs
     * @throws StaleVersion when somebody changed it since
     */
    public Grant grant(
            Actor actor,
            PartnerId id,
            Set<PartnerRight> rights,
            Optional<Set<JobId>> chosen,
            Optional<Version> expected) {
        actor.require(Permission.MANAGE_PARTNERS);
        Instant now = clock.instant();
        return transactions.in(
                actor,
                () -> {
                    PartnerView view = find(actor, id);
                    chosen.ifPresent(wanted -> requireOwn(actor, wanted));
                    Grant grant =
                            new Grant(
                                    id,
                                    rights,
                                    chosen,
                                    expected.map(Version::next).orElse(Version.FIRST),
                                    view.grant().map(Grant::createdAt).orElse(now),
                                    now);
                    boolean done =
                            expected.map(seen -> repository.update(actor.employer(), seen, grant))
                                    .orElseGet(() -> repository.insert(actor.employer(), grant));
                    if (!done) {
                        throw new StaleVersion(expected.orElse(Version.FIRST));
                    }
                    record(actor, "partner.granted", id, detail(grant));
                    return grant;
                });
    }

    /**
     * Takes back whatever a partner may do here, from its next call on. What it handed in stays.
     *
     * @throws NotFound when it may do nothing here
     * @throws StaleVersion when somebody changed it since
     */
    public void revoke(Actor actor, PartnerId id, Version expected) {
        actor.require(Permission.MANAGE_PARTNERS);
        transactions.in(
                actor,
                () -> {
                    if (find(actor, id).grant().isEmpty()) {
                        throw new NotFound("grant");
                    }
                    if (!repository.delete(actor.employer(), id, expected)) {
                        throw new StaleVersion(expected);
                    }
                    record(actor, "partner.grant-revoked", id, Map.of());
                });
    }

    private void remove(Actor actor, Partner partner, Partner.Former former, Instant due) {
        formerClients.removeAt(actor.employer(), partner.id(), former.clientId(), due);
    }

    private void requireOwn(Actor actor, Set<JobId> wanted) {
        if (!jobs.existing(actor, wanted).containsAll(wanted)) {
            throw new InvalidInput("/jobs", "names a job that is none of this employer's");
        }
    }

    private PartnerView find(Actor actor, PartnerId id) {
        return repository.find(actor.employer(), id).orElseThrow(() -> new NotFound("partner"));
    }

    private Partner ownOf(Actor actor, PartnerId id) {
        PartnerView view = find(actor, id);
        if (!view.own()) {
            throw new Conflict(
                    "partner-of-operator",
                    "This partner is the operator's; only its grant here is yours to change.");
        }
        return view.partner();
    }

    private void record(Actor actor, String action, PartnerId id, Map<String, Object> detail) {
        audit.recordAndEmit(actor, action, "partner", id.value(), detail);
    }

    private static Map<String, Object> detail(Grant grant) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put(
                "permissions",
                grant.rights().stream().map(PartnerRight::wireName).sorted().toList());
        grant.jobs()
                .ifPresent(named ->
                        detail.put("jobs", named.stream().map(JobId::toString).sorted().toList()));
        return detail;
    }

    private String newSecret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static <T> T atKeycloak(Supplier<T> call) {
        TenantTransaction.requireNone();
        try {
            return call.get();
        } catch (KeycloakUnavailable away) {
            throw new TryLater(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "unavailable",
                    "The sign-in server cannot be reached. Repeat the call.",
                    KEYCLOAK_MAY_BE_BACK);
        }
    }
}
