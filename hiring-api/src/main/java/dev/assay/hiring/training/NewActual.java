package dev.assay.hiring.training;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a training came to, as it is reported. */
public record NewActual(
        UUID estimate,
        LocalDate finished,
        BigDecimal spent,
        String currency,
        TrainingActual.End ended,
        Optional<BigDecimal> weeksTo95,
        Optional<BigDecimal> rating,
        Optional<BigDecimal> premiumPercent,
        List<TrainingActual.TestOut> tests) {

    public NewActual {
        tests = List.copyOf(tests);
    }
}
