package dev.assay.hiring.scoring.engine;

/**
 * A factor as a whole number of ten-thousandths, 0 to 10000. Refuses anything outside, so no factor
 * can ever raise a strength above one.
 */
public record BasisPoints(int value) implements Comparable<BasisPoints> {

    public static final BasisPoints NONE = new BasisPoints(0);
    public static final BasisPoints FULL = new BasisPoints(10_000);

    public BasisPoints {
        if (value < 0 || value > 10_000) {
            throw new IllegalArgumentException(
                    "basis points must be between 0 and 10000, but are " + value);
        }
    }

    boolean atLeast(BasisPoints other) {
        return value >= other.value;
    }

    BasisPoints atMost(BasisPoints cap) {
        return value <= cap.value ? this : cap;
    }

    @Override
    public int compareTo(BasisPoints other) {
        return Integer.compare(value, other.value);
    }
}
