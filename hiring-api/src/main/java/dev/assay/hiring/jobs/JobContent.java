package dev.assay.hiring.jobs;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an employer writes about a job; everything of a posting but its identity and life.
 *
 * @param language BCP 47 tag of the text
 * @param requirements in the order to be shown; one a skill
 */
public record JobContent(
        String title,
        String description,
        @Nullable String department,
        String language,
        List<Location> locations,
        WorkplaceType workplaceType,
        EmploymentType employmentType,
        int openings,
        @Nullable Instant validThrough,
        boolean entryLevel,
        @Nullable PayRange salary,
        @Nullable UUID roleProfileId,
        List<Requirement> requirements) {

    public JobContent {
        locations = List.copyOf(locations);
        requirements = List.copyOf(requirements);
        if (openings < 1) {
            throw new IllegalArgumentException(
                    "a job has at least one opening, but has " + openings);
        }
    }

    /** The same, to be applied for until somebody says otherwise. */
    JobContent withoutLastDay() {
        return new JobContent(
                title,
                description,
                department,
                language,
                locations,
                workplaceType,
                employmentType,
                openings,
                null,
                entryLevel,
                salary,
                roleProfileId,
                requirements);
    }
}
