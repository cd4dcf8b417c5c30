package dev.assay.admin.applications;

import dev.assay.admin.signin.SignedIn;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.Permission;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/** One application: its score with the reasons, and its evidence with the checks. */
@Controller
class ApplicationController {

    private final ApplicationPages pages;

    ApplicationController(ApplicationPages pages) {
        this.pages = pages;
    }

    @GetMapping("/console/applications/{id}")
    String show(SignedIn signedIn, @PathVariable UUID id, Model model) {
        model.addAttribute("page", pages.page(signedIn.actor(), new ApplicationId(id)));
        model.addAttribute("maySeeEvidence", signedIn.actor().may(Permission.READ_RUBRICS));
        return "applications/page";
    }

    /** Whether it waits to be scored anew; the page asks again until it does not. */
    @GetMapping("/console/applications/{id}/rescoring")
    String rescoring(
            SignedIn signedIn,
            @PathVariable UUID id,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean htmx,
            Model model) {
        String page = "/console/applications/" + id;
        if (!htmx) {
            return "redirect:" + page;
        }
        boolean waits = pages.waits(signedIn.actor(), new ApplicationId(id));
        model.addAttribute("waiting", waits ? 1 : 0);
        model.addAttribute("href", page + "/rescoring");
        model.addAttribute("result", page);
        return "scoring/_fragments :: rescoring(waiting=${waiting}, href=${href}, result=${result})";
    }
}
