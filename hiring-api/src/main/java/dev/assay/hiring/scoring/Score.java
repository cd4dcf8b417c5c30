package dev.assay.hiring.scoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A score with its whole explanation, as stored once for each computation and shown to callers.
 * Immutable; schema version {@value #SCHEMA_VERSION}. Factors are in basis points (0 to 10000),
 * strengths are decimals between 0 and 1, points are out of 100 with four places.
 *
 * @param score null in the lane without evidence, and for jobs without requirements
 * @param band five points wide, counted from 0; differences inside a band mean little
 */
public record Score(
        UUID applicationId,
        @Nullable BigDecimal score,
        @Nullable BigDecimal potential,
        String lane,
        @Nullable Integer band,
        String mustHaves,
        Policy policy,
        int engineVersion,
        Instant computedAt,
        String inputsDigest,
        List<RequirementScore> requirements,
        List<Counterfactual> counterfactuals) {

    public static final int SCHEMA_VERSION = 1;

    /**
     * The same without who speaks in it: voices are told apart by their place alone, as they are
     * while the candidate is reviewed blind.
     */
    Score withoutVoices() {
        Map<String, String> places = new HashMap<>();
        return new Score(
                applicationId,
                score,
                potential,
                lane,
                band,
                mustHaves,
                policy,
                engineVersion,
                computedAt,
                inputsDigest,
                requirements.stream().map(one -> one.withoutVoices(places)).toList(),
                counterfactuals);
    }

    /** The policy version that ruled. */
    public record Policy(String id, int version) {}

    /** A skill by its three names. */
    public record Skill(UUID id, String uri, String name) {}

    /** One requirement and what came of it. */
    public record RequirementScore(
            Skill skill,
            int importance,
            boolean mustHave,
            @Nullable Integer level,
            String state,
            BigDecimal points,
            BigDecimal potentialPoints,
            BigDecimal maxPoints,
            BigDecimal strength,
            List<Evidence> evidence,
            List<Ignored> ignored) {

        private RequirementScore withoutVoices(Map<String, String> places) {
            return new RequirementScore(
                    skill,
                    importance,
                    mustHave,
                    level,
                    state,
                    points,
                    potentialPoints,
                    maxPoints,
                    strength,
                    evidence.stream()
                            .map(item ->
                                    item.in(
                                            places.computeIfAbsent(
                                                    item.group(),
                                                    _ -> "withheld-" + (places.size() + 1))))
                            .toList(),
                    ignored);
        }
    }

    /** An item that shows the skill. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Evidence(
            UUID itemId,
            String kind,
            String group,
            int authority,
            int alignment,
            int level,
            int assessment,
            @Nullable Integer recency,
            BigDecimal strength,
            String limiting,
            boolean levelUnstated,
            boolean open,
            @Nullable String openReason) {

        private Evidence in(String otherGroup) {
            return new Evidence(
                    itemId,
                    kind,
                    otherGroup,
                    authority,
                    alignment,
                    level,
                    assessment,
                    recency,
                    strength,
                    limiting,
                    levelUnstated,
                    open,
                    openReason);
        }
    }

    /** An item that does not count here, and the one reason. */
    public record Ignored(UUID itemId, String reason) {}

    /** What one more item would add. */
    public record Counterfactual(Skill skill, BigDecimal gain, String with) {}
}
