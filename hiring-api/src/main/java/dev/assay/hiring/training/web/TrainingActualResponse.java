package dev.assay.hiring.training.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.hiring.shared.MoneyText;
import dev.assay.hiring.training.TrainingActual;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JsonInclude(JsonInclude.Include.NON_NULL)
record TrainingActualResponse(
        UUID id,
        UUID estimateId,
        UUID roleProfileId,
        @Nullable UUID applicationId,
        LocalDate finishedOn,
        Money predicted,
        Money spent,
        TrainingActual.End ended,
        @Nullable BigDecimal weeksTo95,
        @Nullable BigDecimal rating,
        @Nullable BigDecimal premiumPercent,
        List<TrainingActual.TestOut> tests,
        Instant recordedAt) {

    record Money(String amount, String currency) {}

    private static Money money(BigDecimal amount, String currency) {
        return new Money(MoneyText.of(amount, Currency.getInstance(currency)), currency);
    }

    static TrainingActualResponse of(TrainingActual actual) {
        return new TrainingActualResponse(
                actual.id(),
                actual.estimate(),
                actual.roleProfile(),
                actual.application().map(id -> id.value()).orElse(null),
                actual.finished(),
                money(actual.predicted(), actual.currency()),
                money(actual.spent(), actual.currency()),
                actual.ended(),
                actual.weeksTo95().orElse(null),
                actual.rating().orElse(null),
                actual.premiumPercent().orElse(null),
                actual.tests(),
                actual.recordedAt());
    }
}
