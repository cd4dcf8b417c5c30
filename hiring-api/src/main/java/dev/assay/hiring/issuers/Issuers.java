package dev.assay.hiring.issuers;

import dev.assay.hiring.platform.persistence.TenantTransaction;
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
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** An employer's registry of issuers: whose signature counts, for what, and how much. */
@Component
public class Issuers {

    private final IssuerRepository repository;
    private final TenantTransaction transactions;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Issuers(
            IssuerRepository repository,
            TenantTransaction transactions,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.transactions = transactions;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Registers an issuer. Applications with its credentials are scored anew soon after.
     *
     * @throws InvalidInput when the entry is not sound, naming each field
     * @throws Conflict when one of the ids is in another entry already
     */
    public Issuer register(Actor actor, IssuerContent content) {
        actor.require(Permission.EDIT_ISSUERS);
        content.requireSound();
        Instant now = clock.instant();
        Issuer issuer = new Issuer(new IssuerId(NewIds.next()), content, Version.FIRST, now, now);
        return transactions.in(
                actor,
                () -> {
                    requireFree(repository.insert(actor.employer(), issuer));
                    published(actor, issuer, "issuer.registered", Set.copyOf(content.ids()));
                    return issuer;
                });
    }

    /**
     * Changes an entry as a whole.
     *
     * @throws InvalidInput when the entry is not sound, naming each field
     * @throws StaleVersion when somebody changed it since
     * @throws Conflict when one of the ids is in another entry already
     */
    public Issuer change(Actor actor, IssuerId id, Version expected, IssuerContent content) {
        actor.require(Permission.EDIT_ISSUERS);
        content.requireSound();
        return transactions.in(
                actor,
                () -> {
                    Issuer before = find(actor, id);
                    Issuer after =
                            new Issuer(
                                    id,
                                    content,
                                    expected.next(),
                                    before.createdAt(),
                                    clock.instant());
                    if (!repository.update(actor.employer(), expected, after)) {
                        throw new StaleVersion(expected);
                    }
                    requireFree(repository.replaceIdentifiers(actor.employer(), after));
                    Set<String> touched = new HashSet<>(before.content().ids());
                    touched.addAll(content.ids());
                    published(actor, after, "issuer.changed", touched);
                    return after;
                });
    }

    /**
     * @throws NotFound when this employer has no such entry
     */
    public Issuer get(Actor actor, IssuerId id) {
        actor.require(Permission.READ_ISSUERS);
        return transactions.in(actor, () -> find(actor, id));
    }

    /** The registry, newest entry first. */
    public Page<Issuer> list(Actor actor, Optional<PageCursor> after, PageSize size) {
        actor.require(Permission.READ_ISSUERS);
        return transactions.in(actor, () -> repository.list(actor.employer(), after, size));
    }

    /** The entries with these ids, those there are. */
    public Map<IssuerId, Issuer> withIds(Actor actor, Collection<IssuerId> ids) {
        actor.require(Permission.READ_ISSUERS);
        return transactions.in(actor, () -> repository.withIds(actor.employer(), ids));
    }

    /** The entries that hold any of these ids, by id. */
    public Map<String, Issuer> withIdentifiers(Actor actor, Collection<String> identifiers) {
        return transactions.in(
                actor, () -> repository.withIdentifiers(actor.employer(), Set.copyOf(identifiers)));
    }

    private Issuer find(Actor actor, IssuerId id) {
        return repository.find(actor.employer(), id).orElseThrow(() -> new NotFound("issuer"));
    }

    private static void requireFree(boolean free) {
        if (!free) {
            throw new Conflict(
                    "issuer-registered",
                    "Another entry of the registry has one of these ids already.");
        }
    }

    private void published(Actor actor, Issuer issuer, String action, Set<String> touched) {
        audit.recordAndEmit(
                actor,
                action,
                "issuer",
                issuer.id().value(),
                Map.of(
                        "tier",
                        issuer.content().tier().wireName(),
                        "version",
                        issuer.version().value()));
        events.publishEvent(new IssuerChanged(actor, issuer.id(), touched));
    }
}
