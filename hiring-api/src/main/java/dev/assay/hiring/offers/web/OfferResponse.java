package dev.assay.hiring.offers.web;

import dev.assay.hiring.applications.Attribution;
import dev.assay.hiring.applications.AttributionResponse;
import dev.assay.hiring.jobs.PayRange.PayUnit;
import dev.assay.hiring.offers.Offer;
import dev.assay.hiring.offers.OfferContent;
import dev.assay.hiring.offers.OfferState;
import dev.assay.hiring.offers.OfferView;
import dev.assay.hiring.shared.MoneyText;
import dev.assay.hiring.training.EstimateDocument;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An offer beside what is known of it; what was offered is null once its person was erased. */
record OfferResponse(
        UUID id,
        UUID applicationId,
        OfferState state,
        @Nullable Salary salary,
        @Nullable String usualAmount,
        @Nullable BigDecimal premiumPercent,
        @Nullable LocalDate startDate,
        @Nullable LocalDate expiresOn,
        String writtenBy,
        @Nullable String approvedBy,
        Instant createdAt,
        Instant changedAt,
        Set<OfferState> legalMoves,
        @Nullable PremiumCeiling premiumCeiling,
        List<OfferView.Warning> warnings,
        AttributionResponse attribution) {

    record Salary(String amount, String currency, PayUnit unit) {

        static Salary of(OfferContent content) {
            return new Salary(
                    MoneyText.of(content.amount(), content.currency()),
                    content.currency().getCurrencyCode(),
                    content.unit());
        }
    }

    record PremiumCeiling(UUID estimateId, List<EstimateDocument.Ceiling> percents) {}

    static OfferResponse of(OfferView view, Optional<Attribution> attribution) {
        Offer offer = view.offer();
        Optional<OfferContent> content = offer.content();
        return new OfferResponse(
                offer.id().value(),
                offer.application().value(),
                offer.state(),
                content.map(Salary::of).orElse(null),
                content.flatMap(said ->
                                said.usualAmount()
                                        .map(usual -> MoneyText.of(usual, said.currency())))
                        .orElse(null),
                content.flatMap(OfferContent::premiumPercent).orElse(null),
                content.map(OfferContent::startsOn).orElse(null),
                content.flatMap(OfferContent::expiresOn).orElse(null),
                offer.writtenBy(),
                offer.approvedBy().orElse(null),
                offer.createdAt(),
                offer.changedAt(),
                offer.state().moves(),
                view.ceiling()
                        .map(ceiling -> new PremiumCeiling(ceiling.estimate(), ceiling.percents()))
                        .orElse(null),
                view.warnings(),
                AttributionResponse.of(attribution));
    }

    /** One line of a list. */
    record Line(
            UUID id,
            UUID applicationId,
            OfferState state,
            @Nullable Salary salary,
            @Nullable LocalDate startDate,
            @Nullable LocalDate expiresOn,
            Instant createdAt,
            Instant changedAt) {

        static Line of(Offer offer) {
            return new Line(
                    offer.id().value(),
                    offer.application().value(),
                    offer.state(),
                    offer.content().map(Salary::of).orElse(null),
                    offer.content().map(OfferContent::startsOn).orElse(null),
                    offer.content().flatMap(OfferContent::expiresOn).orElse(null),
                    offer.createdAt(),
                    offer.changedAt());
        }
    }
}
