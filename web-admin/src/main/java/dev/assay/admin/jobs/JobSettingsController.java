package dev.assay.admin.jobs;

import dev.assay.admin.pipeline.StagesForm;
import dev.assay.admin.shell.Flash;
import dev.assay.admin.shell.FormFault;
import dev.assay.admin.shell.Typed;
import dev.assay.admin.shell.Words;
import dev.assay.admin.signin.SignedIn;
import dev.assay.hiring.jobs.ApprovalStep;
import dev.assay.hiring.jobs.BlindReviews;
import dev.assay.hiring.jobs.EarlierBecause;
import dev.assay.hiring.jobs.Job;
import dev.assay.hiring.jobs.JobApprovals;
import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.jobs.JobStages;
import dev.assay.hiring.jobs.JobStatus;
import dev.assay.hiring.jobs.Jobs;
import dev.assay.hiring.jobs.QuestionKind;
import dev.assay.hiring.jobs.ScreeningQuestions;
import dev.assay.hiring.jobs.StageTemplateId;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.Conflict;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.shared.StaleVersion;
import dev.assay.hiring.shared.Version;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How a job is kept: opened and closed, approved, divided into stages, what it asks. */
@Controller
@RequestMapping("/console/jobs/{id}/settings")
class JobSettingsController {

    private static final int LONGEST_REASON = 2_000;

    private final Jobs jobs;
    private final JobStages stages;
    private final ScreeningQuestions questions;
    private final JobApprovals approvals;
    private final BlindReviews reviews;
    private final JobSettingsPages pages;
    private final JobWords jobWords;
    private final Words words;

    JobSettingsController(
            Jobs jobs,
            JobStages stages,
            ScreeningQuestions questions,
            JobApprovals approvals,
            BlindReviews reviews,
            JobSettingsPages pages,
            JobWords jobWords,
            Words words) {
        this.jobs = jobs;
        this.stages = stages;
        this.questions = questions;
        this.approvals = approvals;
        this.reviews = reviews;
        this.pages = pages;
        this.jobWords = jobWords;
        this.words = words;
    }

    @GetMapping
    String show(SignedIn signedIn, @PathVariable UUID id, Model model) {
        Actor actor = signedIn.actor();
        Job job = jobs.get(actor, new JobId(id));
        return show(
                actor,
                job,
                StagesForm.of(pages.stages(actor, job)),
                QuestionForm.typed(Map.of()),
                model);
    }

    @PostMapping("/status")
    String move(
            SignedIn signedIn,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam String status,
            RedirectAttributes redirect) {
        Actor actor = signedIn.actor();
        actor.require(Permission.EDIT_JOBS);
        Job job = jobs.get(actor, new JobId(id));
        JobStatus wanted =
                Arrays.stream(JobStatus.values())
                        .filter(one -> one.wireName().equals(status))
                        .findFirst()
                        .orElseThrow(() -> new InvalidInput("/status", "is no status of a job"));
        return done(
                redirect,
                id,
                "flash.job." + status,
                () -> jobs.change(actor, job.id(), version(version), job.content(), wanted));
    }

    @PostMapping("/stages")
    String divide(
            SignedIn signedIn,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Actor actor = signedIn.actor();
        actor.require(Permission.EDIT_JOBS);
        Job job = jobs.get(actor, new JobId(id));
        StagesForm form = StagesForm.typed(typed);
        try {
            stages.set(actor, job.id(), version(version), form.drafts());
            Flash.done(words.say("flash.job.stages")).after(redirect);
            return back(id);
        } catch (Conflict closed) {
            Flash.failed(String.valueOf(closed.getMessage())).after(redirect);
            return back(id);
        } catch (StaleVersion _) {
            Flash.failed(words.say("flash.pipeline.stale")).after(redirect);
            return back(id);
        } catch (InvalidInput refused) {
            return refused(
                    actor, job, form, QuestionForm.typed(Map.of()), refused, model, response);
        }
    }

    @PostMapping("/template")
    String copy(
            SignedIn signedIn,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam UUID template,
            RedirectAttributes redirect) {
        return done(
                redirect,
                id,
                "flash.job.stages",
                () ->
                        stages.copy(
                                signedIn.actor(),
                                new JobId(id),
                                version(version),
                                new StageTemplateId(template)));
    }

