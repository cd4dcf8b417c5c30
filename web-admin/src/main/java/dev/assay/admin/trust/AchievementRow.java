package dev.assay.admin.trust;

import dev.assay.hiring.scoring.MappingSuggestion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An achievement that waits for a person to say what it shows.
 *
 * @param description what its issuer writes about it
 * @param skills the skills its text mentions
 * @param applicationHref an application that brought it
 */
record AchievementRow(
        String issuerId,
        String issuer,
        String id,
        String name,
        @Nullable String description,
        @Nullable String criteria,
        List<Mentioned> skills,
        String applicationHref) {

    AchievementRow {
        skills = List.copyOf(skills);
    }

    /** A skill by its id and name. */
    record Mentioned(String id, String name) {}

    static AchievementRow of(MappingSuggestion suggestion) {
        return new AchievementRow(
                suggestion.issuer().id().toString(),
                suggestion.issuer().content().name(),
                suggestion.achievement().id(),
                suggestion.achievement().name(),
                suggestion.achievement().description().orElse(null),
                suggestion.achievement().criteria().orElse(null),
                suggestion.skills().stream()
                        .map(skill -> new Mentioned(skill.id().toString(), skill.label()))
                        .toList(),
                "/console/applications/" + suggestion.application());
    }
}
