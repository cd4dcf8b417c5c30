package dev.assay.credential.key;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Optional;

/** A public key that verifies with the one algorithm of its kind. */
public record VerificationKey(KeyKind kind, PublicKey key) {

    private static final int MIN_RSA_BITS = 2_048;
    private static final int MAX_RSA_BITS = 4_096;
    private static final int MAX_RSA_EXPONENT_BITS = 33;

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
        return sound ? Optional.of(new VerificationKey(KeyKind.RSA, key)) : Optional.empty();
    }

    /**
     * Whether the signature is this key's over the data; a signature of odd shape is just false.
     */
    public boolean verifies(byte[] data, byte[] signature) {
        try {
            var verifier = Signature.getInstance(kind.jcaAlgorithm());
            verifier.initVerify(key);
            verifier.update(data);
            return verifier.verify(signature);
        } catch (SignatureException | InvalidKeyException _) {
            return false; // no signature of this key, or bytes that are no point of the curve
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK lacks " + kind.jcaAlgorithm(), e);
        }
    }

    /** The same key, however it was written down. */
    public boolean sameAs(VerificationKey other) {
        return Arrays.equals(key.getEncoded(), other.key.getEncoded());
    }
}
