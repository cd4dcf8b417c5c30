package dev.assay.credential.key;

/** Finds the key that a verification method names. */
@FunctionalInterface
public interface KeyFinder {

    Answer find(String verificationMethod);

    /** What looking for a key came to. */
    sealed interface Answer {
        record Found(VerificationKey key) implements Answer {}

        /** The key is elsewhere and could not be had; somebody else might. */
        record Unavailable(String reason) implements Answer {}

        /** The method names no key at all. */
        record Unusable(String reason) implements Answer {}
    }
}
