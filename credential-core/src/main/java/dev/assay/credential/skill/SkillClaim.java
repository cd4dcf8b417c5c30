package dev.assay.credential.skill;

import java.util.OptionalInt;

/**
 * One skill an achievement claims.
 *
 * @param targetUrl the skill's address in its framework, as written
 * @param level 1 to 5, only where a result of the holder's own states it; see {@link SkillClaims}
 * @param hasOwnResult whether a result of the holder speaks of this very skill
 */
public record SkillClaim(String targetUrl, String name, OptionalInt level, boolean hasOwnResult) {

    public SkillClaim {
        if (level.isPresent() && (level.getAsInt() < 1 || level.getAsInt() > 5)) {
            throw new IllegalArgumentException(
                    "a level must be between 1 and 5, but is " + level.getAsInt());
        }
    }
}
