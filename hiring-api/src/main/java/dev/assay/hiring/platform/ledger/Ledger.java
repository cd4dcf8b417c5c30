package dev.assay.hiring.platform.ledger;

import dev.assay.hiring.shared.Actor;

/**
 * Rows of an employer that are written without a number, by many at once, and get their place in a
 * gap-free sequence afterwards. The {@link Sequencer} calls; nobody else does.
 */
public interface Ledger {

    /**
     * Numbers one bounded batch, in one transaction that {@linkplain LedgerHeads#hold holds the
     * head}.
     *
     * @return whether more may be waiting
     */
    boolean advance(Actor.Service actor);
}
