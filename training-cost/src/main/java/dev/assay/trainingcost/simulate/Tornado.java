package dev.assay.trainingcost.simulate;

import dev.assay.trainingcost.rule.Proof;
import dev.assay.trainingcost.rule.TrainingProgram;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How much each uncertain input alone moves the saving, widest first. */
public final class Tornado {

    private Tornado() {}

    /**
     * The saving with one input at its tenth and ninetieth percentile and all others at their most
     * likely; input values in the estimate's currency where they are money.
     */
    public record Bar(String input, double inputP10, double inputP90, double atP10, double atP90) {
        double width() {
            return Math.abs(atP90 - atP10);
        }
    }

    public static List<Bar> of(TrainingProgram program, Proof nothing, Proof shown) {
        var bars = new ArrayList<Bar>();
        for (int i = 0; i < program.inputs().size(); i++) {
            var input = program.inputs().get(i);
            if (!input.value().isCertain()) {
                double p10 = input.scale() * Quantiles.exactly(input.value(), 0.1);
                double p90 = input.scale() * Quantiles.exactly(input.value(), 0.9);
                bars.add(
                        new Bar(
                                input.path(),
                                p10,
                                p90,
                                saving(program, i, p10, nothing, shown),
                                saving(program, i, p90, nothing, shown)));
            }
        }
        bars.sort(Comparator.comparingDouble(Bar::width).reversed().thenComparing(Bar::input));
        return List.copyOf(bars);
    }

    private static double saving(
            TrainingProgram program, int input, double value, Proof nothing, Proof shown) {
        var values = program.mostLikely();
        values[input] = value;
        return program.cost(values, nothing) - program.cost(values, shown);
    }
}
