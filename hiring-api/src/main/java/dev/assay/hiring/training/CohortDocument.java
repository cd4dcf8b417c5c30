package dev.assay.hiring.training;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What a cohort costs to train without and with its evidence. Immutable; never names or ranks the
 * hires. All amounts are in {@link #currency}.
 *
 * @param proven how many of the hires are applications with verified evidence
 * @param starts empty unless every hire's start and the cost of waiting were given
 */
public record CohortDocument(
        UUID id,
        Instant madeAt,
        UUID roleProfileId,
        int hires,
        int proven,
        LocalDate asOf,
        String currency,
        EstimateDocument.Spread baseline,
        EstimateDocument.Spread expected,
        EstimateDocument.Spread saving,
        List<Sessions> sessions,
        List<Starts> starts,
        List<EstimateDocument.ChangedInput> changes,
        List<EstimateDocument.WarningLine> warnings,
        long seed,
        int draws,
        String engineVersion,
        String inputsDigest) {

    /**
     * The sessions of a module.
     *
     * @param expected the mean number, since who tests out may fail
     * @param absorbed what the seats given up would cost by the seat; mostly no cash
     * @param avoidable what the sessions that fall away would have cost
     */
    public record Sessions(
            UUID moduleId,
            String name,
            int capacity,
            int baseline,
            BigDecimal expected,
            BigDecimal absorbed,
            BigDecimal avoidable) {}

    /**
     * When to hold the sessions of a module, for all who may still need a seat.
     *
     * @param cost of sessions and waiting together
     */
    public record Starts(UUID moduleId, String name, BigDecimal cost, List<Batch> batches) {}

    /** People trained on the day when the last of them starts. */
    public record Batch(LocalDate day, int people, int sessions, long daysWaited) {}
}
