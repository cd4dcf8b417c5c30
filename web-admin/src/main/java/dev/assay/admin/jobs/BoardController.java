package dev.assay.admin.jobs;

import dev.assay.admin.shell.Flash;
import dev.assay.admin.shell.Words;
import dev.assay.admin.signin.SignedIn;
import dev.assay.hiring.applications.ApplicationPhase;
import dev.assay.hiring.applications.Applications;
import dev.assay.hiring.applications.Move;
import dev.assay.hiring.jobs.Job;
import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.jobs.Jobs;
import dev.assay.hiring.jobs.StageId;
import dev.assay.hiring.jobs.StagePhase;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.Conflict;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.StaleVersion;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a job's applications stand, and moving them on; decisions are not taken here. */
@Controller
@RequestMapping("/console/jobs/{id}/board")
class BoardController {

    private final Jobs jobs;
    private final JobWords jobWords;
    private final BoardPages pages;
    private final Applications applications;
    private final Words words;

    BoardController(
            Jobs jobs,
            JobWords jobWords,
            BoardPages pages,
            Applications applications,
            Words words) {
        this.jobs = jobs;
        this.jobWords = jobWords;
        this.pages = pages;
        this.applications = applications;
        this.words = words;
    }

    @GetMapping
    String show(
            SignedIn signedIn,
            @PathVariable UUID id,
            @RequestParam Optional<String> column,
            Model model) {
        Job job = jobs.get(signedIn.actor(), new JobId(id));
        List<BoardColumn> columns = pages.columns(signedIn.actor(), job.id());
        model.addAttribute("job", jobWords.head(job, "board"));
        model.addAttribute("all", columns);
        model.addAttribute("only", column.orElse(null));
        model.addAttribute(
                "columns",
                columns.stream()
                        .filter(one -> column.isEmpty() || column.get().equals(one.key()))
                        .toList());
        model.addAttribute(
                "more",
                columns.stream().mapToInt(one -> one.cards().size()).sum() >= BoardPages.MOST);
        return "jobs/board";
    }

    @PostMapping
    String move(
            SignedIn signedIn,
            @PathVariable UUID id,
            @RequestParam UUID application,
            @RequestParam String to,
            @RequestParam Optional<String> column,
            RedirectAttributes redirect) {
        try {
            applications.move(
                    signedIn.actor(), new ApplicationId(application), Optional.empty(), move(to));
            Flash.done(words.say("flash.application.moved")).after(redirect);
        } catch (Conflict | StaleVersion refused) {
            Flash.failed(String.valueOf(refused.getMessage())).after(redirect);
        } catch (InvalidInput _) {
            Flash.failed(words.say("flash.application.no-such-place")).after(redirect);
        }
        column.ifPresent(only -> redirect.addAttribute("column", only));
        return "redirect:/console/jobs/" + id + "/board";
    }

    private static Move move(String to) {
        return Arrays.stream(StagePhase.values())
                .filter(phase -> phase.wireName().equals(to))
                .findFirst()
                .map(phase -> Move.to(ApplicationPhase.of(phase)))
                .orElseGet(() -> Move.to(new StageId(stage(to))));
    }

    private static UUID stage(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            throw new NotFound("stage");
        }
    }
}
