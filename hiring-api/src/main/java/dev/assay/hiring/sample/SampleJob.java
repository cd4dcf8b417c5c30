package dev.assay.hiring.sample;

import dev.assay.hiring.jobs.JobStatus;
import java.util.List;

/**
 * A posting of the sample and who applied to it.
 *
 * @param status where it stands in the end; draft postings take no applicants
 * @param daysAgo when it was posted; its applicants came on the days after
 */
record SampleJob(
        String title,
        String department,
        String description,
        String city,
        JobStatus status,
        int daysAgo,
        Pay pay,
        List<Asked> requirements,
        List<SampleApplicant> applicants) {

    SampleJob {
        requirements = List.copyOf(requirements);
        applicants = List.copyOf(applicants);
        if (status == JobStatus.DRAFT && !applicants.isEmpty()) {
            throw new IllegalArgumentException("nobody can have applied to a draft");
        }
    }

    /** A yearly salary in whole dollars. */
    record Pay(int min, int max) {}

    /**
     * A skill the job asks for.
     *
     * @param level 0 when any level will do
     */
    record Asked(SampleSkill skill, int importance, boolean mustHave, int level, String why) {}
}
