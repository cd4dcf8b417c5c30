package dev.assay.credential.key;

import java.lang.reflect.InvocationTargetException;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Who computes signatures, fastest first. The first one that is there, loads, and gets a known
 * signature right and its forgery wrong is used for all keys of a kind. Answers do not depend on
 * which it is: what providers disagree about is decided before they are asked (docs/adr/0015).
 *
 * <p>The native ones are optional. The system property {@code assay.signatures} names the first
 * that may be used, such as {@code bouncy-castle} to do without native code.
 */
public enum SignatureProvider {
    CORRETTO(
            "Amazon Corretto Crypto Provider",
            true,
            "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider"),
    CONSCRYPT("Conscrypt", true, "org.conscrypt.OpenSSLProvider"),
    BOUNCY_CASTLE("Bouncy Castle", false, "org.bouncycastle.jce.provider.BouncyCastleProvider"),
    JDK("JDK", false, "");

    private static final String PROPERTY = "assay.signatures";
    private static final String CORRETTO_ED25519 =
            "com.amazon.corretto.crypto.provider.registerEdKeyFactory";

    private final String title;
    private final boolean isNative;
    private final String className;

    SignatureProvider(String title, boolean isNative, String className) {
        this.title = title;
        this.isNative = isNative;
        this.className = className;
    }

    /** The one in use for keys of a kind. */
    public static SignatureProvider of(KeyKind kind) {
        return Choice.IN_USE.getOrDefault(kind, JDK);
    }

    /** The one that signs with Ed25519: the fastest that makes the very bytes of RFC 8032. */
    static SignatureProvider forSigning() {
        return Choice.SIGNS;
    }

    /** Those in use, with their versions, by JWS algorithm, for people to read. */
    public static Map<String, String> inUse() {
        return Arrays.stream(KeyKind.values())
                .collect(
                        Collectors.toMap(
                                KeyKind::jwsAlgorithm,
                                kind -> of(kind).description(kind),
                                (first, _) -> first,
                                TreeMap::new));
    }

    /** Whether code beside the JVM's does the work. */
    public boolean isNative() {
        return isNative;
    }

    /** Whether it is here and does keys of that kind. */
    public boolean offers(KeyKind kind) {
        return Choice.isSound(this, kind);
    }

    private String description(KeyKind kind) {
        return title + provider(kind).map(p -> " " + p.getVersionStr()).orElse("");
    }

    /** The key as this provider holds it; empty where it takes it for none. */
    Optional<PublicKey> translate(KeyKind kind, byte[] encoded) {
        return provider(kind)
                .flatMap(provider -> {
                    try {
                        return Optional.of(
                                KeyFactory.getInstance(keyAlgorithm(kind), provider)
                                        .generatePublic(new X509EncodedKeySpec(encoded)));
                    } catch (GeneralSecurityException _) {
                        return Optional.empty(); // no key of that kind
                    }
                });
    }

    /**
     * Something that verifies with a key.
     *
     * @param key a key of this provider's own
     */
    Signature verifier(KeyKind kind, PublicKey key) throws InvalidKeyException {
        try {
            var verifier =
                    Signature.getInstance(signatureAlgorithm(kind), provider(kind).orElseThrow());
            verifier.initVerify(key);
            return verifier;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(title + " lacks " + kind.jwsAlgorithm(), e);
        }
    }

    /**
     * Something that signs with an Ed25519 key.
     *
     * @param key as PKCS #8 has it (RFC 8410)
     */
    Ed25519Signer ed25519(byte[] key) throws GeneralSecurityException {
        Provider mine =
                provider(KeyKind.ED25519)
                        .orElseThrow(() -> new NoSuchAlgorithmException(title + " is not here"));
        return new Ed25519Signer(
                KeyFactory.getInstance(keyAlgorithm(KeyKind.ED25519), mine)
                        .generatePrivate(new PKCS8EncodedKeySpec(key)),
                signatureAlgorithm(KeyKind.ED25519),
                mine);
    }

    /** Whether it verifies with the cofactor of the curve, and so accepts more than others. */
    boolean takesTheCofactor() {
        return this == BOUNCY_CASTLE;
    }

    /** Whether it takes RSA blocks, too, whose digest is described in another way. */
    boolean takesOddBlocks() {
        return !isNative;
    }

    private String keyAlgorithm(KeyKind kind) {
        return switch (kind) {
            case ED25519 -> this == CONSCRYPT ? "EdDSA" : "Ed25519";
            case P_256, P_384 -> "EC";
            case RSA -> "RSA";
        };
    }

    private String signatureAlgorithm(KeyKind kind) {
        return switch (kind) {
            case ED25519 -> this == CONSCRYPT ? "EdDSA" : "Ed25519";
            case P_256 -> "SHA256withECDSA";
            case P_384 -> "SHA384withECDSA";
            case RSA -> "SHA256withRSA";
        };
    }

    private Optional<Provider> provider(KeyKind kind) {
        if (this == JDK) {
            var name = kind == KeyKind.RSA ? "SunRsaSign" : "SunEC";
            return Optional.ofNullable(Security.getProvider(name));
        }
        return Optional.ofNullable(Choice.LOADED.get(this));
    }

    private Optional<Provider> load() {
        if (className.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Class.forName(className).getDeclaredConstructor().newInstance()
                            instanceof Provider provider
                    ? Optional.of(provider)
                    : Optional.empty();
        } catch (InvocationTargetException | LinkageError _) {
            return Optional.empty(); // not for this machine
        } catch (ReflectiveOperationException _) {
            return Optional.empty(); // not among the libraries
        }
    }

    /** Made once, on first use. None of the providers is registered with the JDK. */
    private static final class Choice {
        static final Map<SignatureProvider, Provider> LOADED =
                new EnumMap<>(SignatureProvider.class);
        static final Map<KeyKind, SignatureProvider> IN_USE = new EnumMap<>(KeyKind.class);
        static final SignatureProvider SIGNS;

        static {
            // Read by that provider once, when it is loaded; without it, it has no Ed25519 keys.
            if (System.getProperty(CORRETTO_ED25519) == null) {
                System.setProperty(CORRETTO_ED25519, "true");
            }
            for (var provider : values()) {
                provider.load().ifPresent(loaded -> LOADED.put(provider, loaded));
            }
            var first = first();
            for (var kind : KeyKind.values()) {
                Arrays.stream(values())
                        .filter(provider -> provider.compareTo(first) >= 0)
                        .filter(provider -> isSound(provider, kind))
                        .findFirst()
                        .ifPresent(provider -> IN_USE.put(kind, provider));
            }
            SIGNS =
                    Arrays.stream(values())
                            .filter(provider -> provider.compareTo(first) >= 0)
                            .filter(KnownSignature::isMadeBy)
                            .findFirst()
                            .orElse(JDK);
        }

        private static SignatureProvider first() {
            var asked = System.getProperty(PROPERTY, "").toUpperCase(Locale.ROOT).replace('-', '_');
            return Arrays.stream(values())
                    .filter(provider -> provider.name().equals(asked))
                    .findFirst()
                    .orElse(CORRETTO);
        }

        static boolean isSound(SignatureProvider provider, KeyKind kind) {
            try {
                return KnownSignature.of(kind).isJudgedWell(provider);
            } catch (IllegalStateException | LinkageError _) {
                return false; // it has no such algorithm, or its native part is missing
            }
        }
    }
}
