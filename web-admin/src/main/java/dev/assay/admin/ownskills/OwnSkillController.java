package dev.assay.admin.ownskills;

import dev.assay.admin.shell.Crumb;
import dev.assay.admin.shell.Flash;
import dev.assay.admin.shell.FormFault;
import dev.assay.admin.shell.ScoringTabs;
import dev.assay.admin.shell.Words;
import dev.assay.admin.signin.SignedIn;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.shared.StaleVersion;
import dev.assay.hiring.skills.OwnSkill;
import dev.assay.hiring.skills.OwnSkills;
import dev.assay.hiring.skills.SkillId;
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

/** Skills of the employer's own: what they are called, and what they are a part of. */
@Controller
@RequestMapping(ScoringTabs.SKILLS)
class OwnSkillController {

    private final OwnSkills skills;
    private final Words words;

    OwnSkillController(OwnSkills skills, Words words) {
        this.skills = skills;
        this.words = words;
    }

    @GetMapping
    String list(SignedIn signedIn, @RequestParam Optional<String> after, Model model) {
        Actor actor = signedIn.actor();
        Page<OwnSkill> page =
                skills.list(
                        actor, after.map(cursor -> PageCursor.parse(cursor, 1)), PageSize.DEFAULT);
        model.addAttribute("skills", page.items().stream().map(OwnSkillRow::of).toList());
        model.addAttribute("next", page.next().map(PageCursor::encoded).orElse(null));
        model.addAttribute("mayEdit", actor.may(Permission.EDIT_SKILLS));
        model.addAttribute("tabs", ScoringTabs.of(actor, ScoringTabs.SKILLS));
        return "ownskills/list";
    }

    @GetMapping("/new")
    String form(SignedIn signedIn, Model model) {
        signedIn.actor().require(Permission.EDIT_SKILLS);
        return show(model, OwnSkillForm.empty(), null);
    }

    @PostMapping
    String add(
            SignedIn signedIn,
            @ModelAttribute OwnSkillForm form,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        signedIn.actor().require(Permission.EDIT_SKILLS);
        try {
            return saved(skills.add(signedIn.actor(), form.content()), redirect);
        } catch (InvalidInput refused) {
            return refused(model, response, form, null, refused);
        }
    }

    @GetMapping("/{id}")
    String skill(SignedIn signedIn, @PathVariable UUID id, Model model) {
        signedIn.actor().require(Permission.EDIT_SKILLS);
        OwnSkill skill = skills.get(signedIn.actor(), new SkillId(id));
        return show(model, OwnSkillForm.of(skill), skill);
    }

    @PostMapping("/{id}")
    String change(
            SignedIn signedIn,
            @PathVariable UUID id,
            @ModelAttribute OwnSkillForm form,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Actor actor = signedIn.actor();
        actor.require(Permission.EDIT_SKILLS);
        OwnSkill before = skills.get(actor, new SkillId(id));
        try {
            return saved(
                    skills.change(actor, before.id(), form.expected(), form.content()), redirect);
        } catch (InvalidInput refused) {
            return refused(model, response, form, before, refused);
        } catch (StaleVersion _) {
            response.setStatus(HttpStatus.CONFLICT.value());
            OwnSkill theirs = skills.get(actor, before.id());
            model.addAttribute("theirs", OwnSkillRow.of(theirs));
            return show(model, form.onto(theirs), theirs);
        }
    }

    private String saved(OwnSkill skill, RedirectAttributes redirect) {
        Flash.done(words.say("flash.skill.saved", skill.content().label())).after(redirect);
        return "redirect:" + ScoringTabs.SKILLS;
    }

    private String refused(
            Model model,
            HttpServletResponse response,
            OwnSkillForm form,
            @Nullable OwnSkill changed,
            InvalidInput refused) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        FormFault.show(model, refused, "skill.field.", words);
        return show(model, form, changed);
    }

    private static String show(Model model, OwnSkillForm form, @Nullable OwnSkill changed) {
        model.addAttribute("form", form);
        model.addAttribute("changed", changed == null ? null : OwnSkillRow.of(changed));
        model.addAttribute("trail", List.of(new Crumb("Own skills", ScoringTabs.SKILLS)));
        return "ownskills/form";
    }
}
