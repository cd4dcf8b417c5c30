package dev.assay.hiring.postings;

import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.AuditTrail;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.shared.StaleVersion;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the actor's employer says of itself in its postings. */
@Component
public class EmployerProfiles {

    private final EmployerProfileRepository repository;
    private final TenantTransaction transactions;
    private final AuditTrail audit;
    private final Clock clock;

    EmployerProfiles(
            EmployerProfileRepository repository,
            TenantTransaction transactions,
            AuditTrail audit,
            Clock clock) {
        this.repository = repository;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    public EmployerProfile get(Actor actor) {
        actor.requireSomewhere(Permission.READ_JOBS);
        return transactions.in(actor, () -> repository.get(actor.employer()));
    }

    /**
     * Says it otherwise, in all postings from now on.
     *
     * @param profile with the version that was read
     * @throws StaleVersion when somebody changed it since
     */
    public EmployerProfile change(Actor actor, EmployerProfile profile) {
        actor.require(Permission.MANAGE_PARTNERS);
        return transactions.in(
                actor,
                () -> {
                    if (!repository.change(actor, profile, clock.instant())) {
                        throw new StaleVersion(profile.version());
                    }
                    audit.recordAndEmit(
                            actor,
                            "employer-profile.changed",
                            "employer",
                            actor.employer().value(),
                            Map.of());
                    return repository.get(actor.employer());
                });
    }
}
