package dev.assay.hiring.training;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.hiring.scoring.Score;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An estimate with all that it rests on, as stored once and shown to callers. Immutable; schema
 * version {@value #SCHEMA_VERSION}. All amounts are in {@link #currency}.
 *
 * @param id absent while it is not stored
 * @param basis {@code application} for what was proven, {@code supposed} for what was not
 * @param exchangeRates those used; absent where every price is in its currency
 * @param savingError standard error of the mean saving
 * @param seed what the draws came from: with the engine's version and the inputs' digest it names
 *     every digit
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EstimateDocument(
        @Nullable UUID id,
        @Nullable Instant madeAt,
        UUID roleProfileId,
        @Nullable UUID applicationId,
        String basis,
        LocalDate asOf,
        String currency,
        Spread baseline,
        Spread expected,
        Spread saving,
        BigDecimal savingError,
        List<ComponentLine> components,
        List<ModuleLine> modules,
        Views views,
        List<Share> attribution,
        List<Bar> tornado,
        List<Ceiling> premiumCeiling,
        @Nullable Payback payback,
        @Nullable Premium premium,
        List<EvidenceLine> evidence,
        List<AssumptionLine> assumptions,
        @Nullable List<RateLine> exchangeRates,
        List<ChangedInput> changes,
        List<WarningLine> warnings,
        Learned calibration,
        long seed,
        int draws,
        String engineVersion,
        String inputsDigest) {

    static final int SCHEMA_VERSION = 1;

    /** Mean and percentiles of the draws. */
    public record Spread(BigDecimal mean, BigDecimal p10, BigDecimal p50, BigDecimal p90) {}

    /** One kind of cost; means. */
    public record ComponentLine(
            String name, BigDecimal baseline, BigDecimal expected, BigDecimal saving) {}

    /**
     * One module; means.
     *
     * @param decision with every input at its most likely value
     * @param needed false for a module that only serves others, none of which is left
     */
    public record ModuleLine(
            UUID id,
            String name,
            String decision,
            boolean needed,
            BigDecimal coverage,
            BigDecimal baseline,
            BigDecimal cost) {}

    /** The same costs as three surveys would count them. */
    public record Views(Accounts baseline, Accounts expected) {}

    /** One hire in three ways of accounting. */
    public record Accounts(Cvts cvts, BigDecimal fullyLoaded, Bibb bibb) {}

    /** As the European vocational training survey counts. */
    public record Cvts(BigDecimal direct, BigDecimal absence, BigDecimal total) {}

    /** As the German institute for vocational training counts. */
    public record Bibb(
            BigDecimal traineePay,
            BigDecimal trainers,
            BigDecimal plant,
            BigDecimal other,
            BigDecimal gross,
            BigDecimal contribution,
            BigDecimal net) {}

    /** What one credential saves; its id, or what it was called where it is supposed. */
    public record Share(String credentialId, BigDecimal saving) {}

    /** The saving with one input alone at its tenth and ninetieth percentile. */
    public record Bar(String input, BigDecimal atP10, BigDecimal atP90) {}

    /** The highest premium that the saving pays for, in percent of pay. */
    public record Ceiling(int years, BigDecimal percent) {}

    /** Months until training has paid back; null when never. */
    public record Payback(
            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable BigDecimal baselineMonths,
            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable BigDecimal expectedMonths) {}

    /** The first year at the premium considered. */
    public record Premium(
            BigDecimal percent, BigDecimal cost, BigDecimal net, BigDecimal chanceOfGain) {}

    /** What a credential shows of a skill; only what stands {@code in-force} counts. */
    public record EvidenceLine(
            String credentialId, Score.Skill skill, BigDecimal strength, String standing) {}

    /** A line of the ledger. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AssumptionLine(
            String input,
            Range value,
            String unit,
            String source,
            LocalDate date,
            String owner,
            @Nullable String overrideReason) {}

    /** What one unit of a currency was taken to be worth in the estimate's. */
    public record RateLine(String from, BigDecimal rate, LocalDate date, String source) {}

    /** An input that was taken to be another than the role says. */
    public record ChangedInput(String input, Range from, Range to, String reason) {}

    /** What to know before trusting it; the code is stable. */
    public record WarningLine(String code, String field, String text) {}

    /**
     * What earlier trainings say about the model: real cost is the modelled cost of training times
     * the factor.
     */
    public record Learned(int actuals, Range factor) {}

    EstimateDocument stored(UUID as, Instant at) {
        return new EstimateDocument(
                as,
                at,
                roleProfileId,
                applicationId,
                basis,
                asOf,
                currency,
                baseline,
                expected,
                saving,
                savingError,
                components,
                modules,
                views,
                attribution,
                tornado,
                premiumCeiling,
                payback,
                premium,
                evidence,
                assumptions,
                exchangeRates,
                changes,
                warnings,
                calibration,
                seed,
                draws,
                engineVersion,
                inputsDigest);
    }
}
