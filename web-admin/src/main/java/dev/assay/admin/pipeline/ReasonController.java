package dev.assay.admin.pipeline;

import dev.assay.admin.shell.Flash;
import dev.assay.admin.shell.FormFault;
import dev.assay.admin.shell.Words;
import dev.assay.admin.signin.SignedIn;
import dev.assay.hiring.applications.OwnReason;
import dev.assay.hiring.applications.OwnReasonId;
import dev.assay.hiring.applications.OwnReasons;
import dev.assay.hiring.applications.TransitionReason;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.Conflict;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.shared.StaleVersion;
import dev.assay.hiring.shared.Version;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The employer's own reasons for ending applications, beside those that everybody has. */
@Controller
@RequestMapping(PipelineTabs.REASONS)
class ReasonController {

    private final OwnReasons reasons;
    private final Words words;

    ReasonController(OwnReasons reasons, Words words) {
        this.reasons = reasons;
        this.words = words;
    }

    @GetMapping
    String list(SignedIn signedIn, @RequestParam Optional<String> after, Model model) {
        return show(signedIn.actor(), after, ReasonForm.empty(), model);
    }

    @PostMapping
    String write(
            SignedIn signedIn,
            @ModelAttribute ReasonForm form,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Actor actor = signedIn.actor();
        actor.require(Permission.EDIT_PIPELINE);
        try {
            ReasonForm.Read read = form.read();
            reasons.write(actor, read.code(), read.label(), read.refines());
            Flash.done(words.say("flash.reason.written", read.label())).after(redirect);
            return "redirect:" + PipelineTabs.REASONS;
        } catch (InvalidInput refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            FormFault.show(model, refused, "pipeline.field.", words);
        } catch (Conflict _) {
            response.setStatus(HttpStatus.CONFLICT.value());
            FormFault.show(
                    model, new InvalidInput("/code", "is there already"), "pipeline.field.", words);
        }
        return show(actor, Optional.empty(), form, model);
    }

    @PostMapping("/{id}")
    String change(
            SignedIn signedIn,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam boolean retired,
            RedirectAttributes redirect) {
        Actor actor = signedIn.actor();
        try {
            OwnReason before = reasons.get(actor, new OwnReasonId(id));
            reasons.change(
                    actor, before.id(), new Version(Math.max(1, version)), before.label(), retired);
            Flash.done(words.say("flash.word.retired." + retired)).after(redirect);
        } catch (StaleVersion _) {
            Flash.failed(words.say("flash.pipeline.stale")).after(redirect);
        }
        return "redirect:" + PipelineTabs.REASONS;
    }

    private String show(Actor actor, Optional<String> after, ReasonForm form, Model model) {
        Page<OwnReason> page =
                reasons.list(
                        actor, after.map(cursor -> PageCursor.parse(cursor, 1)), PageSize.DEFAULT);
        model.addAttribute(
                "rows",
                page.items().stream()
                        .map(reason ->
                                new WordRow(
                                        reason.id().toString(),
                                        reason.label(),
                                        words.say(
                                                "pipeline.counts-as",
                                                reason.code(),
                                                words.say(
                                                        "reason.end."
                                                                + reason.refines().wireName())),
                                        reason.retired(),
                                        reason.version().value()))
                        .toList());
        model.addAttribute("next", page.next().map(PageCursor::encoded).orElse(null));
        model.addAttribute("mayEdit", actor.may(Permission.EDIT_PIPELINE));
        model.addAttribute("form", form);
        model.addAttribute("all", TransitionReason.values());
        model.addAttribute("tabs", PipelineTabs.of(actor, PipelineTabs.REASONS, words));
        return "pipeline/reasons";
    }
}
