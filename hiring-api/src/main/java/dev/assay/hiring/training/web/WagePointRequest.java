package dev.assay.hiring.training.web;

import dev.assay.hiring.training.Price;
import dev.assay.hiring.training.Range;
import dev.assay.hiring.training.WageContent;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A wage point as it is sent, and as a merge patch leaves it. */
record WagePointRequest(
        @NotBlank @Size(max = 200) String region,
        @Nullable @Size(max = 200) String occupation,
        @NotNull @Valid Price hourly,
        @NotNull @Valid Range load,
        @NotNull LocalDate date,
        @NotBlank @Size(max = 500) String source) {

    static WagePointRequest of(WageContent content) {
        return new WagePointRequest(
                content.region(),
                content.occupation(),
                content.hourly(),
                content.load(),
                content.date(),
                content.source());
    }

    WageContent content() {
        return new WageContent(region, occupation, hourly, load, date, source);
    }
}
