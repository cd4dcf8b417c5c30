package dev.assay.credential.key;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Keys in Multikey form (Controlled Identifiers 1.0 §2.2.2): {@code z}, then base 58 of a
 * multicodec prefix and the key. Reads Ed25519, P-256, P-384 and RSA of 2048 to 4096 bits; refuses
 * points off the curve and anything with bytes left over.
 */
public final class Multikey {

    private static final byte[] ED25519 = HexFormat.of().parseHex("ed01");
    private static final byte[] P_256 = HexFormat.of().parseHex("8024");
    private static final byte[] P_384 = HexFormat.of().parseHex("8124");
    private static final byte[] RSA = HexFormat.of().parseHex("8524");
    // SubjectPublicKeyInfo headers (RFC 8410 §4, RFC 8017 A.1), so that the JDK parses the rest.
    private static final byte[] ED25519_INFO = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final byte[] RSA_INFO =
            HexFormat.of().parseHex("300d06092a864886f70d0101010500");

    private static final DecodedKeys DECODED = new DecodedKeys();

    private Multikey() {}

    /** Empty for anything but a well-formed key of a kind we verify with. */
    public static Optional<VerificationKey> decode(String multibase) {
        if (!multibase.startsWith("z")) {
            return Optional.empty();
        }
        return DECODED.get(
                multibase, text -> Base58.decode(text.substring(1)).flatMap(Multikey::fromBytes));
    }

    /** The Multikey text of an Ed25519 public key of 32 bytes. */
    public static String ofEd25519(byte[] publicKey) {
        return "z" + Base58.encode(concat(ED25519, publicKey));
    }

    /** Empty for anything but the bytes of a well-formed key of a kind we verify with. */
    public static Optional<VerificationKey> fromBytes(byte[] bytes) {
        if (bytes.length < 2) {
            return Optional.empty();
        }
        byte[] prefix = Arrays.copyOf(bytes, 2);
        byte[] body = Arrays.copyOfRange(bytes, 2, bytes.length);
        try {
            if (Arrays.equals(prefix, ED25519) && body.length == 32) {
                return ed25519(body);
            }
            if (Arrays.equals(prefix, P_256) && body.length == 33) {
                return ec(body, KeyKind.P_256, "secp256r1");
            }
            if (Arrays.equals(prefix, P_384) && body.length == 49) {
                return ec(body, KeyKind.P_384, "secp384r1");
            }
            return Arrays.equals(prefix, RSA) ? rsa(body) : Optional.empty();
        } catch (GeneralSecurityException _) {
            return Optional.empty(); // the bytes are no key of that kind
        }
    }

    /** An Ed25519 key from its 32 bytes. */
    static Optional<VerificationKey> ed25519(byte[] raw) throws GeneralSecurityException {
        var spec = new X509EncodedKeySpec(concat(ED25519_INFO, raw));
        return VerificationKey.ed25519(KeyFactory.getInstance("Ed25519").generatePublic(spec));
    }

    private static Optional<VerificationKey> rsa(byte[] pkcs1) throws GeneralSecurityException {
        if (pkcs1.length < 256 || pkcs1.length > 540) {
            return Optional.empty();
        }
        byte[] bitString = der(0x03, concat(new byte[] {0}, pkcs1));
        var spec = new X509EncodedKeySpec(der(0x30, concat(RSA_INFO, bitString)));
        return KeyFactory.getInstance("RSA").generatePublic(spec) instanceof RSAPublicKey key
                ? VerificationKey.rsa(key)
                : Optional.empty();
    }

    private static byte[] der(int tag, byte[] content) {
        int length = content.length;
        byte[] header = {(byte) tag, (byte) 0x82, (byte) (length >> 8), (byte) length};
        return concat(header, content);
    }

    private static Optional<VerificationKey> ec(byte[] compressed, KeyKind kind, String curve)
            throws GeneralSecurityException {
        if (compressed[0] != 2 && compressed[0] != 3) {
            return Optional.empty();
        }
        var parameters = java.security.AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec(curve));
        var spec = parameters.getParameterSpec(ECParameterSpec.class);
        var x = new BigInteger(1, Arrays.copyOfRange(compressed, 1, compressed.length));
        return yOf(x, compressed[0] == 3, spec)
                .map(y -> new ECPublicKeySpec(new ECPoint(x, y), spec))
                .flatMap(point -> ecKey(kind, point));
    }

    private static Optional<VerificationKey> ecKey(KeyKind kind, ECPublicKeySpec spec) {
        try {
            return KeyFactory.getInstance("EC").generatePublic(spec) instanceof ECPublicKey key
                    ? Optional.of(VerificationKey.ec(kind, key))
                    : Optional.empty();
        } catch (GeneralSecurityException _) {
            return Optional.empty();
        }
    }

    /** The square root of x³ + ax + b with the asked parity; p = 3 mod 4, so one power finds it. */
    private static Optional<BigInteger> yOf(BigInteger x, boolean odd, ECParameterSpec spec) {
        var p = ((ECFieldFp) spec.getCurve().getField()).getP();
        if (x.compareTo(p) >= 0) {
            return Optional.empty();
        }
        var square =
                x.pow(3).add(x.multiply(spec.getCurve().getA())).add(spec.getCurve().getB()).mod(p);
        var root = square.modPow(p.add(BigInteger.ONE).shiftRight(2), p);
        if (!root.multiply(root).mod(p).equals(square)) {
            return Optional.empty();
        }
        return Optional.of(root.testBit(0) == odd ? root : p.subtract(root));
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
