package dev.assay.admin.jobs;

import dev.assay.admin.shell.Moments;
import dev.assay.admin.shell.Words;
import dev.assay.admin.signin.SignedIn;
import dev.assay.hiring.jobs.Job;
import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.jobs.Jobs;
import dev.assay.hiring.jobs.Requirement;
import dev.assay.hiring.jobs.SkillLevel;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.skills.Skill;
import dev.assay.hiring.skills.SkillId;
import dev.assay.hiring.skills.Skills;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What a job is and asks for. */
@Controller
class JobController {

    private final Jobs jobs;
    private final Skills skills;
    private final JobWords jobWords;
    private final Words words;
    private final Moments moments;

    JobController(Jobs jobs, Skills skills, JobWords jobWords, Words words, Moments moments) {
        this.jobs = jobs;
        this.skills = skills;
        this.jobWords = jobWords;
        this.words = words;
        this.moments = moments;
    }

    @GetMapping("/console/jobs/{id}")
    String overview(SignedIn signedIn, @PathVariable UUID id, Model model) {
        Job job = jobs.get(signedIn.actor(), new JobId(id));
        model.addAttribute("job", jobWords.head(job, "overview"));
        model.addAttribute("overview", overview(job));
        return "jobs/overview";
    }

    @GetMapping("/console/jobs/{id}/requirements")
    String requirements(SignedIn signedIn, @PathVariable UUID id, Model model) {
        Job job = jobs.get(signedIn.actor(), new JobId(id));
        model.addAttribute("job", jobWords.head(job, "requirements"));
        model.addAttribute("requirements", requirements(signedIn.actor(), job));
        model.addAttribute("frozen", job.requirementsFrozen());
        return "jobs/requirements";
    }

    private JobOverview overview(Job job) {
        Instant lastDay = job.content().validThrough();
        return new JobOverview(
                Arrays.stream(job.content().description().split("\\R\\s*\\R", -1))
                        .map(String::strip)
                        .filter(paragraph -> !paragraph.isEmpty())
                        .toList(),
                jobWords.facts(job.content()),
                lastDay == null ? null : moments.of(lastDay),
                moments.of(job.createdAt()),
                moments.of(job.updatedAt()));
    }

    private List<RequirementRow> requirements(Actor actor, Job job) {
        List<Requirement> asked = job.content().requirements();
        Map<SkillId, Skill> named =
                skills.withIds(actor, asked.stream().map(Requirement::skill).toList());
        int total = asked.stream().mapToInt(need -> need.importance().value()).sum();
        return asked.stream().map(need -> row(need, named.get(need.skill()), total)).toList();
    }

    private RequirementRow row(Requirement need, @Nullable Skill skill, int total) {
        SkillLevel level = need.level();
        return new RequirementRow(
                skill == null ? words.say("skill.gone") : skill.label(),
                skill == null ? null : skill.uri().toString(),
                need.importance().value(),
                percent(need.importance().value(), total),
                need.mustHave(),
                level == null ? words.say("need.level.any") : String.valueOf(level.value()),
                need.jobAnalysisSource());
    }

    private static String percent(int part, int whole) {
        return BigDecimal.valueOf(part * 100L)
                        .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_EVEN)
                + " %";
    }
}
