package dev.assay.hiring.references;

import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.Conflict;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * What other systems call jobs, candidates and applications, so that an employer can keep the one
 * they have. The features whose things these are say who may ask.
 */
@Component
public class ExternalReferences {

    private final ReferenceRepository repository;
    private final TenantTransaction transactions;
    private final Clock clock;

    ExternalReferences(
            ReferenceRepository repository, TenantTransaction transactions, Clock clock) {
        this.repository = repository;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The thing another system calls like this. */
    public Optional<UUID> find(Actor actor, ReferencedKind kind, ExternalReference reference) {
        return transactions.in(actor, () -> repository.find(actor.employer(), kind, reference));
    }

    /**
     * Says what another system calls a thing, in the transaction that makes the thing.
     *
     * @throws Conflict when it calls another thing of this kind so, or this thing otherwise
     */
    public void attach(Actor actor, ReferencedKind kind, ExternalReference reference, UUID thing) {
        if (!attachIfFree(actor, kind, reference, thing)) {
            throw new Conflict(
                    "reference-taken",
                    "That system's reference stands for another thing, or the thing has another there.");
        }
    }

    /** Like {@link #attach}, and false instead of a refusal. */
    public boolean attachIfFree(
            Actor actor, ReferencedKind kind, ExternalReference reference, UUID thing) {
        return transactions.in(
                actor,
                () -> repository.insert(actor.employer(), kind, reference, thing, clock.instant()));
    }
}
