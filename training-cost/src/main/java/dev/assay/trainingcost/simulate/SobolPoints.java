package dev.assay.trainingcost.simulate;

import java.util.SplittableRandom;
import org.hipparchus.random.SobolSequenceGenerator;

/**
 * A scrambled Sobol' point set. The generating numbers are those of Joe and Kuo, read from
 * Hipparchus; they are scrambled by a random linear map and a digital shift (J. Matousek, "On the
 * L2-discrepancy for anchored boxes", Journal of Complexity 14, 1998), which makes every point
 * uniform on the cube and keeps the set's even spread. Any point can be computed on its own, so
 * threads do not matter.
 */
final class SobolPoints {

    /** 2 to this is the largest number of points. */
    static final int MOST_BITS = 20;

    private static final int DIGITS = 52;
    private static final double SCALE = 0x1p-52;
    private static final int LEAST_DIMENSIONS = 128;

    // Reading the published numbers takes tens of milliseconds, and they never change. Threads that
    // race here read the same numbers twice.
    private static volatile long[][] read = new long[0][];

    private final long[][] columns;
    private final long[] shifts;

    /** A point set of up to 2 to the power of {@code bits} points. */
    SobolPoints(int dimensions, int bits, long seed) {
        var published = published(dimensions);
        columns = new long[dimensions][bits];
        shifts = new long[dimensions];
        for (int d = 0; d < dimensions; d++) {
            var random = new SplittableRandom(SeedMix.mix(seed, d));
            var rows = lowerTriangle(random);
            for (int b = 0; b < bits; b++) {
                columns[d][b] = apply(rows, published[d][b]);
            }
            shifts[d] = random.nextLong() >>> (64 - DIGITS);
        }
    }

    /** Coordinate of a point; strictly between 0 and 1. */
    double coordinate(int dimension, int index) {
        long digits = shifts[dimension];
        var column = columns[dimension];
        for (int gray = index ^ (index >>> 1), b = 0; gray != 0; gray >>>= 1, b++) {
            if ((gray & 1) != 0) {
                digits ^= column[b];
            }
        }
        return (digits + 0.5) * SCALE;
    }

    /** Row i has a one on the diagonal and random digits for all that are more significant. */
    private static long[] lowerTriangle(SplittableRandom random) {
        var rows = new long[DIGITS];
        for (int i = 0; i < DIGITS; i++) {
            long diagonal = 1L << (DIGITS - 1 - i);
            long moreSignificant = ((1L << DIGITS) - 1) & -(diagonal << 1);
            rows[i] = diagonal | (random.nextLong() & moreSignificant);
        }
        return rows;
    }

    private static long apply(long[] rows, long digits) {
        long result = 0;
        for (int i = 0; i < DIGITS; i++) {
            result |= (long) (Long.bitCount(rows[i] & digits) & 1) << (DIGITS - 1 - i);
        }
        return result;
    }

    /**
     * The published direction numbers, found from points of the plain sequence: it runs in Gray
     * code, so point 2^b is the sum of directions b and b-1.
     */
    static long[][] published(int dimensions) {
        var known = read;
        if (known.length >= dimensions) {
            return known;
        }
        int wanted = Math.max(LEAST_DIMENSIONS, dimensions);
        var directions = new long[wanted][MOST_BITS];
        var plain = new SobolSequenceGenerator(wanted);
        for (int b = 0; b < MOST_BITS; b++) {
            var point = plain.skipTo(1 << b);
            for (int d = 0; d < wanted; d++) {
                long digits = (long) (point[d] * 0x1p52);
                directions[d][b] = b == 0 ? digits : digits ^ directions[d][b - 1];
            }
        }
        read = directions;
        return directions;
    }
}
