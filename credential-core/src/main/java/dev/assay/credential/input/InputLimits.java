package dev.assay.credential.input;

/**
 * How large a document may be. The defaults fit every published badge many times over.
 *
 * @param maxBytes whole document
 * @param maxDepth nested objects and lists
 * @param maxObjects JSON objects; bounds the work of JSON-LD and canonicalization
 */
public record InputLimits(int maxBytes, int maxDepth, int maxObjects) {

    public InputLimits {
        if (maxBytes < 1 || maxDepth < 1 || maxObjects < 1) {
            throw new IllegalArgumentException("limits must be positive");
        }
    }

    /** 1 MiB, 64 levels, 5000 objects. */
    public static InputLimits standard() {
        return new InputLimits(1 << 20, 64, 5_000);
    }
}
