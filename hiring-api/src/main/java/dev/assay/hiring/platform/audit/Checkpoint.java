package dev.assay.hiring.platform.audit;

import dev.assay.hiring.shared.InvalidInput;
import java.util.regex.Pattern;

/**
 * A place in a chain and the hash there: who kept one outside of the database can tell whether
 * anything up to it was rewritten.
 */
public record Checkpoint(long sequence, String hash) {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    /** Before the first row. */
    public static final Checkpoint BEGINNING = new Checkpoint(0, AuditChain.BEGINNING);

    public Checkpoint {
        if (sequence < 0) {
            throw new InvalidInput("/after", "must be 0 or more, but is " + sequence);
        }
        if (!HASH.matcher(hash).matches()) {
            throw new InvalidInput("/hash", "must be 64 hexadecimal digits in lower case");
        }
        if (sequence == 0 && !hash.equals(AuditChain.BEGINNING)) {
            throw new InvalidInput("/hash", "before the first row the hash is 64 zeros");
        }
    }
}
