package dev.assay.hiring.scoring.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How strongly something is proven, 0 to 1, exactly: products and quarters of whole basis points
 * are finite decimals, so nothing is rounded on the way. Equal strengths are equal objects, however
 * they were reached.
 */
public record Strength(BigDecimal value) implements Comparable<Strength> {

    static final Strength NONE = new Strength(BigDecimal.ZERO);

    public Strength {
        value = value.stripTrailingZeros();
        if (value.signum() < 0 || value.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("strength must be between 0 and 1, but is " + value);
        }
    }

    static Strength of(BasisPoints authority, BasisPoints weakestOther) {
        return new Strength(BigDecimal.valueOf((long) authority.value() * weakestOther.value(), 8));
    }

    /** A second, independent voice removes {@code share} of the doubt that the first one leaves. */
    Strength seconded(Strength second, BasisPoints share) {
        if (second.value.signum() == 0) {
            return this;
        }
        BigDecimal doubt = BigDecimal.ONE.subtract(value);
        return new Strength(value.add(doubt.multiply(second.value).multiply(fraction(share))));
    }

    /** For showing: four places, HALF_EVEN. Nothing is ever computed from it. */
    public BigDecimal rounded() {
        return value.setScale(4, RoundingMode.HALF_EVEN);
    }

    @Override
    public int compareTo(Strength other) {
        return value.compareTo(other.value);
    }

    private static BigDecimal fraction(BasisPoints basisPoints) {
        return BigDecimal.valueOf(basisPoints.value(), 4);
    }
}
