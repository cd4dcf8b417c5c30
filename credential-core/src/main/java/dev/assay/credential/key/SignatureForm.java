package dev.assay.credential.key;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The one form each kind of signature is taken in. Providers differ in which odd forms they accept;
 * what is odd is refused here, so that they are never asked about it.
 */
final class SignatureForm {

    private static final BigInteger ED25519_ORDER =
            BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));
    private static final byte[] ED25519_PRIME =
            HexFormat.of()
                    .parseHex("edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f");
    private static final byte[] ED25519_SCALARS = littleEndian(ED25519_ORDER);
    private static final byte[] SHA_256_INFO =
            HexFormat.of().parseHex("3031300d060960864801650304020105000420");
    private static final BigInteger P_256_ORDER =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);
    private static final BigInteger P_384_ORDER =
            new BigInteger(
                    "ffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf"
                            + "581a0db248b0a77aecec196accc52973",
                    16);

    private SignatureForm() {}

    /** The signature as providers take it; empty for one that nobody should accept. */
    static Optional<byte[]> forProvider(KeyKind kind, byte[] signature) {
        return switch (kind) {
            case ED25519 -> isEd25519(signature) ? Optional.of(signature) : Optional.empty();
            case P_256 -> der(signature, 32, P_256_ORDER);
            case P_384 -> der(signature, 48, P_384_ORDER);
            case RSA -> Optional.of(signature);
        };
    }

    /** RFC 8032 §5.1.7: S below the order; R as an encoder writes it, and not the neutral point. */
    private static boolean isEd25519(byte[] signature) {
        return signature.length == 64
                && isBelow(Arrays.copyOfRange(signature, 32, 64), ED25519_SCALARS)
                && isPoint(Arrays.copyOf(signature, 32));
    }

    /** Whether the bytes are how RFC 8032 §5.1.2 writes some point other than the neutral one. */
    static boolean isPoint(byte[] encoded) {
        byte[] y = encoded.clone();
        y[31] &= 0x7f;
        boolean neutral = y[0] == 1;
        for (int i = 1; i < 32 && neutral; i++) {
            neutral = y[i] == 0;
        }
        return !neutral && isBelow(y, ED25519_PRIME);
    }

    /**
     * Whether an RSA signature is over the one block that RFC 8017 §9.2 makes of the data, to the
     * last bit. Some providers also take a block whose digest is described without its NULL.
     */
    static boolean isExactRsa(RSAPublicKey key, byte[] data, byte[] signature) {
        byte[] block = new byte[signature.length];
        Arrays.fill(block, (byte) 0xff);
        byte[] digest = sha256(data);
        int start = block.length - digest.length - SHA_256_INFO.length;
        block[0] = 0;
        block[1] = 1;
        block[start - 1] = 0;
        System.arraycopy(SHA_256_INFO, 0, block, start, SHA_256_INFO.length);
        System.arraycopy(digest, 0, block, start + SHA_256_INFO.length, digest.length);
        var number = new BigInteger(1, signature);
        return number.compareTo(key.getModulus()) < 0
                && number.modPow(key.getPublicExponent(), key.getModulus())
                        .equals(new BigInteger(1, block));
    }

    private static byte[] sha256(byte[] data) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(data);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the JDK lacks SHA-256", e);
        }
    }

    /** Little-endian, of one length. */
    private static boolean isBelow(byte[] number, byte[] bound) {
        for (int i = number.length - 1; i >= 0; i--) {
            int difference = (number[i] & 0xff) - (bound[i] & 0xff);
            if (difference != 0) {
                return difference < 0;
            }
        }
        return false;
    }

    private static byte[] littleEndian(BigInteger number) {
        byte[] bytes = new byte[32];
        byte[] big = number.toByteArray();
        for (int i = 0; i < big.length; i++) {
            bytes[i] = big[big.length - 1 - i];
        }
        return bytes;
    }

    /** RFC 7518 §3.4 as RFC 3279 §2.2.3; both numbers must be from 1 to below the order. */
    private static Optional<byte[]> der(byte[] signature, int size, BigInteger order) {
        if (signature.length != 2 * size) {
            return Optional.empty();
        }
        var r = new BigInteger(1, Arrays.copyOf(signature, size));
        var s = new BigInteger(1, Arrays.copyOfRange(signature, size, 2 * size));
        if (r.signum() == 0 || s.signum() == 0) {
            return Optional.empty();
        }
        if (r.compareTo(order) >= 0 || s.compareTo(order) >= 0) {
            return Optional.empty();
        }
        byte[] first = r.toByteArray();
        byte[] second = s.toByteArray();
        byte[] der = new byte[6 + first.length + second.length];
        der[0] = 0x30;
        der[1] = (byte) (der.length - 2); // 104 at most, so one byte is enough
        der[2] = 0x02;
        der[3] = (byte) first.length;
        System.arraycopy(first, 0, der, 4, first.length);
        int at = 4 + first.length;
        der[at] = 0x02;
        der[at + 1] = (byte) second.length;
        System.arraycopy(second, 0, der, at + 2, second.length);
        return Optional.of(der);
    }
}
