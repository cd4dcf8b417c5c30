package dev.assay.hiring.scoring.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Points out of a hundred with four places, kept as whole ten-thousandths so that they sort and
 * store as an integer. Refuses less than 0 and more than 100.
 */
public record Points(int tenThousandths) implements Comparable<Points> {

    private static final int BAND_WIDTH = 5 * 10_000;

    public Points {
        if (tenThousandths < 0 || tenThousandths > 1_000_000) {
            throw new IllegalArgumentException(
                    "points must be between 0 and 100, but are " + tenThousandths + "e-4");
        }
    }

    /** The one rounding of a score: exact quotient to four places, HALF_EVEN. */
    static Points outOf(int totalWeight, BigDecimal weighedStrength) {
        return new Points(
                weighedStrength
                        .movePointRight(6)
                        .divide(BigDecimal.valueOf(totalWeight), 0, RoundingMode.HALF_EVEN)
                        .intValueExact());
    }

    /** The points as a decimal with four places. */
    public BigDecimal value() {
        return BigDecimal.valueOf(tenThousandths, 4);
    }

    /**
     * The five-point band, counted from 0: 78.4125 lies in band 15, from 75 up to 80. Only a full
     * hundred reaches band 20. Differences inside a band mean little.
     */
    public int band() {
        return tenThousandths / BAND_WIDTH;
    }

    @Override
    public int compareTo(Points other) {
        return Integer.compare(tenThousandths, other.tenThousandths);
    }
}
