package dev.assay.hiring.partners.web;

import dev.assay.hiring.jobs.EmploymentType;
import dev.assay.hiring.jobs.Job;
import dev.assay.hiring.jobs.JobContent;
import dev.assay.hiring.jobs.JobStatus;
import dev.assay.hiring.jobs.Location;
import dev.assay.hiring.jobs.PayRange;
import dev.assay.hiring.jobs.Requirement;
import dev.assay.hiring.jobs.SkillLevel;
import dev.assay.hiring.jobs.WorkplaceType;
import dev.assay.hiring.postings.Posting;
import dev.assay.hiring.skills.Skill;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A posting for partners; without what the employer keeps to itself, such as what weighs how much.
 */
record PostingResponse(
        UUID id,
        JobStatus status,
        EmployerResponse employer,
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
        @Nullable PayResponse salary,
        List<AskedSkillResponse> skills,
        Instant createdAt,
        Instant updatedAt) {

    static PostingResponse of(Posting posting) {
        Job job = posting.job();
        JobContent content = job.content();
        PayRange salary = content.salary();
        return new PostingResponse(
                job.id().value(),
                job.status(),
                new EmployerResponse(posting.employer().alias(), posting.employer().name()),
                content.title(),
                content.description(),
                content.department(),
                content.language(),
                content.locations(),
                content.workplaceType(),
                content.employmentType(),
                content.openings(),
                content.validThrough(),
                content.entryLevel(),
                salary == null
                        ? null
                        : new PayResponse(
                                salary.min(),
                                salary.max(),
                                salary.currency().getCurrencyCode(),
                                salary.unit()),
                content.requirements().stream()
                        .map(asked -> AskedSkillResponse.of(asked, posting.skill(asked)))
                        .toList(),
                job.createdAt(),
                job.updatedAt());
    }

    record EmployerResponse(String alias, String name) {}

    record PayResponse(
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            String currency,
            PayRange.PayUnit unit) {}

    record AskedSkillResponse(
            UUID id, String uri, String name, boolean mustHave, @Nullable Integer level) {

        static AskedSkillResponse of(Requirement asked, Skill skill) {
            SkillLevel level = asked.level();
            return new AskedSkillResponse(
                    skill.id().value(),
                    skill.uri().toString(),
                    skill.label(),
                    asked.mustHave(),
                    level == null ? null : level.value());
        }
    }
}
