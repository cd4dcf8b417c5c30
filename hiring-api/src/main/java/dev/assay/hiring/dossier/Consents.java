package dev.assay.hiring.dossier;

import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.candidates.Candidates;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.AuditTrail;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.NewIds;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.Permission;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What candidates agreed to. Withdrawn consents stay known as such. */
@Component
public class Consents {

    private final ConsentRepository repository;
    private final Owners owners;
    private final Candidates candidates;
    private final TenantTransaction transactions;
    private final AuditTrail audit;
    private final Clock clock;

    Consents(
            ConsentRepository repository,
            Owners owners,
            Candidates candidates,
            TenantTransaction transactions,
            AuditTrail audit,
            Clock clock) {
        this.repository = repository;
        this.owners = owners;
        this.candidates = candidates;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Writes a consent down.
     *
     * @throws InvalidInput when it was given in the future
     */
    public Consent record(Actor actor, Owner about, NewConsent given) {
        actor.require(Permission.SUBMIT_APPLICATIONS);
        Instant now = clock.instant();
        if (given.givenAt().filter(now::isBefore).isPresent()) {
            throw new InvalidInput("/givenAt", "must not lie in the future");
        }
        var consent =
                new Consent(
                        new ConsentId(NewIds.next()),
                        about,
                        given.purpose(),
                        given.textVersion(),
                        given.givenAt().orElse(now),
                        actor.reference(),
                        now,
                        Optional.empty());
        return transactions.in(
                actor,
                () -> {
                    repository.insert(actor.employer(), consent);
                    published(actor, "consent.recorded", consent);
                    return consent;
                });
    }

    /**
     * Notes that a candidate took a consent back. Doing it again changes nothing.
     *
     * @throws NotFound when this employer has no such consent
     */
    public Consent withdraw(Actor actor, ConsentId id) {
        actor.require(Permission.EDIT_DOSSIERS);
        return transactions.in(
                actor,
                () -> {
                    Consent consent = find(actor, id);
                    if (repository.withdraw(
                            actor.employer(), id, actor.reference(), clock.instant())) {
                        published(actor, "consent.withdrawn", consent);
                    }
                    return find(actor, id);
                });
    }

    /**
     * What a person agreed to, oldest first; withdrawn ones among them.
     *
     * @throws NotFound when this employer has no such candidate, or erased them
     */
    public List<Consent> of(Actor actor, CandidateId candidate) {
        actor.require(Permission.READ_DOSSIERS);
        return transactions.in(
                actor,
                () -> {
                    owners.of(actor, candidate);
                    return repository.of(
                            actor.employer(), candidates.samePersonIds(actor, candidate));
                });
    }

    private Consent find(Actor actor, ConsentId id) {
        return repository.find(actor.employer(), id).orElseThrow(() -> new NotFound("consent"));
    }

    /** Without the purpose: whoever submits writes that. */
    private void published(Actor actor, String action, Consent consent) {
        audit.recordAndEmit(
                actor,
                action,
                "consent",
                consent.id().value(),
                Map.of("candidate", consent.about().candidate().toString()));
    }
}
