package dev.assay.hiring.training.web;

import dev.assay.hiring.training.NewActual;
import dev.assay.hiring.training.TrainingActual;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a training came to, as it is sent. */
record TrainingActualRequest(
        @NotNull UUID estimateId,
        @NotNull LocalDate finishedOn,
        @NotNull @Valid MoneyRequest spent,
        TrainingActual.@NotNull End ended,
        @Nullable BigDecimal weeksTo95,
        @Nullable BigDecimal rating,
        @Nullable BigDecimal premiumPercent,
        @Nullable @Size(max = 100) List<@NotNull @Valid TestOutRequest> tests) {

    record MoneyRequest(
            @NotNull
                    @Pattern(
                            regexp = "[0-9]{1,15}(\\.[0-9]{1,4})?",
                            message = "must be a decimal number such as 1234.50")
                    String amount,
            @NotNull @Pattern(regexp = "[A-Z]{3}", message = "must be an ISO 4217 code")
                    String currency) {}

    record TestOutRequest(@NotNull UUID moduleId, @NotNull Boolean passed) {}

    NewActual reported() {
        return new NewActual(
                estimateId,
                finishedOn,
                new BigDecimal(spent.amount()),
                spent.currency(),
                ended,
                Optional.ofNullable(weeksTo95),
                Optional.ofNullable(rating),
                Optional.ofNullable(premiumPercent),
                Objects.requireNonNullElse(tests, List.<TestOutRequest>of()).stream()
                        .map(test -> new TrainingActual.TestOut(test.moduleId(), test.passed()))
                        .toList());
    }
}
