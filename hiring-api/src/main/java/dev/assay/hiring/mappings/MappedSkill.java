package dev.assay.hiring.mappings;

import dev.assay.hiring.skills.SkillId;
import org.jspecify.annotations.Nullable;

/**
 * A skill that an achievement shows.
 *
 * @param factor how much of the skill it covers, 1 to 10000 ten-thousandths
 * @param level the level that everybody reaches who was awarded it, 1 to 5; null when it shows none
 */
public record MappedSkill(SkillId skill, int factor, @Nullable Integer level) {

    /** All of the skill. */
    public static final int WHOLE = 10_000;

    public MappedSkill {
        if (factor < 1 || factor > WHOLE) {
            throw new IllegalArgumentException(
                    "a factor must be between 1 and 10000, but is " + factor);
        }
        if (level != null && (level < 1 || level > 5)) {
            throw new IllegalArgumentException("a level must be between 1 and 5, but is " + level);
        }
    }
}
