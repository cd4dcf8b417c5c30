package dev.assay.hiring.scoring;

import dev.assay.hiring.scoring.engine.PolicyRef;
import dev.assay.hiring.scoring.engine.ScoringPolicy;
import java.util.Map;
import java.util.UUID;

/**
 * A policy as it is proposed.
 *
 * @param numbers complete; how it is named in them does not matter
 * @param recencyReasons one for each skill whose evidence ages
 */
public record PolicyDraft(
        String name, String reason, ScoringPolicy numbers, Map<UUID, String> recencyReasons) {

    public PolicyDraft {
        recencyReasons = Map.copyOf(recencyReasons);
    }

    ScoringPolicy numbered(int number) {
        return new ScoringPolicy(
                new PolicyRef(PolicyVersion.CUSTOM, number),
                numbers.tiers(),
                numbers.alignments(),
                numbers.levels(),
                numbers.assessments(),
                numbers.mustHaveAlignment(),
                numbers.secondVoice(),
                numbers.recency());
    }
}
