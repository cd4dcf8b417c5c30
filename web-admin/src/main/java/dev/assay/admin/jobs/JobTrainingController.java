package dev.assay.admin.jobs;

import dev.assay.admin.shell.Words;
import dev.assay.admin.signin.SignedIn;
import dev.assay.admin.training.InsightCards;
import dev.assay.hiring.jobs.Job;
import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.jobs.Jobs;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Whether credentials pay off for a job's role, from what happened here. */
@Controller
class JobTrainingController {

    private final Jobs jobs;
    private final JobWords jobWords;
    private final InsightCards cards;
    private final Words words;

    JobTrainingController(Jobs jobs, JobWords jobWords, InsightCards cards, Words words) {
        this.jobs = jobs;
        this.jobWords = jobWords;
        this.cards = cards;
        this.words = words;
    }

    @GetMapping("/console/jobs/{id}/training")
    String show(SignedIn signedIn, @PathVariable UUID id, Model model) {
        Job job = jobs.get(signedIn.actor(), new JobId(id));
        model.addAttribute("job", jobWords.head(job, "training"));
        model.addAttribute("advancement", cards.advancement(signedIn.actor(), id));
        UUID role = job.content().roleProfileId();
        model.addAttribute(
                "none", role == null ? words.say("training.none.no-role-profile") : null);
        if (role != null) {
            model.addAttribute("training", cards.training(signedIn.actor(), role));
            model.addAttribute("hires", cards.hires(signedIn.actor(), role));
        }
        return "jobs/training";
    }
}
