package dev.assay.admin.applications;

import dev.assay.admin.shell.Flash;
import dev.assay.admin.shell.Words;
import dev.assay.admin.signin.SignedIn;
import dev.assay.hiring.selfservice.CandidateLinks;
import dev.assay.hiring.shared.ApplicationId;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Mails the candidate a link to what is theirs. */
@Controller
class CandidateLinkController {

    private final CandidateLinks links;
    private final Words words;

    CandidateLinkController(CandidateLinks links, Words words) {
        this.links = links;
        this.words = words;
    }

    @PostMapping("/console/applications/{id}/candidate-link")
    String mail(SignedIn signedIn, @PathVariable UUID id, RedirectAttributes redirect) {
        links.issue(signedIn.actor(), new ApplicationId(id), true);
        Flash.done(words.say("flash.candidate-link.sent")).after(redirect);
        return "redirect:/console/applications/" + id;
    }
}
