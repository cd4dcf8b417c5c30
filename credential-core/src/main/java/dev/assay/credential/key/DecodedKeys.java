package dev.assay.credential.key;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Keys that were decoded lately, by how they are written. What a text decodes to never changes, so
 * nothing here can be out of date; when there are too many, all are forgotten.
 */
public final class DecodedKeys {

    private static final int MAX = 4_096;
    private static final int MAX_LENGTH = 1_024;

    private final Map<String, Optional<VerificationKey>> keys = new ConcurrentHashMap<>();

    /** The key, decoded now or before; what is no key is looked at anew each time. */
    public Optional<VerificationKey> get(
            String written, Function<String, Optional<VerificationKey>> decoder) {
        var known = keys.get(written);
        if (known != null) {
            return known;
        }
        var decoded = decoder.apply(written);
        if (decoded.isPresent() && written.length() <= MAX_LENGTH) {
            if (keys.size() >= MAX) {
                keys.clear();
            }
            keys.put(written, decoded);
        }
        return decoded;
    }
}
