package dev.assay.hiring.scoring.engine;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Everything a score depends on. The order of the lists carries no meaning for any number; results
 * name requirements in the order given here. Refuses the same item twice.
 *
 * @param submittedOn the day (UTC) the application was submitted, from which ages are counted
 */
public record ScoringInput(
        List<Requirement> requirements,
        List<EvidenceItem> evidence,
        LocalDate submittedOn,
        ScoringPolicy policy) {

    public ScoringInput {
        requirements = List.copyOf(requirements);
        evidence = List.copyOf(evidence);
        Set<ItemRef> seen = new HashSet<>();
        for (EvidenceItem item : evidence) {
            if (!seen.add(item.ref())) {
                throw new IllegalArgumentException("item " + item.ref().id() + " is given twice");
            }
        }
    }
}
