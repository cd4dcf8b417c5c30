package dev.assay.credential.key;

import java.security.InvalidKeyException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;

/**
 * What verifies with one key, a few of it at once. Making one costs a tenth of a verification, and
 * one that has verified is as good as new (see {@link Signature#verify(byte[])}). Thread-safe.
 */
final class Verifiers {

    private static final int KEPT = 4;

    private final SignatureProvider provider;
    private final KeyKind kind;
    private final PublicKey key;
    private final Queue<Signature> idle = new ArrayBlockingQueue<>(KEPT);

    /** For a key of the provider's own. */
    Verifiers(SignatureProvider provider, KeyKind kind, PublicKey key) {
        this.provider = provider;
        this.kind = kind;
        this.key = key;
    }

    /** Whether the signature fits, in the form that all providers share: ECDSA as DER. */
    boolean verify(byte[] data, byte[] signature) {
        try {
            var kept = idle.poll();
            var verifier = kept == null ? provider.verifier(kind, key) : kept;
            verifier.update(data);
            boolean fits = verifier.verify(signature);
            boolean _ = idle.offer(verifier);
            return fits;
        } catch (SignatureException | InvalidKeyException _) {
            return false; // no signature of such a key, or no key; nothing is kept
        }
    }
}
