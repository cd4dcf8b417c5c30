package dev.assay.admin.rubrics;

import dev.assay.admin.shell.Crumb;
import dev.assay.admin.shell.Flash;
import dev.assay.admin.shell.FormFault;
import dev.assay.admin.shell.Moments;
import dev.assay.admin.shell.Words;
import dev.assay.admin.signin.SignedIn;
import dev.assay.hiring.evidence.EvidenceRecords;
import dev.assay.hiring.evidence.RecordedEvidence;
import dev.assay.hiring.evidence.RecordedEvidenceId;
import dev.assay.hiring.evidence.Rubric;
import dev.assay.hiring.evidence.RubricId;
import dev.assay.hiring.evidence.Rubrics;
import dev.assay.hiring.evidence.Supervision;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.Conflict;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** What the employer's own people saw a candidate do, rated by a rubric. */
@Controller
@RequestMapping("/console/applications/{id}/evidence")
class EvidenceController {

    private final EvidenceRecords evidence;
    private final Rubrics rubrics;
    private final RubricWords rubricWords;
    private final Words words;
    private final Moments moments;

    EvidenceController(
            EvidenceRecords evidence,
            Rubrics rubrics,
            RubricWords rubricWords,
            Words words,
            Moments moments) {
        this.evidence = evidence;
        this.rubrics = rubrics;
        this.rubricWords = rubricWords;
        this.words = words;
        this.moments = moments;
    }

    /** What was recorded, and the rubrics to rate by. */
    @GetMapping
    String list(SignedIn signedIn, @PathVariable UUID id, Model model) {
        Actor actor = signedIn.actor();
        actor.require(Permission.READ_RUBRICS);
        List<Rubric> all =
                rubrics.list(actor, Optional.empty(), new PageSize(PageSize.MAXIMUM)).items();
        model.addAttribute("seen", seen(actor, new ApplicationId(id)));
        model.addAttribute(
                "rubrics",
                rubricWords.rows(
                        actor, all.stream().filter(one -> !one.content().retired()).toList()));
        model.addAttribute("mayRecord", actor.may(Permission.RECORD_EVIDENCE));
        place(model, id);
        return "rubrics/evidence";
    }

    @GetMapping("/new")
    String form(SignedIn signedIn, @PathVariable UUID id, @RequestParam UUID rubric, Model model) {
        Actor actor = signedIn.actor();
        actor.require(Permission.RECORD_EVIDENCE);
        evidence.of(actor, new ApplicationId(id));
        Rubric by = rubrics.get(actor, new RubricId(rubric));
        return show(actor, id, by, RatingForm.typed(Map.of(), by), model);
    }

    @PostMapping
    String record(
            SignedIn signedIn,
            @PathVariable UUID id,
            @RequestParam UUID rubric,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Actor actor = signedIn.actor();
        actor.require(Permission.RECORD_EVIDENCE);
        Rubric by = rubrics.get(actor, new RubricId(rubric));
        RatingForm form = RatingForm.typed(typed, by);
        try {
            evidence.record(actor, new ApplicationId(id), form.rating(by));
            Flash.done(words.say("flash.evidence.recorded")).after(redirect);
        } catch (InvalidInput refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            FormFault.show(model, refused, "rating.field.", words);
            return show(actor, id, by, form, model);
        } catch (Conflict refused) {
            Flash.failed(words.say("evidence.refused." + refused.code())).after(redirect);
        }
        return "redirect:/console/applications/" + id + "/evidence";
    }

    @PostMapping("/{item}/withdrawal")
    String withdraw(
            SignedIn signedIn,
            @PathVariable UUID id,
            @PathVariable UUID item,
            RedirectAttributes redirect) {
        evidence.withdraw(signedIn.actor(), new ApplicationId(id), new RecordedEvidenceId(item));
        Flash.done(words.say("flash.evidence.withdrawn")).after(redirect);
        return "redirect:/console/applications/" + id + "/evidence";
    }

    private List<SeenRow> seen(Actor actor, ApplicationId application) {
        return evidence.of(actor, application).stream().map(one -> row(actor, one)).toList();
    }

    private SeenRow row(Actor actor, RecordedEvidence one) {
        return new SeenRow(
                one.id().toString(),
                words.say("evidence.kind." + one.method().wireName()),
                rubrics.get(actor, one.rubric()).content().name(),
                one.level(),
                one.performedOn().toString(),
                evidence.note(actor, one).orElse(null),
                moments.of(one.recordedAt()),
                one.withdrawnAt().map(moments::of).orElse(null));
    }

    private String show(Actor actor, UUID id, Rubric by, RatingForm form, Model model) {
        model.addAttribute("rubric", rubricWords.rows(actor, List.of(by)).getFirst());
        model.addAttribute("form", form);
        model.addAttribute("ways", Supervision.values());
        place(model, id);
        return "rubrics/rate";
    }

    private void place(Model model, UUID id) {
        String application = "/console/applications/" + id;
        model.addAttribute("place", application);
        model.addAttribute(
                "trail", List.of(new Crumb(words.say("evidence.application"), application)));
    }
}
