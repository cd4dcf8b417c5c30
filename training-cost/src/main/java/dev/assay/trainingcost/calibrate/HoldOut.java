package dev.assay.trainingcost.calibrate;

import dev.assay.trainingcost.model.FieldCheck;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Judges a calibration on trainings it has not seen: it learns from the earlier ones and is asked
 * about the later ones, in order of time. Only completed trainings are judged.
 *
 * @param learned how many it learned from
 * @param judged how many it was asked about
 * @param covered how many of those lay between its P10 and P90
 * @param coverageFits whether so many are plausible (95 %) if the interval really holds 80 %
 * @param crps mean score of the calibrated forecasts, in units of the predicted cost
 * @param crpsBefore the same without having learned anything
 * @param pinballP90 mean loss of the calibrated P90
 */
public record HoldOut(
        int learned,
        int judged,
        int covered,
        boolean coverageFits,
        double crps,
        double crpsBefore,
        double pinballP90) {

    private static final double INTERVAL = 0.8;
    private static final double TAIL = 0.025;
    private static final int SAMPLE = 199;

    /** Judges on the later part; refuses a share that leaves nothing to judge. */
    public static HoldOut judge(CostFactor prior, List<Actual> actuals, double learnShare) {
        FieldCheck.share("learnShare", learnShare);
        var inOrder =
                actuals.stream()
                        .sorted(
                                Comparator.comparing(Actual::finished)
                                        .thenComparing(Actual::predicted)
                                        .thenComparing(Actual::spent))
                        .toList();
        int learned = (int) (inOrder.size() * learnShare);
        var asked =
                inOrder.subList(learned, inOrder.size()).stream()
                        .filter(a -> a.end() == Actual.End.COMPLETED)
                        .toList();
        FieldCheck.atLeast("actuals", 1, asked.size());
        var factor = prior.after(inOrder.subList(0, learned));
        int covered = 0;
        double pinball = 0;
        double low = factor.factor(0.1);
        double high = factor.factor(0.9);
        for (var actual : asked) {
            double ratio = actual.spent() / actual.predicted();
            covered += ratio >= low && ratio <= high ? 1 : 0;
            pinball += ForecastScore.pinball(0.9, high, ratio);
        }
        return new HoldOut(
                learned,
                asked.size(),
                covered,
                fits(covered, asked.size()),
                crps(factor, asked),
                crps(prior, asked),
                pinball / asked.size());
    }

    private static boolean fits(int covered, int judged) {
        var counts = BinomialDistribution.of(judged, INTERVAL);
        return covered >= counts.inverseCumulativeProbability(TAIL)
                && covered <= counts.inverseCumulativeProbability(1 - TAIL);
    }

    private static double crps(CostFactor factor, List<Actual> asked) {
        var forecast = new double[SAMPLE];
        for (int i = 0; i < SAMPLE; i++) {
            forecast[i] = factor.factor((i + 0.5) / SAMPLE);
        }
        double sum = 0;
        for (var actual : asked) {
            sum += ForecastScore.crps(forecast, actual.spent() / actual.predicted());
        }
        return sum / asked.size();
    }
}
