package dev.assay.trainingcost.cohort;

import dev.assay.trainingcost.model.CredentialId;
import dev.assay.trainingcost.model.ModuleId;
import java.util.List;
import java.util.Set;

/** What came of planning. */
public sealed interface SponsorPlan {

    /** How good a plan is known to be. */
    enum Proof {
        /** No plan is cheaper. */
        BEST,
        /** Time ran out; the gap says how much cheaper a plan could be at most. */
        TIME_UP
    }

    /**
     * A plan that covers every need.
     *
     * @param bound no plan costs less
     */
    record Planned(List<Choice> choices, double cost, double bound, Proof proof)
            implements SponsorPlan {
        public Planned {
            choices = List.copyOf(choices);
        }

        /** The share of the cost that a better plan could save at most. */
        public double gap() {
            return cost == 0 ? 0 : Math.max(0, (cost - bound) / cost);
        }
    }

    /** The budget is too small for what only credentials cover. */
    record OverBudget() implements SponsorPlan {}

    /** What one hire does. */
    record Choice(String hire, Set<CredentialId> sponsored, Set<ModuleId> trained) {
        public Choice {
            sponsored = Set.copyOf(sponsored);
            trained = Set.copyOf(trained);
        }
    }
}
