package dev.assay.credential.key;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;

/**
 * Signs with an Ed25519 key (RFC 8032), by the fastest provider that is there. There is one
 * signature for a key and a text, whoever computes it. Never shows the key.
 */
public final class Ed25519Signer {

    private final PrivateKey key;
    private final String algorithm;
    private final Provider provider;

    Ed25519Signer(PrivateKey key, String algorithm, Provider provider) {
        this.key = key;
        this.algorithm = algorithm;
        this.provider = provider;
    }

    /**
     * Reads a private key as PKCS #8 has it (RFC 8410).
     *
     * @throws IllegalArgumentException when it is none
     */
    public static Ed25519Signer of(byte[] encoded) {
        try {
            return SignatureProvider.forSigning().ed25519(encoded);
        } catch (GeneralSecurityException failure) {
            throw new IllegalArgumentException("no private key of Ed25519", failure);
        }
    }

    /** The 64 bytes of the signature. */
    public byte[] sign(byte[] data) {
        try {
            Signature signature = Signature.getInstance(algorithm, provider);
            signature.initSign(key);
            signature.update(data);
            return signature.sign();
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("signing with Ed25519 failed", failure);
        }
    }

    @Override
    public String toString() {
        return "Ed25519Signer";
    }
}
