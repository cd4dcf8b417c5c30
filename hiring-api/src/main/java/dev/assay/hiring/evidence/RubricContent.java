package dev.assay.hiring.evidence;

import dev.assay.hiring.skills.SkillId;
import java.util.List;

/**
 * How a performance is rated: the same for everybody, and written down before.
 *
 * @param skill what a performance shows
 * @param criteria at least one
 * @param retired nothing is rated by it any more; what was, stands
 */
public record RubricContent(
        String name,
        EvidenceMethod method,
        SkillId skill,
        List<Criterion> criteria,
        boolean retired) {

    public RubricContent {
        criteria = List.copyOf(criteria);
        if (criteria.isEmpty()) {
            throw new IllegalArgumentException("a rubric has at least one criterion");
        }
    }

    /**
     * The level that these ratings come to: their mean, rounded down, because a level is reached
     * and not neared.
     *
     * @param ratings one a criterion, each 1 to 5
     */
    static int level(List<Integer> ratings) {
        return ratings.stream().mapToInt(Integer::intValue).sum() / ratings.size();
    }
}
