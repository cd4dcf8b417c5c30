package dev.assay.admin.applications;

import dev.assay.admin.shell.Flash;
import dev.assay.admin.shell.FormFault;
import dev.assay.admin.shell.Words;
import dev.assay.admin.signin.SignedIn;
import dev.assay.hiring.candidates.Candidate;
import dev.assay.hiring.intake.Intake;
import dev.assay.hiring.intake.Unmasking;
import dev.assay.hiring.jobs.EarlierBecause;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.Conflict;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.Permission;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Tells HR admins who somebody is that is reviewed blind, for a reason, in this one answer. */
@Controller
@RequestMapping("/console/applications/{id}/unmasking")
class UnmaskController {

    private final Unmasking unmasking;
    private final Intake intake;
    private final ApplicationHeads heads;
    private final Words words;

    UnmaskController(Unmasking unmasking, Intake intake, ApplicationHeads heads, Words words) {
        this.unmasking = unmasking;
        this.intake = intake;
        this.heads = heads;
        this.words = words;
    }

    @GetMapping
    String ask(SignedIn signedIn, @PathVariable UUID id, Model model) {
        Actor actor = signedIn.actor();
        actor.require(Permission.UNMASK_CANDIDATES);
        return show(actor, new ApplicationId(id), null, model);
    }

    @PostMapping
    String tell(
            SignedIn signedIn,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Actor actor = signedIn.actor();
        actor.require(Permission.UNMASK_CANDIDATES);
        var application = new ApplicationId(id);
        try {
            Candidate known = unmasking.unmask(actor, application, because(reason));
            return show(
                    actor,
                    application,
                    new UnmaskPage.Told(known.fullName(), known.email().address(), known.phone()),
                    model);
        } catch (InvalidInput refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            FormFault.show(model, refused, "unmask.field.", words);
            return show(actor, application, null, model);
        } catch (Conflict _) {
            Flash.done(words.say("flash.unmask.needless")).after(redirect);
            return "redirect:" + ApplicationHeads.path(id.toString());
        }
    }

    private static EarlierBecause because(String reason) {
        return Arrays.stream(EarlierBecause.values())
                .filter(one -> one.wireName().equals(reason))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("/reason", "must be chosen"));
    }

    private String show(
            Actor actor, ApplicationId id, UnmaskPage.@Nullable Told told, Model model) {
        model.addAttribute(
                "page",
                new UnmaskPage(
                        heads.of(actor, intake.view(actor, id), "unmasking"),
                        Arrays.stream(EarlierBecause.values())
                                .map(one ->
                                        new UnmaskPage.Choice(
                                                one.wireName(),
                                                words.say("blind.because." + one.wireName())))
                                .toList(),
                        told));
        return "applications/unmasking";
    }
}
