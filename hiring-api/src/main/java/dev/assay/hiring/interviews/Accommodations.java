package dev.assay.hiring.interviews;

import dev.assay.hiring.applications.Application;
import dev.assay.hiring.applications.Applications;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.privacy.PersonKeys;
import dev.assay.hiring.platform.privacy.PersonalVault;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.AuditTrail;
import dev.assay.hiring.shared.NewIds;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.Permission;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * What candidates need so that the hiring is fair to them: for HR admins alone. Nothing else reads
 * it; in the audit trail stands that something was recorded, and no word of what.
 */
@Component
public class Accommodations {

    private final AccommodationRepository repository;
    private final Applications applications;
    private final PersonalVault vault;
    private final TenantTransaction transactions;
    private final AuditTrail audit;
    private final Clock clock;

    Accommodations(
            AccommodationRepository repository,
            Applications applications,
            PersonalVault vault,
            TenantTransaction transactions,
            AuditTrail audit,
            Clock clock) {
        this.repository = repository;
        this.applications = applications;
        this.vault = vault;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @throws NotFound when this employer has no such application
     */
    public AccommodationRequest record(Actor actor, ApplicationId id, String words) {
        actor.require(Permission.HANDLE_ACCOMMODATIONS);
        return transactions.in(
                actor,
                () -> {
                    Application application = applications.get(actor, id);
                    var request =
                            new AccommodationRequest(
                                    NewIds.next(),
                                    id,
                                    application.candidate(),
                                    Optional.of(words),
                                    actor.reference(),
                                    clock.instant());
                    repository.insert(actor.employer(), request, keys(actor, application));
                    audit.record(
                            actor, "accommodation.recorded", "application", id.value(), Map.of());
                    return request;
                });
    }

    /**
     * Oldest first.
     *
     * @throws NotFound when this employer has no such application
     */
    public List<AccommodationRequest> of(Actor actor, ApplicationId id) {
        actor.require(Permission.HANDLE_ACCOMMODATIONS);
        return transactions.in(
                actor,
                () -> {
                    Application application = applications.get(actor, id);
                    return repository.of(actor.employer(), id, keys(actor, application));
                });
    }

    /**
     * Forgets a request for good.
     *
     * @throws NotFound when the application has no such request
     */
    public void remove(Actor actor, ApplicationId id, UUID request) {
        actor.require(Permission.HANDLE_ACCOMMODATIONS);
        transactions.in(
                actor,
                () -> {
                    applications.get(actor, id);
                    if (!repository.delete(actor.employer(), id, request)) {
                        throw new NotFound("accommodation request");
                    }
                    audit.record(
                            actor, "accommodation.removed", "application", id.value(), Map.of());
                });
    }

    private PersonKeys keys(Actor actor, Application application) {
        return vault.keys(actor, List.of(application.candidate().person()));
    }
}
