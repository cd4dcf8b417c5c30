package dev.assay.trainingcost.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.assay.trainingcost.model.InvalidInputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionCountTest {

    @ParameterizedTest
    @CsvSource({"0, 12, 0", "1, 12, 1", "12, 12, 1", "13, 12, 2", "30, 12, 3"})
    void startsASessionForTheFirstWhoDoesNotFit(int people, int capacity, int sessions) {
        assertThat(SessionCount.certain(people, capacity)).isEqualTo(sessions);
    }

    @Test
    void halfAChanceOfAFullSessionIsHalfASession() {
        assertThat(SessionCount.expected(new double[] {0.5, 0.5}, 2))
                .isCloseTo(0.75, within(1e-12));
        // The sessions for the expected number of people would be 1.
    }

    @Property(tries = 200)
    void agreesWithEveryCombinationTried(
            @ForAll @Size(max = 10) List<@DoubleRange(max = 1) Double> chances,
            @ForAll @IntRange(min = 1, max = 5) int capacity) {
        double mean = 0;
        for (int who = 0; who < 1 << chances.size(); who++) {
            double chance = 1;
            for (int i = 0; i < chances.size(); i++) {
                chance *= (who >> i & 1) == 1 ? chances.get(i) : 1 - chances.get(i);
            }
            mean += chance * Math.ceilDiv(Integer.bitCount(who), capacity);
        }

        assertThat(expected(chances, capacity)).isCloseTo(mean, within(1e-9));
    }

    @Property(tries = 200)
    void oneMoreWhoMayStayAwayNeverAddsSessions(
            @ForAll @Size(min = 1, max = 30) List<@DoubleRange(max = 1) Double> chances,
            @ForAll @DoubleRange(max = 1) double lower,
            @ForAll @IntRange(min = 1, max = 9) int capacity) {
        var fewer = new ArrayList<>(chances);
        fewer.set(0, Math.min(lower, chances.getFirst()));

        assertThat(expected(fewer, capacity))
                .isLessThanOrEqualTo(expected(chances, capacity) + 1e-9);
    }

    @Test
    void thousandsOfPeopleKeepTheirChances() {
        var chances = new double[10_000];
        Arrays.fill(chances, 0.3);

        assertThat(SessionCount.expected(chances, 1)).isCloseTo(3000, within(1e-6));
        assertThat(SessionCount.expected(chances, 10)).isBetween(300.0, 301.0);
    }

    @Test
    void refusesSessionsWithoutSeats() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> SessionCount.expected(new double[] {1}, 0))
                .satisfies(e -> assertThat(e.path()).isEqualTo("capacity"));
    }

    private static double expected(List<Double> chances, int capacity) {
        return SessionCount.expected(
                chances.stream().mapToDouble(Double::doubleValue).toArray(), capacity);
    }
}
