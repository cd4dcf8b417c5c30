package dev.assay.admin.jobs;

import dev.assay.admin.signin.SignedIn;
import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.PageCursor;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Who applied to a job, in the order of what they have proven. */
@Controller
class RankingController {

    private static final String PATH = "/console/jobs/{id}/ranking";

    private final RankingPages pages;

    RankingController(RankingPages pages) {
        this.pages = pages;
    }

    @GetMapping(PATH)
    String ranking(
            SignedIn signedIn,
            @PathVariable UUID id,
            @RequestParam Optional<UUID> open,
            @RequestParam Optional<String> after,
            Model model) {
        Optional<PageCursor> cursor = after.map(text -> PageCursor.parse(text, 4));
        show(model, pages.ranked(signedIn.actor(), new JobId(id), cursor, open));
        return "jobs/ranking";
    }

    @GetMapping(path = PATH, params = "lane=no-evidence")
    String lane(
            SignedIn signedIn,
            @PathVariable UUID id,
            @RequestParam Optional<String> after,
            Model model) {
        Optional<PageCursor> cursor = after.map(text -> PageCursor.parse(text, 4));
        show(model, pages.lane(signedIn.actor(), new JobId(id), cursor));
        return "jobs/ranking";
    }

    /** The row that the page shows too; asked for by hand, it leads to that page. */
    @GetMapping(PATH + "/{application}")
    String row(
            SignedIn signedIn,
            @PathVariable UUID id,
            @PathVariable UUID application,
            @RequestParam(defaultValue = "true") boolean open,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean htmx,
            Model model) {
        if (!htmx) {
            return "redirect:/console/jobs/" + id + "/ranking?open=" + application;
        }
        JobId job = new JobId(id);
        model.addAttribute("job", pages.head(signedIn.actor(), job));
        model.addAttribute(
                "row", pages.row(signedIn.actor(), job, new ApplicationId(application), open));
        return "jobs/_fragments :: row(job=${job}, row=${row})";
    }

    /** How far re-scoring has come; the page asks again until it is done. */
    @GetMapping("/console/jobs/{id}/rescoring")
    String rescoring(
            SignedIn signedIn,
            @PathVariable UUID id,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean htmx,
            Model model) {
        if (!htmx) {
            return "redirect:/console/jobs/" + id + "/ranking";
        }
        model.addAttribute("waiting", pages.rescoring(signedIn.actor(), new JobId(id)));
        model.addAttribute("href", "/console/jobs/" + id + "/rescoring");
        model.addAttribute("result", "/console/jobs/" + id + "/ranking");
        return "scoring/_fragments :: rescoring(waiting=${waiting}, href=${href}, result=${result})";
    }

    private static void show(Model model, RankingPage page) {
        model.addAttribute("job", page.job());
        model.addAttribute("page", page);
    }
}
