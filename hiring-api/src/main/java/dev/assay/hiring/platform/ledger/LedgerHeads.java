package dev.assay.hiring.platform.ledger;

import dev.assay.hiring.shared.Actor;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where each ledger of an employer ends. To be called inside the employer's transaction. */
@Component
public class LedgerHeads {

    private final LedgerRepository repository;

    LedgerHeads(LedgerRepository repository) {
        this.repository = repository;
    }

    /**
     * Takes the head until the transaction ends, so that one worker of all nodes numbers on; empty
     * while another holds it.
     */
    public Optional<LedgerHead> hold(Actor.Service actor, LedgerKind ledger) {
        return repository.hold(actor.employer(), ledger);
    }

    /** Takes the head like {@link #hold}, once whoever has it is done. */
    public LedgerHead await(Actor.Service actor, LedgerKind ledger) {
        return repository.await(actor.employer(), ledger);
    }

    /** Moves a head that is held. */
    public void move(Actor.Service actor, LedgerKind ledger, LedgerHead head) {
        repository.move(actor.employer(), ledger, head);
    }

    /** The head as it is now. */
    public LedgerHead read(Actor actor, LedgerKind ledger) {
        return repository.head(actor.employer(), ledger).orElse(LedgerHead.EMPTY);
    }
}
