package dev.assay.hiring.training.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.hiring.training.TrainingActual;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
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

    static TrainingActualResponse of(TrainingActual actual) {
        return new TrainingActualResponse(
                actual.id(),
                actual.estimate(),
                actual.roleProfile(),
                actual.application().map(id -> id.value()).orElse(null),
                actual.finished(),
                new Money(actual.predicted().toPlainString(), actual.currency()),
                new Money(actual.spent().toPlainString(), actual.currency()),
                actual.ended(),
                actual.weeksTo95().orElse(null),
                actual.rating().orElse(null),
                actual.premiumPercent().orElse(null),
                actual.tests(),
                actual.recordedAt());
    }
}
