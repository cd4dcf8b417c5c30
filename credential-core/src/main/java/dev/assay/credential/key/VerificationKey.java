package dev.assay.credential.key;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Arrays;

/** A public key that verifies with the one algorithm of its kind. */
public record VerificationKey(KeyKind kind, PublicKey key) {

    /**
     * Whether the signature is this key's over the data; a signature of odd shape is just false.
     */
    public boolean verifies(byte[] data, byte[] signature) {
        try {
            var verifier = Signature.getInstance(kind.jcaAlgorithm());
            verifier.initVerify(key);
            verifier.update(data);
            return verifier.verify(signature);
        } catch (SignatureException _) {
            return false; // wrong length or encoding: no signature of this key
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK lacks " + kind.jcaAlgorithm(), e);
        }
    }

    /** The same key, however it was written down. */
    public boolean sameAs(VerificationKey other) {
        return Arrays.equals(key.getEncoded(), other.key.getEncoded());
    }
}
