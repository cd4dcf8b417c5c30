package dev.assay.credential.key;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;

/** Base 58 with the Bitcoin alphabet, as Multibase prefix {@code z} means it. */
public final class Base58 {

    private static final String ALPHABET =
            "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(58);
    // The arithmetic is quadratic; nothing we decode is longer than an RSA-4096 key.
    private static final int MAX_LENGTH = 1_024;

    private static final int STEP = 10; // as many digits as a long holds
    private static final BigInteger[] POWERS = new BigInteger[STEP + 1];
    private static final byte[] DIGITS = new byte[128];

    static {
        for (int i = 0; i <= STEP; i++) {
            POWERS[i] = BASE.pow(i);
        }
        Arrays.fill(DIGITS, (byte) -1);
        for (int i = 0; i < ALPHABET.length(); i++) {
            DIGITS[ALPHABET.charAt(i)] = (byte) i;
        }
    }

    private Base58() {}

    private static int digit(char c) {
        return c < DIGITS.length ? DIGITS[c] : -1;
    }

    public static String encode(byte[] bytes) {
        var text = new StringBuilder();
        for (var rest = new BigInteger(1, bytes); rest.signum() > 0; ) {
            var step = rest.divideAndRemainder(BASE);
            text.append(ALPHABET.charAt(step[1].intValue()));
            rest = step[0];
        }
        for (int i = 0; i < bytes.length && bytes[i] == 0; i++) {
            text.append('1');
        }
        return text.reverse().toString();
    }

    /** Empty for anything that is not base 58, or longer than any key or signature. */
    public static Optional<byte[]> decode(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        var value = BigInteger.ZERO;
        int zeros = 0;
        while (zeros < text.length() && text.charAt(zeros) == '1') {
            zeros++;
        }
        for (int start = zeros; start < text.length(); start += STEP) {
            int end = Math.min(start + STEP, text.length());
            long step = 0;
            for (int i = start; i < end; i++) {
                int digit = digit(text.charAt(i));
                if (digit < 0) {
                    return Optional.empty();
                }
                step = step * 58 + digit;
            }
            value = value.multiply(POWERS[end - start]).add(BigInteger.valueOf(step));
        }
        byte[] magnitude = value.signum() == 0 ? new byte[0] : value.toByteArray();
        int sign = magnitude.length > 0 && magnitude[0] == 0 ? 1 : 0;
        byte[] bytes = new byte[zeros + magnitude.length - sign];
        System.arraycopy(magnitude, sign, bytes, zeros, magnitude.length - sign);
        return Optional.of(bytes);
    }
}
