package dev.assay.hiring.platform.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * What recomputing a chain found.
 *
 * @param from where it began, taken for granted
 * @param verified the last row that is in order
 * @param end how far the chain goes; past {@code verified} there is more to recompute, unless it is
 *     broken
 * @param broken the first row that is not in order
 * @param unsealed rows that wait for their place and are protected by nothing yet
 * @param oldestUnsealed when the oldest of them was written
 */
public record ChainReport(
        Checkpoint from,
        Checkpoint verified,
        long end,
        Optional<Break> broken,
        long unsealed,
        Optional<Instant> oldestUnsealed) {

    /** Whether the whole chain was recomputed and found in order. */
    public boolean isIntact() {
        return broken.isEmpty() && verified.sequence() >= end;
    }

    /** The first row that is not in order. */
    public record Break(long sequence, Flaw flaw) {}

    /** What is wrong with a row. */
    public enum Flaw {
        /** There is no row with this number, although the chain goes on or should. */
        ROW_MISSING("row-missing"),
        /** The row, its number or the row before it is not what was sealed. */
        HASH_MISMATCH("hash-mismatch"),
        /** The chain ends with another hash than the sequencer left it with. */
        HEAD_MISMATCH("head-mismatch"),
        /** A row was numbered past the end that the sequencer left. */
        BEYOND_HEAD("beyond-head"),
        /** The row has another hash than the checkpoint says. */
        CHECKPOINT_MISMATCH("checkpoint-mismatch");

        private final String wireName;

        Flaw(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }
    }
}
