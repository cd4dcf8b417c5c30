package dev.assay.hiring.mappings;

import dev.assay.credential.model.Achievement;
import dev.assay.credential.model.Result;
import dev.assay.hiring.issuers.IssuerId;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.InvalidInput.Fault;
import dev.assay.hiring.skills.SkillId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a person says an achievement shows. It settles the achievement: what is not in here, the
 * achievement's text suggests no more.
 *
 * @param issuer the entry of the registry that awards it
 * @param achievementId the achievement meant; null to go by its name
 * @param achievementName what it is called; what it goes by when there is no id
 * @param skills none, when it shows nothing any job could ask for
 * @param levels what its results say in levels
 * @param retired it counts no more, and is kept
 */
public record MappingContent(
        IssuerId issuer,
        @Nullable String achievementId,
        @Nullable String achievementName,
        List<MappedSkill> skills,
        List<ResultLevel> levels,
        boolean retired,
        @Nullable String note) {

    /** What Open Badges 3.0 calls a result that was not reached. */
    private static final Set<String> NOT_REACHED =
            Set.of("Failed", "Withdrew", "Enrolled", "InProgress", "OnHold");

    public MappingContent {
        skills = List.copyOf(skills);
        levels = List.copyOf(levels);
    }

    /**
     * Whether somebody with these results was awarded anything: not when each of them says that it
     * was not reached.
     */
    public static boolean isReached(List<Result> results) {
        return results.isEmpty() || !results.stream().allMatch(MappingContent::isNotReached);
    }

    /** The highest level that these results say; empty when they say none we know. */
    public OptionalInt levelOf(List<Result> results) {
        return results.stream()
                .filter(result -> !isNotReached(result))
                .flatMap(result ->
                        Stream.concat(result.value().stream(), result.achievedLevel().stream()))
                .flatMapToInt(text ->
                        levels.stream()
                                .filter(one -> folded(one.result()).equals(folded(text)))
                                .mapToInt(ResultLevel::level))
                .max();
    }

    /** Whether it is about this achievement, going by the id where it names one. */
    boolean isAbout(Achievement achievement) {
        return achievementId == null
                ? achievementName != null
                        && folded(achievementName).equals(folded(achievement.name()))
                : achievementId.equals(achievement.id());
    }

    /** What no two mappings of an issuer share. */
    String key() {
        return achievementId == null
                ? "name:" + folded(String.valueOf(achievementName))
                : "id:" + achievementId;
    }

    /**
     * @throws InvalidInput naming every field at fault
     */
    void requireSound() {
        List<Fault> faults = new ArrayList<>();
        if (achievementId == null && achievementName == null) {
            faults.add(new Fault("/achievement", "must name the achievement, by id or by name"));
        }
        Set<SkillId> seen = new HashSet<>();
        for (int i = 0; i < skills.size(); i++) {
            if (!seen.add(skills.get(i).skill())) {
                faults.add(new Fault("/skills/" + i + "/skill", "is named twice"));
            }
        }
        Set<String> results = new HashSet<>();
        for (int i = 0; i < levels.size(); i++) {
            if (!results.add(folded(levels.get(i).result()))) {
                faults.add(new Fault("/levels/" + i + "/result", "is named twice"));
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
    }

    private static boolean isNotReached(Result result) {
        return result.status().filter(NOT_REACHED::contains).isPresent();
    }

    private static String folded(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
