package dev.assay.trainingcost.rule;

import dev.assay.trainingcost.model.WaiverRule;
import java.util.ArrayList;
import java.util.List;

/**
 * One permitted way to deal with a module. All shares are of the full module.
 *
 * @param variableShare of what each hire costs: paid time, fee and mentor
 * @param assessmentShare of the paid assessment time
 * @param seatShare chance that a seat in a session is taken
 */
public record WaiverOption(
        Decision decision, double variableShare, double assessmentShare, double seatShare) {

    static final WaiverOption TAKE = new WaiverOption(Decision.TAKE, 1, 0, 1);
    static final WaiverOption NOT_NEEDED = new WaiverOption(Decision.NOT_NEEDED, 0, 0, 0);

    /** More coverage never closes an option and never makes one dearer, so cost cannot rise. */
    static List<WaiverOption> permitted(WaiverRule rule, double coverage) {
        var options = new ArrayList<WaiverOption>();
        options.add(TAKE);
        switch (rule) {
            case WaiverRule.Never() -> {}
            case WaiverRule.ByCoverage(
                            _,
                            var shortenFrom,
                            var testFrom,
                            _,
                            var spot,
                            var passes) -> {
                if (shortenFrom != null && coverage >= shortenFrom) {
                    options.add(new WaiverOption(Decision.SHORTEN, 1 - coverage, 0, 0));
                }
                // A waiver never costs more than a test-out, which would only widen the choice.
                if (testFrom != null && coverage >= testFrom && !mayWaive(rule, coverage)) {
                    double failing = 1 - passes.chanceAt(coverage);
                    options.add(new WaiverOption(Decision.TEST_OUT, failing, 1, failing));
                }
                if (mayWaive(rule, coverage)) {
                    options.add(new WaiverOption(Decision.WAIVE, 0, spot, 0));
                }
            }
        }
        return List.copyOf(options);
    }

    /**
     * Whether the hire has shown enough to do without the module. This, and not the option chosen,
     * decides whether the module still needs its prerequisites: a shortened course can become
     * cheaper than a spot check, and better evidence must not bring prerequisites back.
     */
    static boolean mayWaive(WaiverRule rule, double coverage) {
        return rule instanceof WaiverRule.ByCoverage byCoverage
                && byCoverage.waiveFrom() != null
                && coverage >= byCoverage.waiveFrom();
    }

    /**
     * The cheapest option by what the hire costs; a tie goes to fewer seats. The shared cost of
     * sessions stays out of the choice: a seat given up may free no session.
     */
    static WaiverOption cheapest(List<WaiverOption> options, double variable, double assessment) {
        var best = options.getFirst();
        double least = best.cost(variable, assessment);
        for (int i = 1; i < options.size(); i++) {
            var option = options.get(i);
            double cost = option.cost(variable, assessment);
            if (cost < least || (cost == least && option.seatShare < best.seatShare)) {
                best = option;
                least = cost;
            }
        }
        return best;
    }

    double cost(double variable, double assessment) {
        return assessmentShare * assessment + variableShare * variable;
    }
}
