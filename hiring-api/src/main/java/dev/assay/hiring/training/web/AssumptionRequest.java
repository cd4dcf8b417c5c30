package dev.assay.hiring.training.web;

import dev.assay.hiring.training.AssumptionContent;
import dev.assay.hiring.training.Range;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of the ledger as it is sent, and as a merge patch leaves it. */
record AssumptionRequest(
        @NotNull UUID roleProfileId,
        @NotBlank @Size(max = 500) String input,
        @NotNull @Valid Range value,
        @NotBlank @Size(max = 100) String unit,
        @NotBlank @Size(max = 500) String source,
        @NotNull LocalDate date,
        @NotBlank @Size(max = 200) String owner,
        @Nullable @Size(max = 500) String overrideReason) {

    static AssumptionRequest of(AssumptionContent content) {
        return new AssumptionRequest(
                content.roleProfileId(),
                content.input(),
                content.value(),
                content.unit(),
                content.source(),
                content.date(),
                content.owner(),
                content.overrideReason());
    }

    AssumptionContent content() {
        return new AssumptionContent(
                roleProfileId, input, value, unit, source, date, owner, overrideReason);
    }
}
