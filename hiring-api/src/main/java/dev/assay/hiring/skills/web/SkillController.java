package dev.assay.hiring.skills.web;

import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.platform.web.PageResponse;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.skills.Skill;
import dev.assay.hiring.skills.Skills;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SkillController {

    private static final int LONGEST = 500;

    private final Skills skills;

    SkillController(Skills skills) {
        this.skills = skills;
    }

    @GetMapping("/v1/skills")
    @Allowed(Permission.READ_SKILLS)
    PageResponse<SkillResponse> search(
            Actor actor, @RequestParam(name = "q", defaultValue = "") String text) {
        if (text.indexOf('\0') >= 0 || text.length() > LONGEST) {
            throw new InvalidInput("/q", "must be a text of at most " + LONGEST + " characters");
        }
        return new PageResponse<>(
                skills.search(actor, text).stream().map(SkillResponse::of).toList(), null);
    }

    record SkillResponse(UUID id, String uri, String name, String framework) {

        static SkillResponse of(Skill skill) {
            return new SkillResponse(
                    skill.id().value(), skill.uri().toString(), skill.label(), skill.framework());
        }
    }
}
