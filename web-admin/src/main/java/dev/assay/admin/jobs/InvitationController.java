package dev.assay.admin.jobs;

import dev.assay.admin.shell.Flash;
import dev.assay.admin.shell.Words;
import dev.assay.admin.signin.SignedIn;
import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.selfservice.Inviting;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.Conflict;
import dev.assay.hiring.shared.Permission;
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

/** Invites those who applied without evidence, one or all of them, once it was asked again. */
@Controller
@RequestMapping("/console/jobs/{id}/invitations")
class InvitationController {

    private final RankingPages pages;
    private final Inviting inviting;
    private final Words words;

    InvitationController(RankingPages pages, Inviting inviting, Words words) {
        this.pages = pages;
        this.inviting = inviting;
        this.words = words;
    }

    @GetMapping
    String ask(
            SignedIn signedIn,
            @PathVariable UUID id,
            @RequestParam Optional<UUID> application,
            Model model) {
        Actor actor = signedIn.actor();
        actor.require(Permission.ISSUE_CANDIDATE_LINKS);
        model.addAttribute("job", pages.head(actor, new JobId(id)));
        model.addAttribute("only", application.map(UUID::toString).orElse(null));
        model.addAttribute(
                "who",
                application.map(one -> pages.name(actor, new ApplicationId(one))).orElse(null));
        return "jobs/invitation";
    }

    @PostMapping
    String invite(
            SignedIn signedIn,
            @PathVariable UUID id,
            @RequestParam Optional<UUID> application,
            RedirectAttributes redirect) {
        Actor actor = signedIn.actor();
        try {
            if (application.isPresent()) {
                inviting.invite(actor, new ApplicationId(application.get()));
                Flash.done(words.say("flash.invitation.one")).after(redirect);
            } else {
                inviting.inviteAll(actor, new JobId(id));
                Flash.done(words.say("flash.invitation.all")).after(redirect);
            }
        } catch (Conflict refused) {
            Flash.failed(String.valueOf(refused.getMessage())).after(redirect);
        }
        return "redirect:/console/jobs/" + id + "/ranking#lane";
    }
}
