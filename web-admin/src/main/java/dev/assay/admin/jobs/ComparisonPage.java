package dev.assay.admin.jobs;

import dev.assay.admin.scoring.RequirementLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some applications to a job side by side.
 *
 * @param people whose they are, as rows of the ranking, in the order they were asked for
 */
record ComparisonPage(JobHead job, List<RankRow> people, List<Need> needs) {

    ComparisonPage {
        people = List.copyOf(people);
        needs = List.copyOf(needs);
    }

    /**
     * A requirement, and what each of them shows of it.
     *
     * @param shown in the order of the people; null where a score does not know the requirement yet
     */
    record Need(String skill, String demand, List<@Nullable RequirementLine> shown) {}
}
