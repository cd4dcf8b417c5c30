package dev.assay.hiring.jobs.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.hiring.jobs.EmploymentType;
import dev.assay.hiring.jobs.Job;
import dev.assay.hiring.jobs.JobContent;
import dev.assay.hiring.jobs.JobStatus;
import dev.assay.hiring.jobs.Location;
import dev.assay.hiring.jobs.PayRange;
import dev.assay.hiring.jobs.Requirement;
import dev.assay.hiring.jobs.SkillLevel;
import dev.assay.hiring.jobs.WorkplaceType;
import dev.assay.hiring.skills.Skill;
import dev.assay.hiring.skills.SkillId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record JobResponse(
        UUID id,
        JobStatus status,
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
        @Nullable SalaryResponse salary,
        @Nullable UUID roleProfileId,
        List<RequirementResponse> requirements,
        boolean requirementsFrozen,
        Instant createdAt,
        Instant updatedAt) {

    static JobResponse of(Job job, Map<SkillId, Skill> skills) {
        JobContent content = job.content();
        PayRange salary = content.salary();
        return new JobResponse(
                job.id().value(),
                job.status(),
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
                salary == null ? null : SalaryResponse.of(salary),
                content.roleProfileId(),
                content.requirements().stream()
                        .map(requirement -> RequirementResponse.of(requirement, skills))
                        .toList(),
                job.requirementsFrozen(),
                job.createdAt(),
                job.updatedAt());
    }

    record SalaryResponse(
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            String currency,
            PayRange.PayUnit unit) {

        static SalaryResponse of(PayRange salary) {
            return new SalaryResponse(
                    salary.min(), salary.max(), salary.currency().getCurrencyCode(), salary.unit());
        }
    }

    record RequirementResponse(
            SkillResponse skill,
            int importance,
            boolean mustHave,
            @Nullable Integer level,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String jobAnalysisSource) {

        static RequirementResponse of(Requirement requirement, Map<SkillId, Skill> skills) {
            SkillLevel level = requirement.level();
            return new RequirementResponse(
                    SkillResponse.of(skills.get(requirement.skill())),
                    requirement.importance().value(),
                    requirement.mustHave(),
                    level == null ? null : level.value(),
                    requirement.jobAnalysisSource());
        }
    }

    record SkillResponse(UUID id, String uri, String name) {

        static SkillResponse of(@Nullable Skill skill) {
            if (skill == null) {
                throw new IllegalStateException("a requirement names a skill that is gone");
            }
            return new SkillResponse(skill.id().value(), skill.uri().toString(), skill.label());
        }
    }
}
