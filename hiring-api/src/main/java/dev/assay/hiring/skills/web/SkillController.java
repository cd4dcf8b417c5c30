package dev.assay.hiring.skills.web;

import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.platform.web.PageResponse;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.skills.Skill;
import dev.assay.hiring.skills.Skills;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
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
    ResponseEntity<PageResponse<SkillResponse>> search(
            Actor actor,
            @RequestParam(name = "q", defaultValue = "") String text,
            @RequestParam Optional<String> after,
            @RequestParam(defaultValue = "50") int limit) {
        if (text.indexOf('\0') >= 0 || text.length() > LONGEST) {
            throw new InvalidInput("/q", "must be a text of at most " + LONGEST + " characters");
        }
        var page =
                skills.search(
                        actor,
                        text,
                        after.map(cursor -> PageCursor.parse(cursor, 4)),
                        new PageSize(limit));
        return PageResponse.of(page, SkillResponse::of);
    }

    record SkillResponse(UUID id, String uri, String name, String framework) {

        static SkillResponse of(Skill skill) {
            return new SkillResponse(
                    skill.id().value(), skill.uri().toString(), skill.label(), skill.framework());
        }
    }
}
