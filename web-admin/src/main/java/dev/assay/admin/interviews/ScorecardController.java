package dev.assay.admin.interviews;

import dev.assay.admin.applications.ApplicationHeads;
import dev.assay.admin.shell.Crumb;
import dev.assay.admin.shell.Flash;
import dev.assay.admin.shell.FormFault;
import dev.assay.admin.shell.Words;
import dev.assay.admin.signin.SignedIn;
import dev.assay.hiring.applications.Applications;
import dev.assay.hiring.evidence.Supervision;
import dev.assay.hiring.interviews.Impression;
import dev.assay.hiring.interviews.ScorecardForm;
import dev.assay.hiring.interviews.Scorecards;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.Conflict;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.Permission;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
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

/** An interviewer's own scorecard: filled in at one go, and final. */
@Controller
@RequestMapping(InterviewController.PATH + "/scorecard")
class ScorecardController {

    private final Scorecards scorecards;
    private final Applications applications;
    private final Words words;

    ScorecardController(Scorecards scorecards, Applications applications, Words words) {
        this.scorecards = scorecards;
        this.applications = applications;
        this.words = words;
    }

    @GetMapping
    String form(SignedIn signedIn, @PathVariable UUID id, Model model) {
        ScorecardForm asked = asked(signedIn.actor(), id);
        return show(id, asked, CardForm.typed(Map.of(), asked), model);
    }

    @PostMapping
    String submit(
            SignedIn signedIn,
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Actor actor = signedIn.actor();
        ScorecardForm asked = asked(actor, id);
        CardForm form = CardForm.typed(typed, asked);
        try {
            scorecards.submit(actor, new ApplicationId(id), form.draft(asked));
            Flash.done(words.say("flash.scorecard.submitted")).after(redirect);
        } catch (InvalidInput refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            FormFault.show(model, refused, "scorecard.field.", words);
            return show(id, asked, form, model);
        } catch (Conflict refused) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute(
                    FormFault.ATTRIBUTE,
                    List.of(new FormFault("recommendation", String.valueOf(refused.getMessage()))));
            return show(id, asked, form, model);
        }
        return InterviewController.back(id);
    }

    private ScorecardForm asked(Actor actor, UUID id) {
        actor.requireSomewhere(Permission.SUBMIT_SCORECARDS);
        return scorecards.form(actor, applications.get(actor, new ApplicationId(id)).job());
    }

    private String show(UUID id, ScorecardForm asked, CardForm form, Model model) {
        String application = ApplicationHeads.path(id.toString());
        model.addAttribute("asked", asked.attributes());
        model.addAttribute(
                "rubrics", asked.attributes().stream().anyMatch(one -> !one.rubrics().isEmpty()));
        model.addAttribute("form", form);
        model.addAttribute("impressions", Impression.values());
        model.addAttribute("ways", Supervision.values());
        model.addAttribute("place", application + "/interviews");
        model.addAttribute(
                "trail",
                List.of(
                        new Crumb(words.say("evidence.application"), application),
                        new Crumb(words.say("interviews.title"), application + "/interviews")));
        return "interviews/scorecard";
    }
}
