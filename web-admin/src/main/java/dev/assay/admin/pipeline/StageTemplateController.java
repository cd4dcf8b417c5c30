package dev.assay.admin.pipeline;

import dev.assay.admin.shell.Crumb;
import dev.assay.admin.shell.Flash;
import dev.assay.admin.shell.FormFault;
import dev.assay.admin.shell.Moments;
import dev.assay.admin.shell.Words;
import dev.assay.admin.signin.SignedIn;
import dev.assay.hiring.jobs.JobApprovals;
import dev.assay.hiring.jobs.StageDraft;
import dev.assay.hiring.jobs.StageTemplate;
import dev.assay.hiring.jobs.StageTemplateId;
import dev.assay.hiring.jobs.StageTemplates;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.shared.StaleVersion;
import dev.assay.hiring.shared.Version;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** The ways an employer usually goes through a hiring, and whether jobs are approved first. */
@Controller
@RequestMapping(PipelineTabs.STAGES)
class StageTemplateController {

    private final StageTemplates templates;
    private final JobApprovals approvals;
    private final Words words;
    private final Moments moments;

    StageTemplateController(
            StageTemplates templates, JobApprovals approvals, Words words, Moments moments) {
        this.templates = templates;
        this.approvals = approvals;
        this.words = words;
        this.moments = moments;
    }

    @GetMapping
    String list(SignedIn signedIn, @RequestParam Optional<String> after, Model model) {
        Actor actor = signedIn.actor();
        Page<StageTemplate> page =
                templates.list(
                        actor, after.map(cursor -> PageCursor.parse(cursor, 1)), PageSize.DEFAULT);
        model.addAttribute("templates", page.items().stream().map(this::row).toList());
        model.addAttribute("next", page.next().map(PageCursor::encoded).orElse(null));
        model.addAttribute("mayEdit", actor.may(Permission.EDIT_PIPELINE));
        model.addAttribute("rule", approvals.rule(actor));
        model.addAttribute("tabs", PipelineTabs.of(actor, PipelineTabs.STAGES, words));
        return "pipeline/stages";
    }

    @GetMapping("/templates/new")
    String form(SignedIn signedIn, Model model) {
        signedIn.actor().require(Permission.EDIT_PIPELINE);
        return show(model, TemplateForm.typed(Map.of(), 0), null);
    }

    @PostMapping("/templates")
    String write(
            SignedIn signedIn,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        signedIn.actor().require(Permission.EDIT_PIPELINE);
        TemplateForm form = TemplateForm.typed(typed, 0);
        try {
            return saved(templates.write(signedIn.actor(), form.content()), redirect);
        } catch (InvalidInput refused) {
            return refused(model, response, form, null, refused);
        }
    }

    @GetMapping("/templates/{id}")
    String template(SignedIn signedIn, @PathVariable UUID id, Model model) {
        signedIn.actor().require(Permission.EDIT_PIPELINE);
        StageTemplate template = templates.get(signedIn.actor(), new StageTemplateId(id));
        return show(model, TemplateForm.of(template), template);
    }

    @PostMapping("/templates/{id}")
    String change(
            SignedIn signedIn,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Actor actor = signedIn.actor();
        actor.require(Permission.EDIT_PIPELINE);
        StageTemplate before = templates.get(actor, new StageTemplateId(id));
        TemplateForm form = TemplateForm.typed(typed, version);
        try {
            return saved(
                    templates.change(actor, before.id(), form.expected(), form.content()),
                    redirect);
        } catch (InvalidInput refused) {
            return refused(model, response, form, before, refused);
        } catch (StaleVersion _) {
            response.setStatus(HttpStatus.CONFLICT.value());
            StageTemplate theirs = templates.get(actor, before.id());
            model.addAttribute("theirs", row(theirs));
            return show(model, form.onto(theirs), theirs);
        }
    }

    @PostMapping("/approval")
    String changeRule(
            SignedIn signedIn,
            @RequestParam int version,
            @RequestParam(defaultValue = "false") boolean approval,
            RedirectAttributes redirect) {
        try {
            Actor actor = signedIn.actor();
            approvals.changeRule(
                    actor,
                    new Version(Math.max(1, version)),
                    approval,
                    approvals.rule(actor).blindUntil());
            Flash.done(words.say("flash.approval-rule." + approval)).after(redirect);
        } catch (StaleVersion _) {
            Flash.failed(words.say("flash.pipeline.stale")).after(redirect);
        }
        return "redirect:" + PipelineTabs.STAGES;
    }

    private TemplateRow row(StageTemplate template) {
        return new TemplateRow(
                template.id().toString(),
                template.content().name(),
                template.content().stages().stream().map(StageDraft::name).toList(),
                template.content().usual(),
                template.content().retired(),
                moments.of(template.updatedAt()));
    }

    private String saved(StageTemplate template, RedirectAttributes redirect) {
        Flash.done(words.say("flash.template.saved", template.content().name())).after(redirect);
        return "redirect:" + PipelineTabs.STAGES;
    }

    private String refused(
            Model model,
            HttpServletResponse response,
            TemplateForm form,
            @Nullable StageTemplate changed,
            InvalidInput refused) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        FormFault.show(model, refused, "pipeline.field.", words);
        return show(model, form, changed);
    }

    private String show(Model model, TemplateForm form, @Nullable StageTemplate changed) {
        model.addAttribute("form", form);
        model.addAttribute("changed", changed == null ? null : row(changed));
        model.addAttribute(
                "trail", List.of(new Crumb(words.say("pipeline.title"), PipelineTabs.STAGES)));
        return "pipeline/template";
    }
}
