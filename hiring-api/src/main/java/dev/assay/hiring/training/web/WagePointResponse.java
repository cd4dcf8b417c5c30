package dev.assay.hiring.training.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.hiring.training.FiledTerm;
import dev.assay.hiring.training.Price;
import dev.assay.hiring.training.Range;
import dev.assay.hiring.training.WageContent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JsonInclude(JsonInclude.Include.NON_NULL)
record WagePointResponse(
        UUID id,
        String region,
        @Nullable String occupation,
        Price hourly,
        Range load,
        LocalDate date,
        String source,
        Instant createdAt,
        Instant updatedAt) {

    static WagePointResponse of(FiledTerm<WageContent> point) {
        WageContent content = point.content();
        return new WagePointResponse(
                point.id(),
                content.region(),
                content.occupation(),
                content.hourly(),
                content.load(),
                content.date(),
                content.source(),
                point.createdAt(),
                point.updatedAt());
    }
}
