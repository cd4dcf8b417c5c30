package dev.assay.trainingcost.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.assay.trainingcost.model.InvalidInputException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class StartBatchesTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Test
    void nobodyCostsNothing() {
        assertThat(StartBatches.plan(List.of(), 12, 100, 1))
                .isEqualTo(new StartBatches.Plan(List.of(), 0));
    }

    @Test
    void waitsWhenASessionCostsMoreThanTheWait() {
        var plan = StartBatches.plan(List.of(day(0), day(3)), 12, 100, 10);

        assertThat(plan.cost()).isEqualTo(130);
        assertThat(plan.batches()).containsExactly(new StartBatches.Batch(day(3), 2, 1, 3));
    }

    @Test
    void doesNotWaitWhenTheWaitCostsMore() {
        var plan = StartBatches.plan(List.of(day(11), day(0)), 12, 100, 10);

        assertThat(plan.cost()).isEqualTo(200);
        assertThat(plan.batches())
                .extracting(StartBatches.Batch::day)
                .containsExactly(day(0), day(11));
    }

    @Test
    void waitingMayBeMostOfTheBestPlansCost() {
        // One session for all: 6 + 1 days at 16, and 100; any two sessions come to 216 at least.
        var plan = StartBatches.plan(List.of(day(0), day(5), day(6)), 12, 100, 16);

        assertThat(plan.cost()).isEqualTo(212);
    }

    @Test
    void startsAnotherSessionWhenOneIsFull() {
        var plan = StartBatches.plan(List.of(day(0), day(0), day(0)), 2, 100, 10);

        assertThat(plan.cost()).isEqualTo(200);
        assertThat(plan.batches().stream().mapToInt(StartBatches.Batch::sessions).sum())
                .isEqualTo(2);
    }

    @Property(tries = 150)
    void agreesWithEveryWayToGroupPeople(
            @ForAll @Size(min = 1, max = 7) List<@IntRange(max = 30) Integer> days,
            @ForAll @IntRange(min = 1, max = 4) int capacity,
            @ForAll @IntRange(max = 60) int sessionCost) {
        var starts = days.stream().map(StartBatchesTest::day).toList();

        var plan = StartBatches.plan(starts, capacity, sessionCost, 2.5);

        assertThat(plan.cost())
                .isCloseTo(
                        cheapest(days, 0, new ArrayList<>(), capacity, sessionCost), within(1e-9));
        assertThat(plan.batches().stream().mapToInt(StartBatches.Batch::people).sum())
                .isEqualTo(days.size());
        double counted =
                plan.batches().stream()
                        .mapToDouble(b -> b.sessions() * sessionCost + 2.5 * b.daysWaited())
                        .sum();
        assertThat(counted).isCloseTo(plan.cost(), within(1e-9));
    }

    @Test
    void ofEquallyGoodPlansNobodyIsPutTogetherWithoutNeed() {
        assertThat(StartBatches.plan(List.of(day(0), day(0)), 1, 100, 10).batches()).hasSize(2);
    }

    @Test
    void tooManyPeopleAreRefused() {
        List<LocalDate> most = IntStream.range(0, 20_000).mapToObj(StartBatchesTest::day).toList();
        assertThat(StartBatches.plan(most, 1, 0, 1).cost()).isZero();
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> StartBatches.plan(Collections.nCopies(20_001, MONDAY), 1, 1, 1))
                .satisfies(e -> assertThat(e.path()).isEqualTo("starts"));
    }

    /** Tries every partition into groups, neighbours or not. */
    private static double cheapest(
            List<Integer> days,
            int next,
            List<List<Integer>> groups,
            int capacity,
            int sessionCost) {
        if (next == days.size()) {
            return groups.stream().mapToDouble(g -> cost(g, capacity, sessionCost)).sum();
        }
        double best = Double.POSITIVE_INFINITY;
        for (int g = 0; g <= groups.size(); g++) {
            if (g == groups.size()) {
                groups.add(new ArrayList<>());
            }
            groups.get(g).add(days.get(next));
            best = Math.min(best, cheapest(days, next + 1, groups, capacity, sessionCost));
            groups.get(g).removeLast();
            if (groups.get(g).isEmpty()) {
                groups.remove(g);
                break;
            }
        }
        return best;
    }

    private static double cost(List<Integer> group, int capacity, int sessionCost) {
        int day = group.stream().mapToInt(Integer::intValue).max().orElseThrow();
        return sessionCost * Math.ceilDiv(group.size(), capacity)
                + 2.5 * group.stream().mapToInt(start -> day - start).sum();
    }

    private static LocalDate day(int after) {
        return MONDAY.plusDays(after);
    }
}
