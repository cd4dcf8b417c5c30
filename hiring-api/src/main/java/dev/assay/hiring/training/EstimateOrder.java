package dev.assay.hiring.training;

import dev.assay.hiring.shared.ApplicationId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An estimate to be made: for an application by what it proves, or for supposed evidence. A role is
 * named, or the application's job names one.
 *
 * @param changes what is assumed otherwise than the role's ledger says
 * @param currency the role's when absent
 * @param offer the role's when absent
 * @param asOf today when absent
 */
public record EstimateOrder(
        Optional<UUID> roleProfile,
        Optional<ApplicationId> application,
        List<Supposed> evidence,
        List<Change> changes,
        @Nullable String currency,
        List<Rate> exchangeRates,
        @Nullable OfferRule offer,
        @Nullable LocalDate asOf,
        long seed,
        int draws) {

    public EstimateOrder {
        evidence = List.copyOf(evidence);
        changes = List.copyOf(changes);
        exchangeRates = List.copyOf(exchangeRates);
    }

    /** The usual estimate of an application. */
    static EstimateOrder of(ApplicationId application) {
        return new EstimateOrder(
                Optional.empty(),
                Optional.of(application),
                List.of(),
                List.of(),
                null,
                List.of(),
                null,
                null,
                USUAL_SEED,
                USUAL_DRAWS);
    }

    public static final long USUAL_SEED = 1;
    public static final int USUAL_DRAWS = 4_096;

    /** The same with other changes. */
    EstimateOrder with(List<Change> others) {
        return new EstimateOrder(
                roleProfile,
                application,
                evidence,
                others,
                currency,
                exchangeRates,
                offer,
                asOf,
                seed,
                draws);
    }

    /**
     * Evidence that nobody has proven: for asking what a credential would save.
     *
     * @param credential what the caller calls it
     */
    public record Supposed(
            String credential,
            UUID skill,
            int level,
            double strength,
            @Nullable LocalDate validUntil) {}

    /** An input taken to be another than the role says, and why. */
    public record Change(String input, Range value, String reason) {}

    /** One unit of a currency bought so many of another on that day, says the source. */
    public record Rate(String from, String to, BigDecimal rate, LocalDate date, String source) {}
}
