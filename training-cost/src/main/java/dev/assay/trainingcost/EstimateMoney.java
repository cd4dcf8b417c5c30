package dev.assay.trainingcost;

import dev.assay.trainingcost.model.Apportionment;
import dev.assay.trainingcost.model.CredentialId;
import dev.assay.trainingcost.rule.Component;
import dev.assay.trainingcost.rule.Costs;
import dev.assay.trainingcost.rule.TrainingProgram;
import dev.assay.trainingcost.simulate.Percentiles;
import dev.assay.trainingcost.simulate.Simulation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;

/**
 * The one place where an estimate is rounded. Baseline and expected are rounded; the saving is
 * their difference; parts are shared out from expected and from saving, and a part's baseline is
 * the sum of the two. So all rows and columns add up, and what saves nothing shows exactly nothing.
 */
final class EstimateMoney {

    private static final Component[] COMPONENTS = Component.values();

    private final CurrencyUnit currency;
    private final Simulation simulation;
    private final MonetaryAmount expectedTotal;
    private final MonetaryAmount savingTotal;
    private final List<MonetaryAmount> expectedParts;
    private final List<MonetaryAmount> savingParts;
    private final List<MonetaryAmount> expectedModules;
    private final List<MonetaryAmount> savingModules;

    EstimateMoney(CurrencyUnit currency, TrainingProgram program, Simulation simulation) {
        this.currency = currency;
        this.simulation = simulation;
        expectedTotal = round(simulation.expected().mean());
        savingTotal = round(simulation.baseline().mean()).subtract(expectedTotal);
        var before = simulation.baselineCosts();
        var after = simulation.expectedCosts();
        expectedParts = Apportionment.share(expectedTotal, byComponent(after));
        savingParts =
                Apportionment.share(savingTotal, less(byComponent(before), byComponent(after)));
        int modules = program.modules().size();
        expectedModules = Apportionment.share(training(expectedParts), byModule(after, modules));
        savingModules =
                Apportionment.share(
                        training(savingParts),
                        less(byModule(before, modules), byModule(after, modules)));
    }

    private static double[] byComponent(Costs costs) {
        return Arrays.stream(COMPONENTS).mapToDouble(costs::component).toArray();
    }

    private static double[] byModule(Costs costs, int modules) {
        return IntStream.range(0, modules).mapToDouble(costs::module).toArray();
    }

    private static double[] less(double[] from, double[] what) {
        return IntStream.range(0, from.length).mapToDouble(i -> from[i] - what[i]).toArray();
    }

    /** All parts but the ramp: what the modules cost together. */
    private MonetaryAmount training(List<MonetaryAmount> parts) {
        var sum = round(0);
        for (int i = 0; i < COMPONENTS.length; i++) {
            if (COMPONENTS[i] != Component.RAMP_UP) {
                sum = sum.add(parts.get(i));
            }
        }
        return sum;
    }

    MonetaryAmount round(double value) {
        return Apportionment.round(value, currency);
    }

    Estimate.Spread baseline() {
        return spread(simulation.baseline(), expectedTotal.add(savingTotal));
    }

    Estimate.Spread expected() {
        return spread(simulation.expected(), expectedTotal);
    }

    Estimate.Spread saving() {
        return spread(simulation.saving(), savingTotal);
    }

    private Estimate.Spread spread(Percentiles percentiles, MonetaryAmount mean) {
        return new Estimate.Spread(
                mean, round(percentiles.p10()), round(percentiles.p50()), round(percentiles.p90()));
    }

    List<Estimate.ComponentLine> components() {
        var lines = new ArrayList<Estimate.ComponentLine>();
        for (var component : COMPONENTS) {
            int i = component.ordinal();
            lines.add(
                    new Estimate.ComponentLine(
                            component,
                            expectedParts.get(i).add(savingParts.get(i)),
                            expectedParts.get(i),
                            savingParts.get(i)));
        }
        return lines;
    }

    MonetaryAmount moduleBaseline(int module) {
        return expectedModules.get(module).add(savingModules.get(module));
    }

    MonetaryAmount moduleExpected(int module) {
        return expectedModules.get(module);
    }

    /** Mean cost of training without ramp-up, of a hire who shows nothing; not rounded. */
    double trainingBaseline() {
        return trainingMean(simulation.baselineCosts());
    }

    /** Mean cost of training without ramp-up, of this hire; not rounded. */
    double trainingExpected() {
        return trainingMean(simulation.expectedCosts());
    }

    private static double trainingMean(Costs costs) {
        return Arrays.stream(COMPONENTS)
                .filter(c -> c != Component.RAMP_UP)
                .mapToDouble(costs::component)
                .sum();
    }

    List<Estimate.CredentialLine> attribution(SequencedMap<CredentialId, Double> shares) {
        var parts = shares.values().stream().mapToDouble(Double::doubleValue).toArray();
        var money = Apportionment.share(savingTotal, parts);
        var credentials = List.copyOf(shares.keySet());
        return IntStream.range(0, parts.length)
                .mapToObj(i -> new Estimate.CredentialLine(credentials.get(i), money.get(i)))
                .toList();
    }

    Estimate.Views views() {
        var baselineParts =
                IntStream.range(0, COMPONENTS.length)
                        .mapToObj(i -> expectedParts.get(i).add(savingParts.get(i)))
                        .toList();
        var payOverHorizon = round(simulation.meanPayOverHorizon());
        return new Estimate.Views(
                accounts(baselineParts, expectedTotal.add(savingTotal), payOverHorizon),
                accounts(expectedParts, expectedTotal, payOverHorizon));
    }

    /**
     * Productive work is valued at the hire's own loaded pay, so pay less contribution over the
     * horizon is the ramp's loss, and the net of the third view equals the second.
     */
    private static Estimate.Accounts accounts(
            List<MonetaryAmount> parts, MonetaryAmount total, MonetaryAmount payOverHorizon) {
        var time = parts.get(Component.TRAINEE_TIME.ordinal());
        var direct = parts.get(Component.DIRECT.ordinal());
        var mentor = parts.get(Component.MENTOR.ordinal());
        var sessions = parts.get(Component.SESSIONS.ordinal());
        var ramp = parts.get(Component.RAMP_UP.ordinal());
        return new Estimate.Accounts(
                new CvtsAccount(direct.add(sessions), time),
                total,
                new BibbAccount(
                        time.add(payOverHorizon),
                        mentor,
                        sessions,
                        direct,
                        payOverHorizon.subtract(ramp)));
    }
}
