package dev.assay.hiring.compliance;

import dev.assay.hiring.candidates.Candidate;
import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.candidates.Candidates;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.privacy.PersonalVault;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.AuditTrail;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.shared.PersonalDataHolder;
import dev.assay.hiring.shared.StaleVersion;
import dev.assay.hiring.shared.Version;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Erases persons: every row of theirs in plain text, and the key of everything that is sealed. Ids,
 * figures and the audit trail stay, so that what was decided can still be explained.
 */
@Component
public class Erasures {

    private final Candidates candidates;
    private final List<PersonalDataHolder> holders;
    private final PersonalVault vault;
    private final TenantTransaction transactions;
    private final AuditTrail audit;

    Erasures(
            Candidates candidates,
            List<PersonalDataHolder> holders,
            PersonalVault vault,
            TenantTransaction transactions,
            AuditTrail audit) {
        this.candidates = candidates;
        this.holders = List.copyOf(holders);
        this.vault = vault;
        this.transactions = transactions;
        this.audit = audit;
    }

    /**
     * Erases a candidate, with everybody merged with them: they are one person. All of it or
     * nothing, in one transaction; there is no half of an erasure to resume. For good.
     *
     * @throws NotFound when this employer has no such candidate, or erased them before
     * @throws StaleVersion when the candidate was changed since
     */
    public void erase(Actor actor, CandidateId id, Version expected, ErasureReason reason) {
        actor.require(Permission.ERASE_PERSONS);
        transactions.in(
                actor,
                () -> {
                    for (Candidate same : candidates.holdPerson(actor, id, expected)) {
                        eraseOne(actor, same.id(), reason);
                    }
                });
    }

    private void eraseOne(Actor actor, CandidateId candidate, ErasureReason reason) {
        holders.forEach(holder -> holder.erase(actor, candidate.person()));
        vault.destroyKey(actor, candidate.person());
        audit.recordAndEmit(
                actor,
                "candidate.erased",
                "candidate",
                candidate.value(),
                Map.of("reason", reason.wireName()));
    }
}
