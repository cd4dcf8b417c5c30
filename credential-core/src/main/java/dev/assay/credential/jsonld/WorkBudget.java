package dev.assay.credential.jsonld;

/**
 * How much work canonicalization may take, counted in steps and not in time, so that the same
 * document has the same verdict on any machine. A usual badge takes a few hundred steps; graphs
 * made to be expensive ("poison graphs", RDFC-1.0 §7.1) would take for ever.
 */
public record WorkBudget(int maxSteps) {

    public WorkBudget {
        if (maxSteps < 1) {
            throw new IllegalArgumentException("a budget must be positive, but is " + maxSteps);
        }
    }

    public static WorkBudget standard() {
        return new WorkBudget(100_000);
    }
}
