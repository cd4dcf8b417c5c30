package dev.assay.admin.trust;

import dev.assay.admin.shell.Crumb;
import dev.assay.admin.shell.Flash;
import dev.assay.admin.shell.Words;
import dev.assay.admin.signin.SignedIn;
import dev.assay.hiring.issuers.IssuerId;
import dev.assay.hiring.mappings.CredentialMappings;
import dev.assay.hiring.mappings.MappedSkill;
import dev.assay.hiring.mappings.MappingContent;
import dev.assay.hiring.scoring.MappingSuggestion;
import dev.assay.hiring.scoring.MappingSuggestions;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.Conflict;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.skills.SkillId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Achievements whose text mentions a skill: a person says what they show. */
@Controller
@RequestMapping(AchievementController.PATH)
class AchievementController {

    static final String PATH = "/console/trust/achievements";

    private final MappingSuggestions suggestions;
    private final CredentialMappings mappings;
    private final Words words;

    AchievementController(
            MappingSuggestions suggestions, CredentialMappings mappings, Words words) {
        this.suggestions = suggestions;
        this.mappings = mappings;
        this.words = words;
    }

    @GetMapping
    String list(SignedIn signedIn, @RequestParam Optional<String> after, Model model) {
        Actor actor = signedIn.actor();
        Page<MappingSuggestion> page =
                suggestions.list(
                        actor, after.map(cursor -> PageCursor.parse(cursor, 1)), PageSize.DEFAULT);
        model.addAttribute("achievements", page.items().stream().map(AchievementRow::of).toList());
        model.addAttribute("next", page.next().map(PageCursor::encoded).orElse(null));
        model.addAttribute("trail", List.of(new Crumb("Trust", "/console/trust")));
        model.addAttribute("mayEdit", actor.may(Permission.EDIT_MAPPINGS));
        return "trust/achievements";
    }

    /** Confirms the skills that are ticked; none, when the achievement shows none of them. */
    @PostMapping
    String confirm(
            SignedIn signedIn,
            @RequestParam UUID issuer,
            @RequestParam String achievement,
            @RequestParam String name,
            @RequestParam Optional<List<UUID>> skill,
            RedirectAttributes redirect) {
        List<MappedSkill> shown =
                skill.orElse(List.of()).stream()
                        .map(id -> new MappedSkill(new SkillId(id), MappedSkill.WHOLE, null))
                        .toList();
        try {
            mappings.confirm(
                    signedIn.actor(),
                    new MappingContent(
                            new IssuerId(issuer),
                            achievement,
                            name,
                            shown,
                            List.of(),
                            false,
                            null));
            String key =
                    shown.isEmpty()
                            ? "flash.achievement.shows-none"
                            : "flash.achievement.confirmed";
            Flash.done(words.say(key, name)).after(redirect);
        } catch (Conflict _) {
            Flash.failed(words.say("flash.achievement.settled", name)).after(redirect);
        }
        return "redirect:" + PATH;
    }
}
