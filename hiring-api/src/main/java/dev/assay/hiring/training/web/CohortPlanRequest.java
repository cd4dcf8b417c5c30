package dev.assay.hiring.training.web;

import dev.assay.hiring.training.web.TrainingEstimateRequest.ChangedInputRequest;
import dev.assay.hiring.training.web.TrainingEstimateRequest.SupposedEvidenceRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A cohort to be planned. */
record CohortPlanRequest(
        @NotNull UUID roleProfileId,
        @NotEmpty @Size(max = 20_000) List<@NotNull @Valid HireRequest> hires,
        @Nullable Double waitingCostPerDay,
        @Nullable @Size(max = 100) List<@NotNull @Valid ChangedInputRequest> changes,
        @Nullable @Pattern(regexp = "[A-Z]{3}", message = "must be an ISO 4217 code")
                String currency,
        @Nullable @Size(max = 100) List<@NotNull @Valid ExchangeRateRequest> exchangeRates,
        @Nullable LocalDate asOf,
        @Nullable @Min(0) @Max(9_007_199_254_740_991L) Long seed,
        @Nullable Integer draws) {

    record HireRequest(
            @Nullable UUID applicationId,
            @Nullable @Size(max = 200) List<@NotNull @Valid SupposedEvidenceRequest> evidence,
            @Nullable @Min(1) @Max(20_000) Integer count,
            @Nullable LocalDate startsOn) {}
}
