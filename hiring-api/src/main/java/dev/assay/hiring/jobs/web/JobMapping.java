package dev.assay.hiring.jobs.web;

import dev.assay.hiring.jobs.EmploymentType;
import dev.assay.hiring.jobs.Importance;
import dev.assay.hiring.jobs.Job;
import dev.assay.hiring.jobs.JobContent;
import dev.assay.hiring.jobs.Location;
import dev.assay.hiring.jobs.PayRange;
import dev.assay.hiring.jobs.Requirement;
import dev.assay.hiring.jobs.SkillLevel;
import dev.assay.hiring.jobs.WorkplaceType;
import dev.assay.hiring.jobs.web.JobRequest.LocationRequest;
import dev.assay.hiring.jobs.web.JobRequest.RequirementRequest;
import dev.assay.hiring.jobs.web.JobRequest.SalaryRequest;
import dev.assay.hiring.jobs.web.JobRequest.SkillRequest;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.InvalidInput.Fault;
import dev.assay.hiring.skills.Skill;
import dev.assay.hiring.skills.SkillId;
import dev.assay.hiring.skills.SkillReference;
import dev.assay.hiring.skills.Skills;
import java.net.URI;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Turns a posting's JSON into our records and back; skills named in any of the three ways are
 * looked up here.
 */
@Component
class JobMapping {

    private final Skills skills;

    JobMapping(Skills skills) {
        this.skills = skills;
    }

    /**
     * @throws InvalidInput naming every requirement whose skill is unknown, and a pay range that is
     *     none
     */
    JobContent content(Actor actor, JobRequest request) {
        return new JobContent(
                request.title(),
                request.description(),
                request.department(),
                Objects.requireNonNullElse(request.language(), "en"),
                Objects.requireNonNullElse(request.locations(), List.<LocationRequest>of()).stream()
                        .map(JobMapping::location)
                        .toList(),
                Objects.requireNonNullElse(request.workplaceType(), WorkplaceType.ONSITE),
                Objects.requireNonNullElse(request.employmentType(), EmploymentType.FULL_TIME),
                Objects.requireNonNullElse(request.openings(), 1),
                request.validThrough(),
                Objects.requireNonNullElse(request.entryLevel(), false),
                payRange(request.salary()),
                request.roleProfileId(),
                requirements(actor, Objects.requireNonNullElse(request.requirements(), List.of())));
    }

    JobResponse response(Actor actor, Job job) {
        List<SkillId> ids = job.content().requirements().stream().map(Requirement::skill).toList();
        return JobResponse.of(job, skills.withIds(actor, ids));
    }

    /** What a merge patch is applied to. */
    JobRequest request(Actor actor, Job job) {
        JobContent content = job.content();
        PayRange salary = content.salary();
        Map<SkillId, Skill> known =
                skills.withIds(
                        actor, content.requirements().stream().map(Requirement::skill).toList());
        return new JobRequest(
                content.title(),
                content.description(),
                content.department(),
                content.language(),
                content.locations().stream()
                        .map(place ->
                                new LocationRequest(
                                        place.city(),
                                        place.region(),
                                        place.country(),
                                        place.postalCode()))
                        .toList(),
                content.workplaceType(),
                content.employmentType(),
                content.openings(),
                content.validThrough(),
                content.entryLevel(),
                salary == null
                        ? null
                        : new SalaryRequest(
                                salary.min(),
                                salary.max(),
                                salary.currency().getCurrencyCode(),
                                salary.unit()),
                content.roleProfileId(),
                job.status(),
                content.requirements().stream()
                        .map(requirement -> requirementRequest(requirement, known))
                        .toList(),
                null);
    }

    private static RequirementRequest requirementRequest(
            Requirement requirement, Map<SkillId, Skill> known) {
        Skill skill =
                Objects.requireNonNull(
                        known.get(requirement.skill()), "a requirement's skill is gone");
        SkillLevel level = requirement.level();
        return new RequirementRequest(
                new SkillRequest(skill.uri().toString(), null, null),
                requirement.importance().value(),
                requirement.mustHave(),
                level == null ? null : level.value(),
                requirement.jobAnalysisSource());
    }

    private List<Requirement> requirements(Actor actor, List<RequirementRequest> requests) {
        List<Requirement> found = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            RequirementRequest request = requests.get(i);
            String pointer = "/requirements/" + i + "/skill";
            resolve(actor, request.skill())
                    .ifPresentOrElse(
                            skill -> found.add(requirement(request, skill)),
                            () ->
                                    faults.add(
                                            new Fault(
                                                    pointer,
                                                    "names no known skill: give exactly one of uri, id or an exact name")));
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return found;
    }

    private Optional<Skill> resolve(Actor actor, SkillRequest request) {
        String uri = request.uri();
        UUID id = request.id();
        String name = request.name();
        long given = java.util.stream.Stream.of(uri, id, name).filter(Objects::nonNull).count();
        if (given != 1) {
            return Optional.empty();
        }
        if (id != null) {
            return skills.resolve(actor, new SkillReference.ById(id));
        }
        if (name != null) {
            return skills.resolve(actor, new SkillReference.ByName(name));
        }
        return asUri(uri).flatMap(known -> skills.resolve(actor, new SkillReference.ByUri(known)));
    }

    private static Optional<URI> asUri(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(URI::create);
        } catch (IllegalArgumentException noUri) {
            return Optional.empty();
        }
    }

    private static Requirement requirement(RequirementRequest request, Skill skill) {
        Integer level = request.level();
        return new Requirement(
                skill.id(),
                new Importance(request.importance()),
                Objects.requireNonNullElse(request.mustHave(), false),
                level == null ? null : new SkillLevel(level),
                request.jobAnalysisSource());
    }

    private static Location location(LocationRequest request) {
        return new Location(
                request.city(), request.region(), request.country(), request.postalCode());
    }

    private static @Nullable PayRange payRange(@Nullable SalaryRequest salary) {
        if (salary == null) {
            return null;
        }
        try {
            return new PayRange(
                    salary.min(),
                    salary.max(),
                    Currency.getInstance(salary.currency()),
                    salary.unit());
        } catch (IllegalArgumentException impossible) {
            throw new InvalidInput(
                    "/salary",
                    "must have a known currency, at least one bound, and no lower bound above the upper");
        }
    }
}
