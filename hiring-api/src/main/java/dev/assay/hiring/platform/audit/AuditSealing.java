package dev.assay.hiring.platform.audit;

import dev.assay.hiring.platform.audit.AuditEntry.Seal;
import dev.assay.hiring.platform.ledger.Ledger;
import dev.assay.hiring.platform.ledger.LedgerHead;
import dev.assay.hiring.platform.ledger.LedgerHeads;
import dev.assay.hiring.platform.ledger.LedgerKind;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.shared.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Seals audit rows into the employer's chain, in the order of their ids as far as they are there.
 */
@Component
class AuditSealing implements Ledger {

    private static final int BATCH = 500;

    private final AuditRepository repository;
    private final LedgerHeads heads;
    private final TenantTransaction transactions;

    AuditSealing(AuditRepository repository, LedgerHeads heads, TenantTransaction transactions) {
        this.repository = repository;
        this.heads = heads;
        this.transactions = transactions;
    }

    @Override
    public boolean advance(Actor.Service actor) {
        return transactions.in(
                actor,
                () ->
                        heads.hold(actor, LedgerKind.AUDIT)
                                .map(head -> advance(actor, head))
                                // Another node is at it; whether it saw everything is not known.
                                .orElse(true));
    }

    private boolean advance(Actor.Service actor, LedgerHead head) {
        List<AuditEntry> rows = repository.unsealed(actor.employer(), BATCH);
        if (rows.isEmpty()) {
            return false;
        }
        List<Sealed> sealed = new ArrayList<>(rows.size());
        long sequence = head.sequence();
        String hash = head.hash().orElse(AuditChain.BEGINNING);
        for (AuditEntry row : rows) {
            Seal seal = AuditChain.seal(actor.employer(), ++sequence, hash, row);
            sealed.add(new Sealed(row.id(), seal));
            hash = seal.hash();
        }
        repository.seal(actor.employer(), sealed);
        heads.move(actor, LedgerKind.AUDIT, new LedgerHead(sequence, Optional.of(hash)));
        return rows.size() == BATCH;
    }

    /** Which row gets which seal. */
    record Sealed(UUID id, Seal seal) {}
}
