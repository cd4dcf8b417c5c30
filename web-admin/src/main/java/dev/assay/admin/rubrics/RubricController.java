package dev.assay.admin.rubrics;

import dev.assay.admin.shell.Crumb;
import dev.assay.admin.shell.Flash;
import dev.assay.admin.shell.FormFault;
import dev.assay.admin.shell.ScoringTabs;
import dev.assay.admin.shell.Typed;
import dev.assay.admin.shell.Words;
import dev.assay.admin.signin.SignedIn;
import dev.assay.hiring.evidence.EvidenceMethod;
import dev.assay.hiring.evidence.Rubric;
import dev.assay.hiring.evidence.RubricContent;
import dev.assay.hiring.evidence.RubricId;
import dev.assay.hiring.evidence.Rubrics;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.shared.StaleVersion;
import dev.assay.hiring.skills.Skill;
import dev.assay.hiring.skills.SkillReference;
import dev.assay.hiring.skills.Skills;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

/** Rubrics: written down before, the same for everybody; a change is a new version. */
@Controller
@RequestMapping(ScoringTabs.RUBRICS)
class RubricController {

    private final Rubrics rubrics;
    private final RubricWords rubricWords;
    private final Skills skills;
    private final Words words;

    RubricController(Rubrics rubrics, RubricWords rubricWords, Skills skills, Words words) {
        this.rubrics = rubrics;
        this.rubricWords = rubricWords;
        this.skills = skills;
        this.words = words;
    }

    @GetMapping
    String list(SignedIn signedIn, @RequestParam Optional<String> after, Model model) {
        Actor actor = signedIn.actor();
        Page<Rubric> page =
                rubrics.list(
                        actor, after.map(cursor -> PageCursor.parse(cursor, 1)), PageSize.DEFAULT);
        model.addAttribute("rubrics", rubricWords.rows(actor, page.items()));
        model.addAttribute("next", page.next().map(PageCursor::encoded).orElse(null));
        model.addAttribute("mayEdit", actor.may(Permission.EDIT_RUBRICS));
        model.addAttribute("tabs", ScoringTabs.of(actor, ScoringTabs.RUBRICS));
        return "rubrics/list";
    }

    @GetMapping("/new")
    String form(SignedIn signedIn, Model model) {
        signedIn.actor().require(Permission.EDIT_RUBRICS);
        return show(signedIn.actor(), model, RubricForm.empty(), null);
    }

    @PostMapping
    String write(
            SignedIn signedIn,
            @ModelAttribute RubricForm form,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Actor actor = signedIn.actor();
        actor.require(Permission.EDIT_RUBRICS);
        try {
            return saved(rubrics.write(actor, content(actor, form)), redirect);
        } catch (InvalidInput refused) {
            return refused(actor, model, response, form, null, refused);
        }
    }

    @GetMapping("/{id}")
    String rubric(SignedIn signedIn, @PathVariable UUID id, Model model) {
        Actor actor = signedIn.actor();
        Rubric rubric = rubrics.get(actor, new RubricId(id));
        if (actor.may(Permission.EDIT_RUBRICS)) {
            return show(actor, model, RubricForm.of(rubric), rubric);
        }
        model.addAttribute("rubric", rubricWords.rows(actor, List.of(rubric)).getFirst());
        model.addAttribute("trail", List.of(new Crumb("Rubrics", ScoringTabs.RUBRICS)));
        return "rubrics/rubric";
    }

    @PostMapping("/{id}")
    String change(
            SignedIn signedIn,
            @PathVariable UUID id,
            @ModelAttribute RubricForm form,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Actor actor = signedIn.actor();
        actor.require(Permission.EDIT_RUBRICS);
        Rubric before = rubrics.get(actor, new RubricId(id));
        try {
            return saved(
                    rubrics.change(actor, before.id(), form.expected(), content(actor, form)),
                    redirect);
        } catch (InvalidInput refused) {
            return refused(actor, model, response, form, before, refused);
        } catch (StaleVersion _) {
            response.setStatus(HttpStatus.CONFLICT.value());
            Rubric theirs = rubrics.get(actor, before.id());
            model.addAttribute("theirs", rubricWords.rows(actor, List.of(theirs)).getFirst());
            return show(actor, model, form.onto(theirs), theirs);
        }
    }

    private RubricContent content(Actor actor, RubricForm form) {
        String skill = Typed.text(form.skill());
        return form.content(
                skill.isEmpty()
                        ? Optional.empty()
                        : skills.resolve(actor, SkillReference.typed(skill)).map(Skill::id));
    }

    private String saved(Rubric rubric, RedirectAttributes redirect) {
        Flash.done(
                        words.say(
                                "flash.rubric.saved",
                                rubric.content().name(),
                                rubric.version().value()))
                .after(redirect);
        return "redirect:" + ScoringTabs.RUBRICS;
    }

    private String refused(
            Actor actor,
            Model model,
            HttpServletResponse response,
            RubricForm form,
            @Nullable Rubric changed,
            InvalidInput refused) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        FormFault.show(model, refused, "rubric.field.", words);
        return show(actor, model, form, changed);
    }

    private String show(Actor actor, Model model, RubricForm form, @Nullable Rubric changed) {
        model.addAttribute("form", form);
        model.addAttribute("methods", EvidenceMethod.values());
        model.addAttribute(
                "changed",
                changed == null ? null : rubricWords.rows(actor, List.of(changed)).getFirst());
        model.addAttribute("trail", List.of(new Crumb("Rubrics", ScoringTabs.RUBRICS)));
        return "rubrics/form";
    }
}
