package dev.assay.hiring.scoring;

import dev.assay.hiring.scoring.engine.AssessmentMode;
import dev.assay.hiring.scoring.engine.AuthorityTier;
import dev.assay.hiring.skills.SkillId;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

/**
 * What might be otherwise about an application.
 *
 * @param items further evidence, each from somebody who has not spoken yet unless it names a group
 * @param without items that were not there
 * @param tiers of issuers, by their ids
 * @param importances of the job's requirements, by skill
 */
public record Hypothesis(
        List<Item> items,
        Set<UUID> without,
        Map<String, AuthorityTier> tiers,
        Map<SkillId, Integer> importances) {

    public Hypothesis {
        items = List.copyOf(items);
        without = Set.copyOf(without);
        tiers = Map.copyOf(tiers);
        importances = Map.copyOf(importances);
    }

    /** One more item for a skill of the job. */
    public record Item(
            SkillId skill, OptionalInt level, AuthorityTier tier, AssessmentMode assessment) {}
}
