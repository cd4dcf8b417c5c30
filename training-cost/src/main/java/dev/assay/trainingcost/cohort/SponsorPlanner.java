package dev.assay.trainingcost.cohort;

import java.time.Duration;
import java.util.Optional;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * Finds the cheapest way to cover every need by sponsored credentials and courses, as an integer
 * programme. When time runs out it returns the best plan found, or the greedy one if that is
 * cheaper, with a bound from the programme without its whole numbers. Only then can the result
 * depend on the machine; the cost of a plan proven best cannot, though of plans that cost the same
 * any may come.
 */
public final class SponsorPlanner {

    private SponsorPlanner() {}

    public static SponsorPlan plan(SponsorCase problem, Duration limit) {
        return plan(problem, limit, limit);
    }

    /** With a time of its own for the bound, so that running out of the other can be tried. */
    static SponsorPlan plan(SponsorCase problem, Duration boundLimit, Duration limit) {
        var programme = new Programme(problem);
        var relaxed = programme.relaxed(boundLimit);
        var greedy = GreedyPlan.find(problem);
        var result = programme.solve(limit);
        if (result.getState() == Optimisation.State.INFEASIBLE) {
            return new SponsorPlan.OverBudget();
        }
        var found = programme.selection(result);
        boolean best = found.isPresent() && result.getState().isOptimal();
        var cheapest = cheaper(found, greedy);
        if (cheapest.isEmpty()) {
            return new SponsorPlan.OverBudget();
        }
        double cost = cheapest.get().cost();
        return new SponsorPlan.Planned(
                cheapest.get().choices(),
                cost,
                best ? cost : Math.min(cost, relaxed),
                best ? SponsorPlan.Proof.BEST : SponsorPlan.Proof.TIME_UP);
    }

    private static Optional<Selection> cheaper(Optional<Selection> one, Optional<Selection> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        return other.get().cost() < one.get().cost() ? other : one;
    }

    /** The integer programme. */
    private static final class Programme {

        private final SponsorCase problem;
        private final ExpressionsBasedModel model = new ExpressionsBasedModel();
        private final Variable[][] paid;
        private final Variable[][] taken;

        Programme(SponsorCase problem) {
            this.problem = problem;
            int hires = problem.needs().size();
            paid = new Variable[hires][problem.offers().size()];
            taken = new Variable[hires][problem.courses().size()];
            for (int h = 0; h < hires; h++) {
                choices(h);
                needs(h);
            }
            for (int c = 0; c < problem.courses().size(); c++) {
                sessions(c);
            }
            budget();
        }

        private void choices(int hire) {
            for (int o = 0; o < paid[hire].length; o++) {
                paid[hire][o] =
                        model.newVariable("pay " + hire + " " + o)
                                .binary()
                                .weight(problem.offers().get(o).cost());
            }
            for (int c = 0; c < taken[hire].length; c++) {
                var course = problem.courses().get(c);
                taken[hire][c] =
                        model.newVariable("take " + hire + " " + c)
                                .binary()
                                .weight(course.costPerHire());
                if (course.mandatory()) {
                    taken[hire][c].lower(1);
                }
            }
        }

        private void needs(int hire) {
            for (var skill : problem.needs().get(hire).skills()) {
                var covered = model.newExpression("cover " + hire + " " + skill).lower(1);
                for (int o = 0; o < paid[hire].length; o++) {
                    if (problem.offers().get(o).covers().contains(skill)) {
                        covered.set(paid[hire][o], 1);
                    }
                }
                for (int c = 0; c < taken[hire].length; c++) {
                    if (problem.courses().get(c).covers().contains(skill)) {
                        covered.set(taken[hire][c], 1);
                    }
                }
            }
        }

        private void sessions(int course) {
            var offered = problem.courses().get(course);
            var sessions =
                    model.newVariable("sessions " + course)
                            .integer()
                            .lower(0)
                            .upper(SessionCount.certain(taken.length, offered.capacity()))
                            .weight(offered.sessionCost());
            var seats = model.newExpression("seats " + course).lower(0);
            seats.set(sessions, offered.capacity());
            for (int h = 0; h < taken.length; h++) {
                seats.set(taken[h][course], -1);
                // Implied for whole numbers; makes the bound tighter.
                model.newExpression("open " + course + " " + h)
                        .lower(0)
                        .set(sessions, 1)
                        .set(taken[h][course], -1);
            }
        }

        private void budget() {
            var limit = problem.budget();
            if (limit != null) {
                var spent = model.newExpression("budget").upper(limit);
                for (var offers : paid) {
                    for (int o = 0; o < offers.length; o++) {
                        spent.set(offers[o], problem.offers().get(o).cost());
                    }
                }
            }
        }

        /** The least cost if parts of people could be trained: nothing whole costs less. */
        double relaxed(Duration limit) {
            var copy = model.copy();
            copy.relax();
            copy.options.time_abort = limit.toMillis();
            var result = copy.minimise();
            return result.getState().isOptimal() ? result.getValue() : 0;
        }

        Optimisation.Result solve(Duration limit) {
            model.options.time_suffice = limit.toMillis();
            model.options.time_abort = limit.toMillis();
            return model.minimise();
        }

        /** What the solver chose, if it really keeps to the rules. */
        Optional<Selection> selection(Optimisation.Result result) {
            if (!result.getState().isFeasible()) {
                return Optional.empty();
            }
            var selection = new Selection(problem);
            for (int h = 0; h < paid.length; h++) {
                for (int o = 0; o < paid[h].length; o++) {
                    selection.paid[h][o] = isChosen(result, paid[h][o]);
                }
                for (int c = 0; c < taken[h].length; c++) {
                    selection.taken[h][c] |= isChosen(result, taken[h][c]);
                }
            }
            return selection.coversAll() && selection.isWithinBudget()
                    ? Optional.of(selection)
                    : Optional.empty();
        }

        private boolean isChosen(Optimisation.Result result, Variable variable) {
            return result.doubleValue(model.indexOf(variable)) > 0.5;
        }
    }
}
