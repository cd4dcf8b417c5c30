package dev.assay.admin.pipeline;

import dev.assay.admin.shell.Flash;
import dev.assay.admin.shell.FormFault;
import dev.assay.admin.shell.Typed;
import dev.assay.admin.shell.Words;
import dev.assay.admin.signin.SignedIn;
import dev.assay.hiring.dossier.Tag;
import dev.assay.hiring.dossier.TagId;
import dev.assay.hiring.dossier.Tags;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The employer's words for sorting candidates and applications. */
@Controller
@RequestMapping(PipelineTabs.TAGS)
class TagController {

    private static final int LONGEST = 60;

    private final Tags tags;
    private final Words words;

    TagController(Tags tags, Words words) {
        this.tags = tags;
        this.words = words;
    }

    @GetMapping
    String list(SignedIn signedIn, @RequestParam Optional<String> after, Model model) {
        return show(signedIn.actor(), after, "", model);
    }

    @PostMapping
    String write(
            SignedIn signedIn,
            @RequestParam(defaultValue = "") String name,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Actor actor = signedIn.actor();
        actor.require(Permission.EDIT_PIPELINE);
        String typed = Typed.text(name);
        try {
            if (typed.isEmpty() || typed.length() > LONGEST) {
                throw new InvalidInput("/name", "must have 1 to 60 characters");
            }
            tags.write(actor, typed);
            Flash.done(words.say("flash.tag.written", typed)).after(redirect);
            return "redirect:" + PipelineTabs.TAGS;
        } catch (InvalidInput refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            FormFault.show(model, refused, "pipeline.field.", words);
        } catch (Conflict _) {
            response.setStatus(HttpStatus.CONFLICT.value());
            FormFault.show(
                    model, new InvalidInput("/name", "is there already"), "pipeline.field.", words);
        }
        return show(actor, Optional.empty(), typed, model);
    }

    @PostMapping("/{id}")
    String change(
            SignedIn signedIn,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam boolean retired,
            RedirectAttributes redirect) {
        try {
            tags.change(
                    signedIn.actor(), new TagId(id), new Version(Math.max(1, version)), retired);
            Flash.done(words.say("flash.word.retired." + retired)).after(redirect);
        } catch (StaleVersion _) {
            Flash.failed(words.say("flash.pipeline.stale")).after(redirect);
        }
        return "redirect:" + PipelineTabs.TAGS;
    }

    private String show(Actor actor, Optional<String> after, String typed, Model model) {
        Page<Tag> page =
                tags.list(
                        actor, after.map(cursor -> PageCursor.parse(cursor, 1)), PageSize.DEFAULT);
        model.addAttribute(
                "rows",
                page.items().stream()
                        .map(tag ->
                                new WordRow(
                                        tag.id().toString(),
                                        tag.name(),
                                        "",
                                        tag.retired(),
                                        tag.version().value()))
                        .toList());
        model.addAttribute("next", page.next().map(PageCursor::encoded).orElse(null));
        model.addAttribute("mayEdit", actor.may(Permission.EDIT_PIPELINE));
        model.addAttribute("typed", typed);
        model.addAttribute("tabs", PipelineTabs.of(actor, PipelineTabs.TAGS, words));
        return "pipeline/tags";
    }
}
