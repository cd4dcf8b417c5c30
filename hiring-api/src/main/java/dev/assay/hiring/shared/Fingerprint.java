package dev.assay.hiring.shared;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What something said when it was read, for what counts no versions of its own: changes with it,
 * and says nothing else. Shown as its ETag.
 */
public record Fingerprint(String hex) {

    private static final int BYTES = 8;
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{" + 2 * BYTES + "}");

    public Fingerprint {
        if (!HEX.matcher(hex).matches()) {
            throw new IllegalArgumentException("a fingerprint has " + 2 * BYTES + " hex digits");
        }
    }

    /** Of these in this order; whatever two of them say alike when written is alike. */
    public static Fingerprint of(List<?> parts) {
        return new Fingerprint(
                Sha256.hex(
                        parts.stream().map(String::valueOf).collect(Collectors.joining("\n")),
                        BYTES));
    }

    /**
     * @throws StaleVersion when it is not what the caller saw
     */
    public void requireSeen(Fingerprint seen) {
        if (!equals(seen)) {
            throw new StaleVersion();
        }
    }
}