    @PostMapping("/blind")
    String reviewBlind(
            SignedIn signedIn,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect) {
        Actor actor = signedIn.actor();
        actor.require(Permission.EDIT_JOBS);
        Job job = jobs.get(actor, new JobId(id));
        return done(
                redirect,
                id,
                "flash.job.blind",
                () ->
                        reviews.change(
                                actor,
                                job.id(),
                                version(version),
                                pages.review(actor, job, until),
                                earlier(reason)));
    }

    @PostMapping("/questions")
    String ask(
            SignedIn signedIn,
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Actor actor = signedIn.actor();
        actor.require(Permission.EDIT_JOBS);
        Job job = jobs.get(actor, new JobId(id));
        QuestionForm form = QuestionForm.typed(typed);
        try {
            var content = form.content();
            return done(
                    redirect,
                    id,
                    "flash.question.added",
                    () -> questions.add(actor, job.id(), content));
        } catch (InvalidInput refused) {
            StagesForm now = StagesForm.of(pages.stages(actor, job));
            return refused(actor, job, now, form, refused, model, response);
        }
    }

    @PostMapping("/questions/{question}/retirement")
    String retire(
            SignedIn signedIn,
            @PathVariable UUID id,
            @PathVariable UUID question,
            RedirectAttributes redirect) {
        return done(
                redirect,
                id,
                "flash.question.retired",
                () -> questions.retire(signedIn.actor(), new JobId(id), question));
    }

    @PostMapping("/approval")
    String approve(
            SignedIn signedIn,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam String step,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect) {
        ApprovalStep taken =
                Arrays.stream(ApprovalStep.values())
                        .filter(one -> one.wireName().equals(step))
                        .findFirst()
                        .orElseThrow(() -> new InvalidInput("/step", "is no step of an approval"));
        String typed = Typed.text(reason);
        if (typed.length() > LONGEST_REASON) {
            Flash.failed(words.say("approval.reason-too-long")).after(redirect);
            return back(id);
        }
        return done(
                redirect,
                id,
                "flash.approval." + step,
                () ->
                        approvals.take(
                                signedIn.actor(),
                                new JobId(id),
                                version(version),
                                taken,
                                typed.isEmpty() ? Optional.empty() : Optional.of(typed)));
    }

    /** Empty for what is no reason there is. */
    private static Optional<EarlierBecause> earlier(String reason) {
        return Arrays.stream(EarlierBecause.values())
                .filter(one -> one.wireName().equals(reason))
                .findFirst();
    }

    private static Version version(int version) {
        return new Version(Math.max(1, version));
    }

    /** What cannot be done now is said on the page, which shows how things stand now. */
    private String done(RedirectAttributes redirect, UUID id, String flash, Runnable change) {
        try {
            change.run();
            Flash.done(words.say(flash)).after(redirect);
        } catch (Conflict refused) {
            Flash.failed(String.valueOf(refused.getMessage())).after(redirect);
        } catch (StaleVersion _) {
            Flash.failed(words.say("flash.pipeline.stale")).after(redirect);
        } catch (InvalidInput refused) {
            Flash.failed(
                            refused.faults().stream()
                                    .map(fault ->
                                            words.say(
                                                    "form.fault",
                                                    words.say(
                                                            "job.field."
                                                                    + fault.pointer()
                                                                            .split("/", -1)[1]),
                                                    fault.detail()))
                                    .distinct()
                                    .collect(Collectors.joining(" ")))
                    .after(redirect);
        }
        return back(id);
    }

    private String refused(
            Actor actor,
            Job job,
            StagesForm stagesForm,
            QuestionForm questionForm,
            InvalidInput refused,
            Model model,
            HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        FormFault.show(model, refused, "job.field.", words);
        return show(actor, job, stagesForm, questionForm, model);
    }

    private String show(
            Actor actor, Job job, StagesForm stagesForm, QuestionForm questionForm, Model model) {
        model.addAttribute("job", jobWords.head(job, "settings"));
        model.addAttribute("settings", pages.settings(actor, job));
        model.addAttribute("parts", stagesForm.parts());
        model.addAttribute("question", questionForm);
        model.addAttribute("kinds", QuestionKind.values());
        model.addAttribute("because", EarlierBecause.values());
        return "jobs/settings";
    }

    private static String back(UUID id) {
        return "redirect:/console/jobs/" + id + "/settings";
    }
}
