package dev.assay.hiring.training.web;

import dev.assay.hiring.training.web.CohortPlanRequest.HireRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whom to sponsor rather than train. */
record SponsorshipPlanRequest(
        @NotNull UUID roleProfileId,
        @NotEmpty @Size(max = 500) List<@NotNull @Valid HireRequest> hires,
        @NotNull @Size(max = 50) List<@NotNull @Valid OfferedCredentialRequest> offers,
        @Nullable Double budget,
        @Nullable Double provenFrom,
        @Nullable @Pattern(regexp = "[A-Z]{3}", message = "must be an ISO 4217 code")
                String currency,
        @Nullable @Size(max = 100) List<@NotNull @Valid ExchangeRateRequest> exchangeRates,
        @Nullable LocalDate asOf) {

    record OfferedCredentialRequest(
            @NotNull
                    @Pattern(
                            regexp = "[A-Za-z0-9][A-Za-z0-9 ._-]{0,99}",
                            message = "must be a short name of plain letters and digits")
                    String credential,
            @NotNull Double fee,
            @Nullable Double completion,
            @NotEmpty @Size(max = 100) List<@NotNull @Valid CoveredSkillRequest> covers) {}

    record CoveredSkillRequest(@NotNull @Valid SkillRequest skill) {}
}
