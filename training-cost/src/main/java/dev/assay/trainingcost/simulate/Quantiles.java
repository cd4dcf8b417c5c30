package dev.assay.trainingcost.simulate;

import dev.assay.trainingcost.model.Uncertain;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** Inverse distribution functions: a share between 0 and 1 in, a value out; never falling. */
final class Quantiles {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private Quantiles() {}

    static DoubleUnaryOperator of(Uncertain value) {
        if (value.isCertain()) {
            double only = value.mostLikely();
            return u -> only;
        }
        return switch (value) {
            case Uncertain.Fixed(double only) -> u -> only;
            case Uncertain.Pert pert -> {
                var shape = new PertTable(pert.alpha(), pert.beta());
                double width = pert.most() - pert.least();
                yield u -> Math.min(pert.most(), pert.least() + width * shape.quantile(u));
            }
            case Uncertain.Triangular(double a, double m, double b) -> {
                double rising = (m - a) / (b - a);
                yield u ->
                        u < rising
                                ? Math.min(m, a + Math.sqrt(u * (b - a) * (m - a)))
                                : Math.max(m, b - Math.sqrt((1 - u) * (b - a) * (b - m)));
            }
            case Uncertain.LogNormal normal -> {
                double mu = normal.mu();
                double sigma = normal.sigma();
                yield u -> StrictMath.exp(mu + sigma * NORMAL.inverseCumulativeProbability(u));
            }
        };
    }

    /** One value, exactly; tables pay off only for many. */
    static double exactly(Uncertain value, double u) {
        if (value instanceof Uncertain.Pert pert && !pert.isCertain()) {
            return pert.least()
                    + (pert.most() - pert.least())
                            * BetaDistribution.of(pert.alpha(), pert.beta())
                                    .inverseCumulativeProbability(u);
        }
        return of(value).applyAsDouble(u);
    }
}
