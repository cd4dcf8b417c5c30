package dev.assay.trainingcost.cohort;

import dev.assay.trainingcost.model.SkillId;
import java.util.Optional;
import java.util.Set;

/**
 * A quick plan: hire by hire, whatever covers most missing skills for its cost, then without what
 * turned out superfluous. Up to a third dearer than the best plan, but always there when time runs
 * out.
 */
final class GreedyPlan {

    private final SponsorCase problem;
    private final Selection selection;

    private GreedyPlan(SponsorCase problem) {
        this.problem = problem;
        selection = new Selection(problem);
    }

    /** A plan within the budget; empty when this simple way finds none. */
    static Optional<Selection> find(SponsorCase problem) {
        var plan = new GreedyPlan(problem);
        for (int h = 0; h < problem.needs().size(); h++) {
            if (!plan.cover(h)) {
                return Optional.empty();
            }
            plan.prune(h);
        }
        return Optional.of(plan.selection);
    }

    private boolean cover(int hire) {
        for (var missing = selection.missing(hire);
                !missing.isEmpty();
                missing = selection.missing(hire)) {
            if (!takeBest(hire, missing)) {
                return false;
            }
        }
        return true;
    }

    private boolean takeBest(int hire, Set<SkillId> missing) {
        double before = selection.cost();
        double least = Double.POSITIVE_INFINITY;
        int offer = -1;
        int course = -1;
        for (int o = 0; o < problem.offers().size(); o++) {
            long gain = problem.offers().get(o).covers().stream().filter(missing::contains).count();
            if (gain > 0 && !selection.paid[hire][o]) {
                selection.paid[hire][o] = true;
                double price = (selection.cost() - before) / gain;
                if (price < least && selection.isWithinBudget()) {
                    least = price;
                    offer = o;
                }
                selection.paid[hire][o] = false;
            }
        }
        for (int c = 0; c < problem.courses().size(); c++) {
            long gain =
                    problem.courses().get(c).covers().stream().filter(missing::contains).count();
            if (gain > 0 && !selection.taken[hire][c]) {
                selection.taken[hire][c] = true;
                double price = (selection.cost() - before) / gain;
                if (price < least) {
                    least = price;
                    offer = -1;
                    course = c;
                }
                selection.taken[hire][c] = false;
            }
        }
        if (course >= 0) {
            selection.taken[hire][course] = true;
        } else if (offer >= 0) {
            selection.paid[hire][offer] = true;
        }
        return course >= 0 || offer >= 0;
    }

    private void prune(int hire) {
        for (int o = 0; o < problem.offers().size(); o++) {
            if (selection.paid[hire][o]) {
                selection.paid[hire][o] = false;
                selection.paid[hire][o] = !selection.missing(hire).isEmpty();
            }
        }
        for (int c = 0; c < problem.courses().size(); c++) {
            if (selection.taken[hire][c] && !problem.courses().get(c).mandatory()) {
                selection.taken[hire][c] = false;
                selection.taken[hire][c] = !selection.missing(hire).isEmpty();
            }
        }
    }
}
