package dev.assay.hiring.training;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/**
 * One estimate with its inputs as they are, and with some of them changed. All amounts are in
 * {@link #currency}.
 */
public record Scenarios(
        UUID roleProfileId, String currency, Reckoned base, List<Scenario> scenarios) {

    public Scenarios {
        scenarios = List.copyOf(scenarios);
    }

    /** What one set of inputs comes to. */
    public record Reckoned(
            EstimateDocument.Spread baseline,
            EstimateDocument.Spread expected,
            EstimateDocument.Spread saving,
            List<EstimateDocument.ComponentLine> components,
            String inputsDigest) {

        static Reckoned of(EstimateDocument estimate) {
            return new Reckoned(
                    estimate.baseline(),
                    estimate.expected(),
                    estimate.saving(),
                    estimate.components(),
                    estimate.inputsDigest());
        }
    }

    /** How much the means differ from the base's. */
    public record Difference(BigDecimal baseline, BigDecimal expected, BigDecimal saving) {

        static Difference of(EstimateDocument base, EstimateDocument other) {
            return new Difference(
                    other.baseline().mean().subtract(base.baseline().mean()),
                    other.expected().mean().subtract(base.expected().mean()),
                    other.saving().mean().subtract(base.saving().mean()));
        }
    }

    /** A set of changes, and what comes of it. */
    public record Scenario(
            String name,
            List<EstimateDocument.ChangedInput> changes,
            Reckoned estimate,
            Difference difference) {}

    /** What to change, by name. */
    public record Wanted(String name, List<EstimateOrder.Change> changes) {}
}
