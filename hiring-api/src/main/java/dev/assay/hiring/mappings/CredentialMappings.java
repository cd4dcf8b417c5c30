package dev.assay.hiring.mappings;

import dev.assay.hiring.issuers.IssuerId;
import dev.assay.hiring.issuers.Issuers;
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
import dev.assay.hiring.shared.PermissionDenied;
import dev.assay.hiring.shared.StaleVersion;
import dev.assay.hiring.shared.Version;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * An employer's catalogue: which skills the achievements of registered issuers show, how much of
 * them and at which level. Every version names the person who confirmed it, and is kept.
 */
@Component
public class CredentialMappings {

    private final MappingRepository repository;
    private final Issuers issuers;
    private final TenantTransaction transactions;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CredentialMappings(
            MappingRepository repository,
            Issuers issuers,
            TenantTransaction transactions,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.issuers = issuers;
        this.transactions = transactions;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Confirms what an achievement shows. Applications with credentials of its issuer are scored
     * anew soon after.
     *
     * @throws PermissionDenied unless the actor is a person who may
     * @throws InvalidInput when the mapping is not sound, or its issuer is not in the registry
     * @throws Conflict when there is a mapping of this achievement already
     */
    public CredentialMapping confirm(Actor actor, MappingContent content) {
        requirePerson(actor);
        content.requireSound();
        Instant now = clock.instant();
        var mapping =
                new CredentialMapping(
                        new MappingId(NewIds.next()),
                        content,
                        actor.reference(),
                        Version.FIRST,
                        now,
                        now);
        return transactions.in(
                actor,
                () -> {
                    Set<String> identifiers = identifiers(actor, content.issuer());
                    if (!repository.insert(actor.employer(), mapping)) {
                        throw taken();
                    }
                    published(
                            actor,
                            "mapping.confirmed",
                            mapping,
                            Map.of(content.issuer(), identifiers));
                    return mapping;
                });
    }

    /**
     * Confirms something else, or retires the mapping.
     *
     * @throws PermissionDenied unless the actor is a person who may
     * @throws InvalidInput when the mapping is not sound, or its issuer is not in the registry
     * @throws StaleVersion when somebody changed it since
     * @throws Conflict when there is another mapping of this achievement already
     */
    public CredentialMapping change(
            Actor actor, MappingId id, Version expected, MappingContent content) {
        requirePerson(actor);
        content.requireSound();
        return transactions.in(
                actor,
                () -> {
                    CredentialMapping before = find(actor, id);
                    var after =
                            new CredentialMapping(
                                    id,
                                    content,
                                    actor.reference(),
                                    expected.next(),
                                    before.createdAt(),
                                    clock.instant());
                    Map<IssuerId, Set<String>> touched = new HashMap<>();
                    touched.put(content.issuer(), identifiers(actor, content.issuer()));
                    touched.computeIfAbsent(
                            before.content().issuer(), issuer -> identifiers(actor, issuer));
                    if (repository.isTaken(actor.employer(), id, content)) {
                        throw taken();
                    }
                    if (!repository.update(actor.employer(), expected, after)) {
                        throw new StaleVersion(expected);
                    }
                    published(
                            actor,
                            content.retired() ? "mapping.retired" : "mapping.changed",
                            after,
                            touched);
                    return after;
                });
    }

    /**
     * @throws NotFound when this employer has no such mapping
     */
    public CredentialMapping get(Actor actor, MappingId id) {
        actor.require(Permission.READ_MAPPINGS);
        return transactions.in(actor, () -> find(actor, id));
    }

    /** The catalogue, newest first: of one issuer, or of all. */
    public Page<CredentialMapping> list(
            Actor actor, Optional<IssuerId> issuer, Optional<PageCursor> after, PageSize size) {
        actor.require(Permission.READ_MAPPINGS);
        return transactions.in(actor, () -> repository.list(actor.employer(), issuer, after, size));
    }

    /**
     * Every version of a mapping, newest first.
     *
     * @throws NotFound when this employer has no such mapping
     */
    public Page<CredentialMapping> versions(
            Actor actor, MappingId id, Optional<PageCursor> after, PageSize size) {
        actor.require(Permission.READ_MAPPINGS);
        return transactions.in(
                actor,
                () -> {
                    find(actor, id);
                    return repository.versions(actor.employer(), id, after, size);
                });
    }

    /** What is confirmed of these issuers' achievements now, by issuer. */
    public Map<IssuerId, List<CredentialMapping>> inForce(
            Actor actor, Collection<IssuerId> registered) {
        return registered.isEmpty()
                ? Map.of()
                : transactions
                        .in(actor, () -> repository.inForce(actor.employer(), registered))
                        .stream()
                        .collect(Collectors.groupingBy(mapping -> mapping.content().issuer()));
    }

    /** A suggestion counts nothing until a person has looked at it; no service can. */
    private static void requirePerson(Actor actor) {
        actor.require(Permission.EDIT_MAPPINGS);
        if (!(actor instanceof Actor.Person)) {
            throw new PermissionDenied(Permission.EDIT_MAPPINGS);
        }
    }

    private CredentialMapping find(Actor actor, MappingId id) {
        return repository
                .find(actor.employer(), id)
                .orElseThrow(() -> new NotFound("credential-mapping"));
    }

    private Set<String> identifiers(Actor actor, IssuerId issuer) {
        try {
            return Set.copyOf(issuers.get(actor, issuer).content().ids());
        } catch (NotFound none) {
            throw new InvalidInput("/issuerId", "is no issuer of the registry");
        }
    }

    private static Conflict taken() {
        return new Conflict(
                "achievement-mapped", "There is a mapping of this achievement already; change it.");
    }

    private void published(
            Actor actor,
            String action,
            CredentialMapping mapping,
            Map<IssuerId, Set<String>> touched) {
        audit.recordAndEmit(
                actor,
                action,
                "credential-mapping",
                mapping.id().value(),
                Map.of(
                        "issuer",
                        mapping.content().issuer().toString(),
                        "skills",
                        mapping.content().skills().stream()
                                .map(one -> one.skill().toString() + "*" + one.factor())
                                .collect(Collectors.joining(" ")),
                        "version",
                        mapping.version().value()));
        events.publishEvent(new MappingChanged(actor, mapping.id(), touched));
    }
}
