package dev.assay.hiring.disputes;

import java.util.Optional;

/**
 * A dispute with the words of both sides.
 *
 * @param statement empty when the candidate was erased, and for who is not to know them yet
 * @param answer likewise, and while there is none
 */
public record DisputeView(
        Dispute dispute, boolean overdue, Optional<String> statement, Optional<String> answer) {

    /** Without the words: they are a person's. */
    @Override
    public String toString() {
        return "DisputeView[" + dispute.id() + "]";
    }
}
