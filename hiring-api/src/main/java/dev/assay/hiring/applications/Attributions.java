package dev.assay.hiring.applications;

import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.Permission;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * By which partner applications came, from the posting to the hire. No role of the database may
 * change what is written here.
 */
@Component
public class Attributions {

    private final AttributionRepository repository;
    private final Applications applications;
    private final TenantTransaction transactions;
    private final Clock clock;

    Attributions(
            AttributionRepository repository,
            Applications applications,
            TenantTransaction transactions,
            Clock clock) {
        this.repository = repository;
        this.applications = applications;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Writes down by which partner an application came, in the transaction that takes it. */
    public void attribute(
            Actor.Service actor, ApplicationId application, UUID partner, Attribution.Way way) {
        transactions.in(
                actor,
                () ->
                        repository.insert(
                                actor.employer(),
                                application,
                                new Attribution(partner, way, clock.instant())));
    }

    /**
     * Empty when the application came by no partner.
     *
     * @throws NotFound when the actor sees no such application
     */
    public Optional<Attribution> of(Actor actor, ApplicationId application) {
        actor.requireSomewhere(Permission.READ_APPLICATIONS);
        return transactions.in(
                actor,
                () -> {
                    applications.get(actor, application);
                    return Optional.ofNullable(
                            repository.of(actor.employer(), List.of(application)).get(application));
                });
    }

    /** Whether an application came by that partner. */
    public boolean isTo(Actor.Service actor, ApplicationId application, UUID partner) {
        return transactions.in(
                actor,
                () ->
                        repository.of(actor.employer(), List.of(application)).values().stream()
                                .anyMatch(known -> known.partner().equals(partner)));
    }

    /** Of those of these applications that the actor sees, and that came by a partner. */
    public Map<ApplicationId, Attribution> ofEach(Actor actor, Collection<ApplicationId> ids) {
        return transactions.in(
                actor,
                () -> repository.of(actor.employer(), applications.withIds(actor, ids).keySet()));
    }
}
