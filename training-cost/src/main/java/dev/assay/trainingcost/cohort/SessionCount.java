package dev.assay.trainingcost.cohort;

import dev.assay.trainingcost.model.FieldCheck;

/** How many sessions of limited size a group needs. */
public final class SessionCount {

    // Chances below this are lost in the rounding of a double anyway.
    private static final double NEGLIGIBLE = 1e-18;

    private SessionCount() {}

    /** Sessions for people who all come. */
    public static int certain(int people, int capacity) {
        FieldCheck.atLeast("capacity", 1, capacity);
        return Math.ceilDiv(people, capacity);
    }

    /**
     * The mean number of sessions when each person comes with a chance of their own, independently.
     * It is the mean over the number of people (Poisson-binomial), not the sessions for the mean
     * number: half-full sessions cost as much as full ones.
     */
    public static double expected(double[] chances, int capacity) {
        FieldCheck.atLeast("capacity", 1, capacity);
        var distribution = new double[chances.length + 1];
        distribution[0] = 1;
        int sure = 0;
        int least = 0;
        int most = 0;
        for (double chance : chances) {
            FieldCheck.share("chances", chance);
            if (chance == 1) {
                sure++;
            } else if (chance > 0) {
                most++;
                for (int n = most; n > least; n--) {
                    distribution[n] = distribution[n] * (1 - chance) + distribution[n - 1] * chance;
                }
                distribution[least] *= 1 - chance;
                while (most > least && distribution[most] < NEGLIGIBLE) {
                    distribution[most--] = 0;
                }
                while (most > least && distribution[least] < NEGLIGIBLE) {
                    distribution[least++] = 0;
                }
            }
        }
        double sessions = 0;
        double whole = 0;
        for (int n = least; n <= most; n++) {
            sessions += distribution[n] * Math.ceilDiv(sure + n, capacity);
            whole += distribution[n];
        }
        return sessions / whole;
    }
}
