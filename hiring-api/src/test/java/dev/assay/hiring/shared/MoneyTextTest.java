package dev.assay.hiring.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTextTest {

    @ParameterizedTest
    @CsvSource({
        "52500.0000, USD, 52500.00",
        "52500, USD, 52500.00",
        "5E+4, USD, 50000.00",
        "1640.5, EUR, 1640.50",
        "18.1250, USD, 18.125",
        "3200000.0000, JPY, 3200000",
        "3200000.5000, JPY, 3200000.5",
        "12.5, KWD, 12.500",
        "7.00, XXX, 7"
    })
    void hasThePlacesOfItsCurrencyAndMoreWhereTheySaySomething(
            BigDecimal amount, String currency, String expected) {
        assertThat(MoneyText.of(amount, Currency.getInstance(currency))).isEqualTo(expected);
    }
}
