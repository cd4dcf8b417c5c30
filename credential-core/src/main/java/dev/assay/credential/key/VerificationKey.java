package dev.assay.credential.key;

import java.math.BigInteger;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * A public key that verifies with the one algorithm of its kind, computed by the {@link
 * SignatureProvider} in use. The same signatures fit whichever that is.
 */
public final class VerificationKey {

    private static final int MIN_RSA_BITS = 2_048;
    private static final int MAX_RSA_BITS = 4_096;
    private static final int MAX_RSA_EXPONENT_BITS = 33;
    private static final int ED25519_BYTES = 32;

    private final KeyKind kind;
    private final PublicKey key;
    private final byte[] encoded;
    private final SignatureProvider provider;
    private final Optional<Verifiers> verifiers;

    private VerificationKey(KeyKind kind, PublicKey key, SignatureProvider provider) {
        this.kind = kind;
        this.key = key;
        this.encoded = key.getEncoded();
        this.provider = provider;
        this.verifiers =
                provider.translate(kind, encoded).map(own -> new Verifiers(provider, kind, own));
    }

    private static VerificationKey of(KeyKind kind, PublicKey key) {
        return new VerificationKey(kind, key, SignatureProvider.of(kind));
    }

    /**
     * Refuses points that are not of the prime order (RFC 8032 leaves them to the verifier, and
     * verifiers differ): of a small order, or with such a part, so that one signature would fit by
     * one way of computing and not by another.
     */
    static Optional<VerificationKey> ed25519(PublicKey key) {
        byte[] info = key.getEncoded();
        byte[] point = Arrays.copyOfRange(info, info.length - ED25519_BYTES, info.length);
        return SignatureForm.isPoint(point) && Ed25519.validatePublicKeyFull(point, 0)
                ? Optional.of(of(KeyKind.ED25519, key))
                : Optional.empty();
    }

    /** A key whose point the caller has found to be on the curve of that kind. */
    static VerificationKey ec(KeyKind kind, ECPublicKey key) {
        return of(kind, key);
    }

    /** Refuses moduli too short to trust or too long to bear, and exponents even, 1, or huge. */
    static Optional<VerificationKey> rsa(RSAPublicKey key) {
        int bits = key.getModulus().bitLength();
        var exponent = key.getPublicExponent();
        boolean sound =
                bits >= MIN_RSA_BITS
                        && bits <= MAX_RSA_BITS
                        && exponent.compareTo(BigInteger.TWO) > 0
                        && exponent.testBit(0)
                        && exponent.bitLength() <= MAX_RSA_EXPONENT_BITS;
        return sound ? Optional.of(of(KeyKind.RSA, key)) : Optional.empty();
    }

    public KeyKind kind() {
        return kind;
    }

    public PublicKey key() {
        return key;
    }

    /**
     * Whether the signature is this key's over the data; a signature of odd shape is just false.
     */
    public boolean verifies(byte[] data, byte[] signature) {
        if (key instanceof RSAPublicKey rsa
                && signature.length != (rsa.getModulus().bitLength() + 7) / 8) {
            return false;
        }
        var form = SignatureForm.forProvider(kind, signature);
        if (form.isEmpty() || verifiers.isEmpty()) {
            return false;
        }
        return verifiers.get().verify(data, form.get()) && isStrictly(data, signature);
    }

    /** What some providers do not look at, for those; dearer than the signature itself. */
    private boolean isStrictly(byte[] data, byte[] signature) {
        if (kind == KeyKind.ED25519 && provider.takesTheCofactor()) {
            return Ed25519.validatePublicKeyFull(signature, 0); // its first half is a point, too
        }
        return !(key instanceof RSAPublicKey rsa && provider.takesOddBlocks())
                || SignatureForm.isExactRsa(rsa, data, signature);
    }

    /** The same key, computed by somebody else. */
    VerificationKey by(SignatureProvider other) {
        return new VerificationKey(kind, key, other);
    }

    /** The same key, however it was written down. */
    public boolean sameAs(VerificationKey other) {
        return Arrays.equals(encoded, other.encoded);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerificationKey that && kind == that.kind && sameAs(that);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encoded);
    }

    @Override
    public String toString() {
        return "VerificationKey[" + kind + "]";
    }
}
