package dev.assay.hiring.training.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.hiring.training.AssumptionContent;
import dev.assay.hiring.training.FiledTerm;
import dev.assay.hiring.training.Range;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JsonInclude(JsonInclude.Include.NON_NULL)
record AssumptionResponse(
        UUID id,
        UUID roleProfileId,
        String input,
        Range value,
        String unit,
        String source,
        LocalDate date,
        String owner,
        @Nullable String overrideReason,
        Instant createdAt,
        Instant updatedAt) {

    static AssumptionResponse of(FiledTerm<AssumptionContent> line) {
        AssumptionContent content = line.content();
        return new AssumptionResponse(
                line.id(),
                content.roleProfileId(),
                content.input(),
                content.value(),
                content.unit(),
                content.source(),
                content.date(),
                content.owner(),
                content.overrideReason(),
                line.createdAt(),
                line.updatedAt());
    }
}
