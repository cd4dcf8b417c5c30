package dev.assay.trainingcost.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ShapleyTest {

    @Test
    void sharesAGloveGameAsTheTextbookDoes() {
        // Players 0 and 1 own left gloves, player 2 the only right one; a pair is worth 1.
        var shares = Shapley.values(3, in -> in[2] && (in[0] || in[1]) ? 1 : 0, 1);

        assertThat(shares[0]).isCloseTo(1.0 / 6, within(1e-12));
        assertThat(shares[1]).isCloseTo(1.0 / 6, within(1e-12));
        assertThat(shares[2]).isCloseTo(4.0 / 6, within(1e-12));
    }

    @Test
    void nobodyHasNothingToShare() {
        assertThat(Shapley.values(0, in -> 0, 1)).isEmpty();
    }

    @Property(tries = 100)
    void largestContributionIsSharedAsTheGeneralRuleShares(
            @ForAll @Size(min = 1, max = 6) List<@DoubleRange(max = 1) Double> contributions) {
        var each = contributions.stream().mapToDouble(Double::doubleValue).toArray();

        assertThat(Shapley.ofLargest(each))
                .containsExactly(Shapley.values(each.length, largest(each), 1), within(1e-9));
    }

    @Test
    void manyPlayersStillSumToTheWhole() {
        var each = new double[30];
        for (int i = 0; i < each.length; i++) {
            each[i] = i % 7 / 7.0;
        }

        var shares = Shapley.values(each.length, largest(each), 5);

        assertThat(Arrays.stream(shares).sum()).isCloseTo(6.0 / 7, within(1e-9));
    }

    @Test
    void drawnOrdersComeCloseToTheExactShares() {
        var each = new double[20];
        for (int i = 0; i < each.length; i++) {
            each[i] = i + 1;
        }

        assertThat(Shapley.values(each.length, largest(each), 3))
                .containsExactly(Shapley.ofLargest(each), within(0.6));
    }

    @Test
    void sameSeedDrawsTheSameOrders() {
        var each = new double[15];
        Arrays.setAll(each, i -> i * i);

        assertThat(Shapley.values(15, largest(each), 9))
                .isEqualTo(Shapley.values(15, largest(each), 9));
        assertThat(Shapley.values(15, largest(each), 9))
                .isNotEqualTo(Shapley.values(15, largest(each), 10));
    }

    private static ToDoubleFunction<boolean[]> largest(double[] each) {
        return in -> {
            double largest = 0;
            for (int i = 0; i < each.length; i++) {
                if (in[i]) {
                    largest = Math.max(largest, each[i]);
                }
            }
            return largest;
        };
    }
}
