package dev.assay.credential.key;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * Points of edwards25519 (RFC 8032 §5.1), slowly, to make keys and signatures that no honest tool
 * would make.
 */
record EdwardsPoint(BigInteger x, BigInteger y) {

    static final BigInteger P = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
    static final BigInteger ORDER =
            BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));
    private static final BigInteger D =
            BigInteger.valueOf(-121665).multiply(BigInteger.valueOf(121666).modInverse(P)).mod(P);

    static final EdwardsPoint NEUTRAL = new EdwardsPoint(BigInteger.ZERO, BigInteger.ONE);
    static final EdwardsPoint BASE = base();
    static final EdwardsPoint OF_ORDER_8 = ofOrder8();
    static final EdwardsPoint OF_ORDER_2 = OF_ORDER_8.times(BigInteger.valueOf(4));

    private static EdwardsPoint base() {
        var y = BigInteger.valueOf(4).multiply(BigInteger.valueOf(5).modInverse(P)).mod(P);
        return withEvenX(y);
    }

    private static EdwardsPoint ofOrder8() {
        for (int y = 2; ; y++) {
            if (hasPoint(BigInteger.valueOf(y))) {
                var small = withEvenX(BigInteger.valueOf(y)).times(ORDER);
                if (!small.times(BigInteger.valueOf(4)).equals(NEUTRAL)) {
                    return small;
                }
            }
        }
    }

    private static BigInteger squareOfX(BigInteger y) {
        var y2 = y.multiply(y);
        return y2.subtract(BigInteger.ONE)
                .multiply(D.multiply(y2).add(BigInteger.ONE).modInverse(P))
                .mod(P);
    }

    static boolean hasPoint(BigInteger y) {
        return !squareOfX(y)
                .modPow(P.subtract(BigInteger.ONE).shiftRight(1), P)
                .equals(P.subtract(BigInteger.ONE));
    }

    private static EdwardsPoint withEvenX(BigInteger y) {
        var square = squareOfX(y);
        var x = square.modPow(P.add(BigInteger.valueOf(3)).shiftRight(3), P);
        if (!x.multiply(x).mod(P).equals(square)) {
            x =
                    x.multiply(BigInteger.TWO.modPow(P.subtract(BigInteger.ONE).shiftRight(2), P))
                            .mod(P);
        }
        return new EdwardsPoint(x.testBit(0) ? P.subtract(x) : x, y);
    }

    EdwardsPoint plus(EdwardsPoint other) {
        var t = D.multiply(x).multiply(other.x).multiply(y).multiply(other.y).mod(P);
        return new EdwardsPoint(
                x.multiply(other.y)
                        .add(other.x.multiply(y))
                        .multiply(BigInteger.ONE.add(t).modInverse(P))
                        .mod(P),
                y.multiply(other.y)
                        .add(x.multiply(other.x))
                        .multiply(BigInteger.ONE.subtract(t).modInverse(P))
                        .mod(P));
    }

    EdwardsPoint times(BigInteger factor) {
        var result = NEUTRAL;
        for (int i = factor.bitLength() - 1; i >= 0; i--) {
            result = result.plus(result);
            if (factor.testBit(i)) {
                result = result.plus(this);
            }
        }
        return result;
    }

    byte[] encoded() {
        byte[] bytes = bytes(y);
        if (x.testBit(0)) {
            bytes[31] |= (byte) 0x80;
        }
        return bytes;
    }

    /** 32 bytes, the last first. */
    static byte[] bytes(BigInteger number) {
        byte[] bytes = new byte[32];
        byte[] big = number.toByteArray();
        for (int i = 0; i < Math.min(32, big.length); i++) {
            bytes[i] = big[big.length - 1 - i];
        }
        return bytes;
    }

    /**
     * A signature with whatever is given for its point: S = r + hash · secret.
     *
     * @param point the bytes that stand for r times the base point
     */
    static byte[] signature(
            byte[] point, BigInteger r, byte[] publicKey, BigInteger secret, byte[] data) {
        return both(point, bytes(r.add(hash(point, publicKey, data).multiply(secret)).mod(ORDER)));
    }

    static BigInteger hash(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-512");
            for (byte[] part : parts) {
                digest.update(part);
            }
            byte[] hash = digest.digest();
            for (int i = 0; i < hash.length / 2; i++) {
                byte swapped = hash[i];
                hash[i] = hash[hash.length - 1 - i];
                hash[hash.length - 1 - i] = swapped;
            }
            return new BigInteger(1, hash).mod(ORDER);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] both(byte[] first, byte[] second) {
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
