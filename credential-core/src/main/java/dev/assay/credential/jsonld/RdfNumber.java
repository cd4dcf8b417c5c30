package dev.assay.credential.jsonld;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers as RDF literals (JSON-LD 1.1 API §8.2.2). Ours rather than the library's, which writes
 * {@code "creditsEarned": 3} as 3.0E0 where the algorithm says 3, and shares a formatter between
 * threads that is not made for it.
 */
final class RdfNumber {

    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";
    static final String DOUBLE = XSD + "double";
    static final String INTEGER = XSD + "integer";
    private static final MathContext SIXTEEN_DIGITS = new MathContext(16, RoundingMode.HALF_UP);
    private static final BigDecimal TOO_LARGE_FOR_INTEGER = BigDecimal.ONE.movePointRight(21);

    private RdfNumber() {}

    static boolean isDouble(BigDecimal number, String datatype) {
        return datatype.equals(DOUBLE)
                || number.abs().compareTo(TOO_LARGE_FOR_INTEGER) >= 0
                || (number.signum() != 0 && number.stripTrailingZeros().scale() > 0);
    }

    static String lexical(BigDecimal number, String datatype) {
        return isDouble(number, datatype)
                ? canonicalDouble(number)
                : number.toBigIntegerExact().toString();
    }

    private static String canonicalDouble(BigDecimal number) {
        if (number.signum() == 0) {
            return "0.0E0";
        }
        var exact = new BigDecimal(number.doubleValue()).round(SIXTEEN_DIGITS).stripTrailingZeros();
        var digits = exact.unscaledValue().abs().toString();
        int exponent = digits.length() - 1 - exact.scale();
        var fraction = digits.length() == 1 ? "0" : digits.substring(1);
        return (exact.signum() < 0 ? "-" : "") + digits.charAt(0) + "." + fraction + "E" + exponent;
    }
}
