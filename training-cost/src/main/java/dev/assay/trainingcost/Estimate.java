package dev.assay.trainingcost;

import dev.assay.trainingcost.model.Assumption;
import dev.assay.trainingcost.model.CredentialId;
import dev.assay.trainingcost.model.ModuleId;
import dev.assay.trainingcost.rule.Component;
import dev.assay.trainingcost.rule.Decision;
import dev.assay.trainingcost.rule.Retention;
import java.util.List;
import java.util.Optional;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;

/**
 * What a hire costs to train without and with the evidence. All money is in one currency, rounded
 * once: components, modules with the ramp, and attribution each sum to the mean saving to the last
 * unit, and so do the components of baseline and expected to theirs.
 *
 * @param baseline cost of a hire who shows nothing
 * @param expected cost of this hire
 * @param saving of the same draws; its percentiles are not differences of the other two's
 * @param savingError standard error of the mean saving
 * @param attribution the mean saving by credential
 * @param tornado the saving when one input alone is low or high, widest first
 * @param digest SHA-256 over all inputs
 */
public record Estimate(
        CurrencyUnit currency,
        Spread baseline,
        Spread expected,
        Spread saving,
        MonetaryAmount savingError,
        List<ComponentLine> components,
        List<ModuleLine> modules,
        Views views,
        List<CredentialLine> attribution,
        List<TornadoBar> tornado,
        Optional<OfferView> offer,
        List<Assumption> assumptions,
        List<Warning> warnings,
        long seed,
        String engineVersion,
        String digest) {

    public Estimate {
        components = List.copyOf(components);
        modules = List.copyOf(modules);
        attribution = List.copyOf(attribution);
        tornado = List.copyOf(tornado);
        assumptions = List.copyOf(assumptions);
        warnings = List.copyOf(warnings);
    }

    /** Mean and percentiles. */
    public record Spread(
            MonetaryAmount mean, MonetaryAmount p10, MonetaryAmount p50, MonetaryAmount p90) {}

    /** One kind of cost; means. */
    public record ComponentLine(
            Component component,
            MonetaryAmount baseline,
            MonetaryAmount expected,
            MonetaryAmount saving) {}

    /**
     * One module; means.
     *
     * @param decision with every input at its most likely value
     */
    public record ModuleLine(
            ModuleId id,
            String name,
            Decision decision,
            double coverage,
            MonetaryAmount baseline,
            MonetaryAmount cost) {

        public MonetaryAmount saving() {
            return baseline.subtract(cost);
        }
    }

    /** What one credential saves. */
    public record CredentialLine(CredentialId credential, MonetaryAmount saving) {}

    /** The saving with one input at its tenth and ninetieth percentile. */
    public record TornadoBar(String input, MonetaryAmount atP10, MonetaryAmount atP90) {}

    /** The same costs as three surveys would count them; means. */
    public record Views(Accounts baseline, Accounts expected) {}

    /** One hire in three ways of accounting. */
    public record Accounts(CvtsAccount cvts, MonetaryAmount fullyLoaded, BibbAccount bibb) {}

    /**
     * What an offer may spend of the saving.
     *
     * @param payback of the whole training cost, empty when the benefit of a hire is not known
     * @param atPremium empty when no premium is considered
     */
    public record OfferView(
            List<Ceiling> ceilings, Optional<Payback> payback, Optional<PremiumOutcome> atPremium) {
        public OfferView {
            ceilings = List.copyOf(ceilings);
        }
    }

    /** The highest premium that the saving pays for, as a percentage of pay. */
    public record Ceiling(int years, double percent) {}

    /** When training has paid back, without and with the evidence. */
    public record Payback(Retention.BreakEven baseline, Retention.BreakEven expected) {}

    /**
     * The first year at the premium considered.
     *
     * @param chanceOfGain share of draws in which the saving exceeds the premium's cost
     */
    public record PremiumOutcome(
            double premium, MonetaryAmount cost, MonetaryAmount net, double chanceOfGain) {}
}
