package dev.assay.trainingcost.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import javax.money.Monetary;
import javax.money.MonetaryAmount;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.javamoney.moneta.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApportionmentTest {

    @ParameterizedTest
    @CsvSource({
        "2.345, USD, 2.34",
        "2.355, USD, 2.36",
        "2.5, JPY, 2",
        "3.5, JPY, 4",
        "1.23456, KWD, 1.235",
        "1.2345, KWD, 1.234"
    })
    void roundsHalfToEvenAtTheCurrencysDigits(double value, String currency, String expected) {
        assertThat(Apportionment.round(value, Monetary.getCurrency(currency)))
                .isEqualTo(Money.of(new BigDecimal(expected), currency));
    }

    @Test
    void leftoverUnitsGoToTheLargestRemainders() {
        assertThat(Apportionment.share(usd("1.00"), new double[] {0.333, 0.334, 0.333}))
                .containsExactly(usd("0.33"), usd("0.34"), usd("0.33"));
    }

    @Test
    void tiesGoToTheEarlierPart() {
        assertThat(Apportionment.share(usd("0.01"), new double[] {0.005, 0.005}))
                .containsExactly(usd("0.01"), usd("0.00"));
    }

    @Test
    void partOfNothingGetsNothing() {
        assertThat(Apportionment.share(usd("0.02"), new double[] {0, 0.005, 0.005}))
                .containsExactly(usd("0.00"), usd("0.01"), usd("0.01"));
    }

    @Test
    void totalRoundedDownOnItsOwnTakesAUnitBack() {
        assertThat(Apportionment.share(usd("9.99"), new double[] {4, 6}))
                .containsExactly(usd("4.00"), usd("5.99"));
    }

    @Property
    void partsAlwaysSumToTheTotal(
            @ForAll @Size(min = 1, max = 8) List<@DoubleRange(min = -50, max = 100) Double> parts) {
        var each = parts.stream().mapToDouble(Double::doubleValue).toArray();
        var total =
                Apportionment.round(
                        parts.stream().mapToDouble(d -> d).sum(), usd("1").getCurrency());

        var shared = Apportionment.share(total, each);

        assertThat(shared.stream().reduce(usd("0"), MonetaryAmount::add)).isEqualTo(total);
        for (int i = 0; i < each.length; i++) {
            assertThat(shared.get(i).getNumber().doubleValue() - each[i]).isBetween(-0.011, 0.011);
        }
    }

    private static MonetaryAmount usd(String amount) {
        return Money.of(new BigDecimal(amount), "USD");
    }
}
