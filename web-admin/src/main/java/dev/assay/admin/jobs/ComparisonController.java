package dev.assay.admin.jobs;

import dev.assay.admin.shell.Flash;
import dev.assay.admin.shell.Words;
import dev.assay.admin.signin.SignedIn;
import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.scoring.Comparison;
import dev.assay.hiring.shared.ApplicationId;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Two to four applications to a job, requirement by requirement. */
@Controller
class ComparisonController {

    private final RankingPages pages;
    private final Words words;

    ComparisonController(RankingPages pages, Words words) {
        this.pages = pages;
        this.words = words;
    }

    @GetMapping("/console/jobs/{id}/comparison")
    String compare(
            SignedIn signedIn,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") List<UUID> application,
            Model model,
            RedirectAttributes redirect) {
        List<ApplicationId> chosen =
                application.stream().distinct().map(ApplicationId::new).toList();
        if (chosen.size() < 2 || chosen.size() > Comparison.MOST) {
            Flash.failed(words.say("comparison.how-many", chosen.size())).after(redirect);
            return "redirect:/console/jobs/" + id + "/ranking";
        }
        ComparisonPage page = pages.compared(signedIn.actor(), new JobId(id), chosen);
        model.addAttribute("job", page.job());
        model.addAttribute("page", page);
        return "jobs/comparison";
    }
}
