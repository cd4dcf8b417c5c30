package dev.assay.trainingcost;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import javax.money.MonetaryAmount;
import org.javamoney.moneta.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The accounts reproduce figures that surveys have published, to one published unit. */
class PublishedAccountsTest {

    // BIBB Datenreport 2014 and press release 8/2015, euros per apprentice and year.
    @ParameterizedTest
    @CsvSource({
        "9490, 3292, 691, 1814, 11692, 15288, 3596",
        "11018, 4125, 925, 1866, 12535, 17933, 5398"
    })
    void addsUpApprenticeshipCostAsPublished(
            int trainee, int trainers, int plant, int other, int contribution, int gross, int net) {
        var account =
                new BibbAccount(
                        euros(trainee),
                        euros(trainers),
                        euros(plant),
                        euros(other),
                        euros(contribution));

        assertThat(amount(account.gross())).isBetween(gross - 1.0, gross + 1.0);
        assertThat(amount(account.net())).isBetween(net - 1.0, net + 1.0);
    }

    // Eurostat CVTS 2020, Malta, euros per participant.
    @Test
    void addsUpCourseCostAsPublished() {
        var account = new CvtsAccount(euros(496.8), euros(404.7));

        assertThat(amount(account.total())).isBetween(901.5, 901.7);
    }

    private static MonetaryAmount euros(double amount) {
        return Money.of(BigDecimal.valueOf(amount), "EUR");
    }

    private static double amount(MonetaryAmount money) {
        return money.getNumber().doubleValue();
    }
}
