package dev.assay.admin.policies;

import dev.assay.admin.shell.Crumb;
import dev.assay.admin.shell.Flash;
import dev.assay.admin.shell.FormFault;
import dev.assay.admin.shell.ScoringTabs;
import dev.assay.admin.shell.Words;
import dev.assay.admin.signin.SignedIn;
import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.jobs.Jobs;
import dev.assay.hiring.platform.operations.Operation;
import dev.assay.hiring.platform.operations.OperationId;
import dev.assay.hiring.platform.operations.Operations;
import dev.assay.hiring.scoring.Policies;
import dev.assay.hiring.scoring.PolicyEffect;
import dev.assay.hiring.scoring.PolicyId;
import dev.assay.hiring.scoring.PolicyVersion;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.Conflict;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.skills.Skill;
import dev.assay.hiring.skills.SkillReference;
import dev.assay.hiring.skills.Skills;
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

/** Versions of the scoring policy: what they say, what they would change, which is in force. */
@Controller
@RequestMapping(PolicyController.PATH)
class PolicyController {

    static final String PATH = ScoringTabs.POLICIES;

    private static final String BACK = "redirect:" + PATH;

    private final Policies policies;
    private final Operations operations;
    private final Jobs jobs;
    private final Skills skills;
    private final PolicyWords policyWords;
    private final Words words;

    PolicyController(
            Policies policies,
            Operations operations,
            Jobs jobs,
            Skills skills,
            PolicyWords policyWords,
            Words words) {
        this.policies = policies;
        this.operations = operations;
        this.jobs = jobs;
        this.skills = skills;
        this.policyWords = policyWords;
        this.words = words;
    }

    @GetMapping
    String list(SignedIn signedIn, @RequestParam Optional<String> after, Model model) {
        Actor actor = signedIn.actor();
        Page<PolicyVersion> page =
                policies.list(
                        actor, after.map(cursor -> PageCursor.parse(cursor, 1)), PageSize.DEFAULT);
        model.addAttribute("policies", page.items().stream().map(policyWords::row).toList());
        model.addAttribute("next", page.next().map(PageCursor::encoded).orElse(null));
        model.addAttribute("standard", policies.active(actor).isEmpty());
        model.addAttribute(
                "figures",
                policyWords.figures(
                        policies.figuresInForce(actor), policies.figuresInForce(actor)));
        model.addAttribute("mayEdit", actor.may(Permission.EDIT_POLICIES));
        model.addAttribute("tabs", ScoringTabs.of(actor, ScoringTabs.POLICIES));
        return "policies/list";
    }

    @GetMapping("/new")
    String form(SignedIn signedIn, Model model) {
        signedIn.actor().require(Permission.EDIT_POLICIES);
        return show(model, PolicyForm.startingFrom(policies.figuresInForce(signedIn.actor())));
    }

    /** Changes nothing yet: a version is previewed, and then put in force. */
    @PostMapping
    String draft(
            SignedIn signedIn,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Actor actor = signedIn.actor();
        actor.require(Permission.EDIT_POLICIES);
        PolicyForm form = PolicyForm.typed(typed, policies.figuresInForce(actor).keySet());
        try {
            PolicyVersion policy =
                    policies.draft(
                            actor,
                            form.proposal(named ->
                                    skills.resolve(actor, SkillReference.typed(named))
                                            .map(Skill::id)));
            Flash.done(words.say("flash.policy.drafted", policy.name())).after(redirect);
            return BACK + "/" + policy.id();
        } catch (InvalidInput refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            FormFault.show(model, refused, "policy.figure.", words);
            return show(model, form);
        }
    }

    private String show(Model model, PolicyForm form) {
        model.addAttribute("form", form);
        model.addAttribute("fields", form.fields(words));
        model.addAttribute("trail", List.of(new Crumb("Scoring", PATH)));
        return "policies/form";
    }

    @GetMapping("/{id}")
    String policy(SignedIn signedIn, @PathVariable UUID id, Model model) {
        Actor actor = signedIn.actor();
        PolicyVersion policy = policies.get(actor, new PolicyId(id));
        model.addAttribute("policy", policyWords.row(policy));
        model.addAttribute(
                "figures", policyWords.figures(policy.figures(), policies.figuresInForce(actor)));
        model.addAttribute("mayEdit", actor.may(Permission.EDIT_POLICIES));
        model.addAttribute("trail", List.of(new Crumb("Scoring", PATH)));
        return "policies/policy";
    }

    /** Changes no score; what it finds is a page of its own. */
    @PostMapping("/{id}/previews")
    String preview(SignedIn signedIn, @PathVariable UUID id) {
        Operation preview = policies.preview(signedIn.actor(), new PolicyId(id), Optional.empty());
        return BACK + "/" + id + "/previews/" + preview.id();
    }

    @GetMapping("/{id}/previews/{preview}")
    String effects(
            SignedIn signedIn,
            @PathVariable UUID id,
            @PathVariable UUID preview,
            @RequestParam Optional<String> after,
            Model model) {
        Actor actor = signedIn.actor();
        PolicyVersion policy = policies.get(actor, new PolicyId(id));
        Operation operation = operations.get(actor, new OperationId(preview));
        Page<PolicyEffect> page =
                policies.effects(
                        actor,
                        policy.id(),
                        operation.id(),
                        after.map(cursor -> PageCursor.parse(cursor, 1)),
                        PageSize.DEFAULT);
        model.addAttribute("policy", policyWords.row(policy));
        model.addAttribute("over", operation.state().isFinal());
        model.addAttribute("self", PATH + "/" + id + "/previews/" + preview);
        model.addAttribute(
                "effects", page.items().stream().map(effect -> row(actor, effect)).toList());
        model.addAttribute("next", page.next().map(PageCursor::encoded).orElse(null));
        model.addAttribute("mayEdit", actor.may(Permission.EDIT_POLICIES));
        model.addAttribute(
                "trail",
                List.of(new Crumb("Scoring", PATH), new Crumb(policy.name(), PATH + "/" + id)));
        return "policies/preview";
    }

    @PostMapping("/{id}/activation")
    String activate(SignedIn signedIn, @PathVariable UUID id, RedirectAttributes redirect) {
        try {
            policies.activate(signedIn.actor(), new PolicyId(id));
            Flash.done(words.say("flash.policy.activated")).after(redirect);
            return BACK;
        } catch (Conflict refused) {
            Flash.failed(words.say("policy.refused." + refused.code())).after(redirect);
            return BACK + "/" + id;
        }
    }

    private EffectRow row(Actor actor, PolicyEffect effect) {
        return policyWords.effect(
                effect, jobs.get(actor, new JobId(effect.jobId())).content().title());
    }
}
