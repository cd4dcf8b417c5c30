package dev.assay.hiring.training.web;

import dev.assay.hiring.training.OfferRule;
import dev.assay.hiring.training.Range;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An estimate to be made. */
record TrainingEstimateRequest(
        @Nullable UUID roleProfileId,
        @Nullable UUID applicationId,
        @Nullable @Size(max = 200) List<@NotNull @Valid SupposedEvidenceRequest> evidence,
        @Nullable @Size(max = 100) List<@NotNull @Valid ChangedInputRequest> changes,
        @Nullable @Pattern(regexp = "[A-Z]{3}", message = "must be an ISO 4217 code")
                String currency,
        @Nullable @Size(max = 100) List<@NotNull @Valid ExchangeRateRequest> exchangeRates,
        @Nullable @Valid OfferRule offer,
        @Nullable LocalDate asOf,
        @Nullable @Min(0) @Max(9_007_199_254_740_991L) Long seed,
        @Nullable Integer draws) {

    record SupposedEvidenceRequest(
            @NotNull
                    @Pattern(
                            regexp = "[A-Za-z0-9][A-Za-z0-9 ._-]{0,99}",
                            message = "must be a short name of plain letters and digits")
                    String credential,
            @NotNull @Valid SkillRequest skill,
            @NotNull Integer level,
            @NotNull Double strength,
            @Nullable LocalDate validUntil) {}

    record ChangedInputRequest(
            @NotBlank @Size(max = 500) String input,
            @NotNull @Valid Range value,
            @NotBlank @Size(max = 500) String reason) {}
}
