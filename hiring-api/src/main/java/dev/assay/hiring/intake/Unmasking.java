package dev.assay.hiring.intake;

import dev.assay.hiring.applications.Applications;
import dev.assay.hiring.candidates.Candidate;
import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.candidates.Candidates;
import dev.assay.hiring.jobs.EarlierBecause;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.AuditTrail;
import dev.assay.hiring.shared.Conflict;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.Permission;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Tells an HR admin who somebody is that is reviewed blind. It is told in this answer and nowhere
 * else: everything goes on under the pseudonym, for whoever asked too. Each time is in the audit
 * trail, with the reason.
 */
@Component
public class Unmasking {

    private final Applications applications;
    private final Candidates candidates;
    private final TenantTransaction transactions;
    private final AuditTrail audit;

    Unmasking(
            Applications applications,
            Candidates candidates,
            TenantTransaction transactions,
            AuditTrail audit) {
        this.applications = applications;
        this.candidates = candidates;
        this.transactions = transactions;
        this.audit = audit;
    }

    /**
     * Who applied.
     *
     * @throws NotFound when this employer has no such application, or its candidate was erased
     * @throws Conflict when everybody may know it
     */
    public Candidate unmask(Actor actor, ApplicationId id, EarlierBecause reason) {
        actor.require(Permission.UNMASK_CANDIDATES);
        return transactions.in(
                actor,
                () -> {
                    CandidateId candidate = applications.get(actor, id).candidate();
                    Candidate known = candidates.inClear(actor, candidate);
                    if (!known.blind()) {
                        throw new Conflict(
                                "not-blind",
                                "This candidate is not reviewed blind: read who it is.");
                    }
                    audit.recordAndEmit(
                            actor,
                            "application.unmasked",
                            "application",
                            id.value(),
                            Map.of("candidate", candidate.toString(), "reason", reason.wireName()));
                    return known;
                });
    }
}
