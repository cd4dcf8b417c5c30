package dev.assay.trainingcost.cohort;

import dev.assay.trainingcost.model.FieldCheck;
import dev.assay.trainingcost.model.InvalidInputException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts people who start on different days into sessions, at the least cost of sessions and waiting.
 * Waiting costs the same for everybody, so whoever starts first need not wait for a later session
 * than whoever starts after, and only runs of neighbours have to be tried; with different costs
 * that would no longer hold.
 */
public final class StartBatches {

    private static final int MOST_PEOPLE = 20_000;

    private StartBatches() {}

    /**
     * A plan.
     *
     * @param cost of sessions and waiting together
     */
    public record Plan(List<Batch> batches, double cost) {
        public Plan {
            batches = List.copyOf(batches);
        }
    }

    /** People trained on the day when the last of them starts. */
    public record Batch(LocalDate day, int people, int sessions, long daysWaited) {}

    /** The best plan; of equally good ones, the one with the latest long batches. */
    public static Plan plan(
            List<LocalDate> starts, int capacity, double sessionCost, double waitingCostPerDay) {
        FieldCheck.atLeast("capacity", 1, capacity);
        FieldCheck.notNegative("sessionCost", sessionCost);
        FieldCheck.notNegative("waitingCostPerDay", waitingCostPerDay);
        if (starts.size() > MOST_PEOPLE) {
            throw new InvalidInputException(
                    "starts", "must be at most " + MOST_PEOPLE + ", but are " + starts.size());
        }
        var days = starts.stream().mapToLong(LocalDate::toEpochDay).sorted().toArray();
        int people = days.length;
        var best = new double[people + 1];
        var first = new int[people + 1];
        for (int last = 1; last <= people; last++) {
            best[last] = Double.POSITIVE_INFINITY;
            long waited = 0;
            for (int from = last; from >= 1; from--) {
                waited += days[last - 1] - days[from - 1];
                double waiting = waitingCostPerDay * waited;
                if (waiting > best[last]) {
                    break;
                }
                double cost =
                        best[from - 1]
                                + sessionCost * Math.ceilDiv(last - from + 1, capacity)
                                + waiting;
                if (cost < best[last]) {
                    best[last] = cost;
                    first[last] = from;
                }
            }
        }
        return new Plan(batches(days, first, capacity), best[people]);
    }

    private static List<Batch> batches(long[] days, int[] first, int capacity) {
        var batches = new ArrayList<Batch>();
        for (int last = days.length; last > 0; last = first[last] - 1) {
            long day = days[last - 1];
            long waited = 0;
            for (int i = first[last] - 1; i < last; i++) {
                waited += day - days[i];
            }
            int people = last - first[last] + 1;
            batches.add(
                    new Batch(
                            LocalDate.ofEpochDay(day),
                            people,
                            Math.ceilDiv(people, capacity),
                            waited));
        }
        return batches.reversed();
    }
}
