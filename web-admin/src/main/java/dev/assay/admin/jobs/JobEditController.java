package dev.assay.admin.jobs;

import dev.assay.admin.shell.Crumb;
import dev.assay.admin.shell.Flash;
import dev.assay.admin.shell.FormFault;
import dev.assay.admin.shell.Words;
import dev.assay.admin.signin.SignedIn;
import dev.assay.hiring.jobs.Job;
import dev.assay.hiring.jobs.JobContent;
import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.jobs.Jobs;
import dev.assay.hiring.jobs.PayRange;
import dev.assay.hiring.jobs.Requirement;
import dev.assay.hiring.jobs.WorkplaceType;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.Conflict;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.shared.StaleVersion;
import dev.assay.hiring.skills.Skill;
import dev.assay.hiring.skills.SkillId;
import dev.assay.hiring.skills.SkillReference;
import dev.assay.hiring.skills.Skills;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Postings, written and changed, with what a careful reader would say beside each field. */
@Controller
@RequestMapping("/console/jobs")
class JobEditController {

    private static final int LONGEST_REASON = 2_000;

    private final Jobs jobs;
    private final Skills skills;
    private final JobSettingsPages pages;
    private final JobWords jobWords;
    private final Words words;

    JobEditController(
            Jobs jobs, Skills skills, JobSettingsPages pages, JobWords jobWords, Words words) {
        this.jobs = jobs;
        this.skills = skills;
        this.pages = pages;
        this.jobWords = jobWords;
        this.words = words;
    }

    @GetMapping("/new")
    String form(SignedIn signedIn, Model model) {
        signedIn.actor().require(Permission.EDIT_JOBS);
        return show(signedIn.actor(), Optional.empty(), JobForm.empty(), model);
    }

    @PostMapping
    String write(
            SignedIn signedIn,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Actor actor = signedIn.actor();
        actor.require(Permission.EDIT_JOBS);
        JobForm form = JobForm.typed(typed, 0);
        try {
            Job job = jobs.create(actor, content(actor, form, Optional.empty()));
            Flash.done(words.say("flash.job.written")).after(redirect);
            return settings(job.id());
        } catch (InvalidInput refused) {
            return refused(actor, Optional.empty(), form, refused, model, response);
        }
    }

    @GetMapping("/{id}/edit")
    String edit(SignedIn signedIn, @PathVariable UUID id, Model model) {
        Actor actor = signedIn.actor();
        actor.require(Permission.EDIT_JOBS);
        Job job = jobs.get(actor, new JobId(id));
        Map<SkillId, Skill> known =
                skills.withIds(
                        actor,
                        job.content().requirements().stream().map(Requirement::skill).toList());
        return show(
                actor, Optional.of(job), JobForm.of(job, known, words.say("skill.gone")), model);
    }

    @PostMapping("/{id}/edit")
    String change(
            SignedIn signedIn,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Actor actor = signedIn.actor();
        actor.require(Permission.EDIT_JOBS);
        Job before = jobs.get(actor, new JobId(id));
        JobForm form = JobForm.typed(typed, version);
        try {
            jobs.change(
                    actor,
                    before.id(),
                    form.expected(),
                    content(actor, form, Optional.of(before)),
                    before.status(),
                    reason(form));
            Flash.done(words.say("flash.job.saved")).after(redirect);
            return settings(before.id());
        } catch (InvalidInput refused) {
            return refused(actor, Optional.of(before), form, refused, model, response);
        } catch (Conflict refused) {
            var fault =
                    new InvalidInput(
                            refused.code().equals("requirements-frozen")
                                    ? "/requirementsReason"
                                    : "/status",
                            String.valueOf(refused.getMessage()));
            return refused(actor, Optional.of(before), form, fault, model, response);
        } catch (StaleVersion _) {
            response.setStatus(HttpStatus.CONFLICT.value());
            Job theirs = jobs.get(actor, before.id());
            model.addAttribute("theirs", theirs.content());
            model.addAttribute("facts", jobWords.facts(theirs.content()));
            return show(actor, Optional.of(theirs), form.onto(theirs), model);
        }
    }

    /** Writes a draft like this one, and goes there. */
    @PostMapping("/{id}/clone")
    String cloneOf(SignedIn signedIn, @PathVariable UUID id, RedirectAttributes redirect) {
        Job job = jobs.cloneOf(signedIn.actor(), new JobId(id));
        Flash.done(words.say("flash.job.cloned")).after(redirect);
        return "redirect:/console/jobs/" + job.id() + "/edit";
    }

    private JobContent content(Actor actor, JobForm form, Optional<Job> before) {
        JobContent content =
                form.content(
                        before,
                        skill -> skills.resolve(actor, SkillReference.typed(skill)).map(Skill::id));
        if (form.get("requirementsReason").length() > LONGEST_REASON) {
            throw new InvalidInput("/requirementsReason", "must have 2,000 characters at most");
        }
        return content;
    }

    private static Optional<String> reason(JobForm form) {
        return Optional.of(form.get("requirementsReason")).filter(text -> !text.isEmpty());
    }

    private String refused(
            Actor actor,
            Optional<Job> job,
            JobForm form,
            InvalidInput refused,
            Model model,
            HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        FormFault.show(model, refused, "job.field.", words);
        return show(actor, job, form, model);
    }

    private String show(Actor actor, Optional<Job> job, JobForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("job", job.map(one -> jobWords.head(one, "")).orElse(null));
        model.addAttribute("frozen", job.filter(Job::requirementsFrozen).isPresent());
        model.addAttribute(
                "warnings", job.map(one -> pages.warnings(actor, one)).orElse(List.of()));
        model.addAttribute("workplaces", WorkplaceType.values());
        model.addAttribute("employments", jobWords.employments());
        model.addAttribute("units", PayRange.PayUnit.values());
        model.addAttribute(
                "trail",
                job.map(one ->
                                List.of(
                                        new Crumb("Jobs", "/console/jobs"),
                                        new Crumb(
                                                one.content().title(),
                                                "/console/jobs/" + one.id() + "/settings")))
                        .orElse(List.of(new Crumb("Jobs", "/console/jobs"))));
        return "jobs/form";
    }

    private static String settings(JobId job) {
        return "redirect:/console/jobs/" + job + "/settings";
    }
}
