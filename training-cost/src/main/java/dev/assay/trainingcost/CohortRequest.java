package dev.assay.trainingcost;

import dev.assay.trainingcost.model.Evidence;
import dev.assay.trainingcost.model.FieldCheck;
import dev.assay.trainingcost.model.InvalidInputException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/**
 * Hires of one role trained together. Refuses terms that carry evidence of their own, an empty
 * cohort, more than {@value #MOST_HIRES} hires, and a hire named twice. Order does not matter.
 */
public record CohortRequest(EstimateRequest terms, List<Hire> hires) {

    public static final int MOST_HIRES = 20_000;

    /** One hire; the id is the caller's and means nothing here. */
    public record Hire(String id, List<Evidence> evidence) {
        public Hire {
            FieldCheck.text("id", id);
            evidence = List.copyOf(evidence);
        }
    }

    public CohortRequest {
        if (!terms.evidence().isEmpty()) {
            throw new InvalidInputException(
                    "terms.evidence", "must be empty; hires have their own");
        }
        hires = hires.stream().sorted(Comparator.comparing(Hire::id)).toList();
        FieldCheck.atLeast("hires", 1, hires.size());
        if (hires.size() > MOST_HIRES) {
            throw new InvalidInputException(
                    "hires", "must be at most " + MOST_HIRES + ", but are " + hires.size());
        }
        var seen = new HashSet<String>();
        for (var hire : hires) {
            if (!seen.add(hire.id())) {
                throw new InvalidInputException("hires[" + hire.id() + "]", "is there twice");
            }
        }
    }
}
