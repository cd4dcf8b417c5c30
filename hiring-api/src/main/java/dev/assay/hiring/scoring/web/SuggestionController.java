package dev.assay.hiring.scoring.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.credential.model.Achievement;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.platform.web.PageResponse;
import dev.assay.hiring.scoring.MappingSuggestion;
import dev.assay.hiring.scoring.MappingSuggestions;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.skills.Skill;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SuggestionController {

    private final MappingSuggestions suggestions;

    SuggestionController(MappingSuggestions suggestions) {
        this.suggestions = suggestions;
    }

    @GetMapping("/v1/credential-mappings/suggestions")
    @Allowed(Permission.READ_MAPPINGS)
    ResponseEntity<PageResponse<SuggestionResponse>> list(
            Actor actor,
            @RequestParam Optional<String> after,
            @RequestParam(defaultValue = "50") int limit) {
        return PageResponse.of(
                suggestions.list(
                        actor,
                        after.map(cursor -> PageCursor.parse(cursor, 1)),
                        new PageSize(limit)),
                SuggestionResponse::of);
    }

    /** An achievement with what its text suggests, ready to be confirmed as a mapping. */
    record SuggestionResponse(
            UUID issuerId,
            String issuerName,
            SuggestedAchievementResponse achievement,
            List<SuggestedSkillResponse> skills,
            UUID applicationId,
            UUID credentialId) {

        static SuggestionResponse of(MappingSuggestion suggestion) {
            return new SuggestionResponse(
                    suggestion.issuer().id().value(),
                    suggestion.issuer().content().name(),
                    SuggestedAchievementResponse.of(suggestion.achievement()),
                    suggestion.skills().stream().map(SuggestedSkillResponse::of).toList(),
                    suggestion.application().value(),
                    suggestion.credential().value());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record SuggestedAchievementResponse(
            String id, String name, Optional<String> description, Optional<String> criteria) {

        static SuggestedAchievementResponse of(Achievement achievement) {
            return new SuggestedAchievementResponse(
                    achievement.id(),
                    achievement.name(),
                    achievement.description(),
                    achievement.criteria());
        }
    }

    record SuggestedSkillResponse(UUID id, String uri, String name) {

        static SuggestedSkillResponse of(Skill skill) {
            return new SuggestedSkillResponse(
                    skill.id().value(), skill.uri().toString(), skill.label());
        }
    }
}
