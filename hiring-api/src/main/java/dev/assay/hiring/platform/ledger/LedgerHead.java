package dev.assay.hiring.platform.ledger;

import java.util.HexFormat;
import java.util.Optional;

/**
 * How far a ledger is numbered.
 *
 * @param sequence the last number given; 0 when none was
 * @param hash of the last row, in hexadecimal; empty in ledgers that chain nothing
 */
public record LedgerHead(long sequence, Optional<String> hash) {

    /** A ledger nobody has written in. */
    public static final LedgerHead EMPTY = new LedgerHead(0, Optional.empty());

    static LedgerHead of(long sequence, byte @org.jspecify.annotations.Nullable [] hash) {
        return new LedgerHead(sequence, Optional.ofNullable(hash).map(HexFormat.of()::formatHex));
    }
}
