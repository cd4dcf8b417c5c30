package dev.assay.hiring.offers;

import dev.assay.hiring.training.EstimateDocument;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An offer beside what is known of it.
 *
 * @param ceiling what the newest estimate of the application's training says a premium may be
 * @param warnings what to look at before it goes out
 */
public record OfferView(Offer offer, Optional<Ceiling> ceiling, List<Warning> warnings) {

    /** An estimate's ceilings, by years of staying. */
    public record Ceiling(UUID estimate, List<EstimateDocument.Ceiling> percents) {

        Optional<BigDecimal> firstYear() {
            return percents.stream()
                    .filter(ceiling -> ceiling.years() == 1)
                    .map(EstimateDocument.Ceiling::percent)
                    .findFirst();
        }
    }

    /** The code is stable, the text is for people. */
    public record Warning(String code, String text) {}
}
