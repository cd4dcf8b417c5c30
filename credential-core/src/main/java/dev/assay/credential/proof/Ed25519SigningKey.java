package dev.assay.credential.proof;

import dev.assay.credential.key.Ed25519Signer;
import dev.assay.credential.key.Multikey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;

/**
 * An Ed25519 private key (RFC 8032) and the did:key it is known by. Never shows the private part,
 * not even in {@link #toString()}.
 */
public final class Ed25519SigningKey {

    private static final int SEED_LENGTH = 32;

    private final Ed25519Signer signer;
    private final String multikey;

    private Ed25519SigningKey(KeyPair pair) {
        this.signer = Ed25519Signer.of(pair.getPrivate().getEncoded());
        byte[] info = pair.getPublic().getEncoded();
        this.multikey = Multikey.ofEd25519(Arrays.copyOfRange(info, info.length - 32, info.length));
    }

    /** A new key nobody has seen. */
    public static Ed25519SigningKey generate() {
        return new Ed25519SigningKey(pair(new SecureRandom()));
    }

    /** The key of a seed of 32 bytes (RFC 8032 §5.1.5); the same seed is always the same key. */
    public static Ed25519SigningKey fromSeed(byte[] seed) {
        if (seed.length != SEED_LENGTH) {
            throw new IllegalArgumentException(
                    "a seed has " + SEED_LENGTH + " bytes, but this one has " + seed.length);
        }
        var key = new Ed25519SigningKey(pair(new SeedAsRandom(seed)));
        key.requireFitting();
        return key;
    }

    private static KeyPair pair(SecureRandom random) {
        try {
            // The JDK has no call that derives a public key from a seed. Its generator takes its 32
            // random bytes as the seed, so a "random" that returns the seed gives the pair.
            var generator = KeyPairGenerator.getInstance("Ed25519", "SunEC");
            generator.initialize(NamedParameterSpec.ED25519, random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK lacks Ed25519", e);
        }
    }

    /** Guards the trick above: a pair that does not fit itself must not come into use. */
    private void requireFitting() {
        byte[] sample = "sample".getBytes(StandardCharsets.US_ASCII);
        boolean fits =
                Multikey.decode(multikey).filter(k -> k.verifies(sample, sign(sample))).isPresent();
        if (!fits) {
            throw new IllegalStateException("the JDK derived a key pair that does not fit");
        }
    }

    /** The Multikey text of the public key. */
    public String publicKeyMultibase() {
        return multikey;
    }

    public String didKey() {
        return "did:key:" + multikey;
    }

    /** The verification method of the did:key. */
    public String verificationMethod() {
        return didKey() + "#" + multikey;
    }

    /** The 64 bytes of the signature. */
    public byte[] sign(byte[] data) {
        return signer.sign(data);
    }

    @Override
    public String toString() {
        return "Ed25519SigningKey[" + multikey + "]";
    }

    private static final class SeedAsRandom extends SecureRandom {
        private final byte[] seed;

        SeedAsRandom(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            if (bytes.length != seed.length) {
                throw new IllegalStateException("asked for " + bytes.length + " bytes of a seed");
            }
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}
