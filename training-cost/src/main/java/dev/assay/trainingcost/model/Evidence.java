package dev.assay.trainingcost.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a credential shows of a skill. Only evidence in force counts; anything else is as good as
 * absent, also when its standing merely could not be checked.
 *
 * @param level from 1 to 5, as the credential states it
 * @param strength how far the credential is to be believed, from 0 to 1
 * @param validUntil the last day on which it counts, absent when it does not expire
 */
public record Evidence(
        CredentialId credential,
        SkillId skill,
        int level,
        double strength,
        @Nullable LocalDate validUntil,
        Standing standing) {

    // One level below is worth 60 %, two below 30 %: the same shares that scoring uses.
    private static final double[] SHARE_BY_LEVELS_BELOW = {1, 0.6, 0.3};

    /** What verification says about the credential. */
    public enum Standing {
        IN_FORCE,
        REVOKED,
        COULD_NOT_CHECK
    }

    public Evidence {
        SkillNeed.checkLevel("level", level);
        FieldCheck.share("strength", strength);
    }

    public boolean countsOn(LocalDate day) {
        return standing == Standing.IN_FORCE && (validUntil == null || !day.isAfter(validUntil));
    }

    /** Strength towards a needed level: the smaller of belief and the share for the level. */
    public double strengthFor(int neededLevel) {
        int below = Math.max(0, neededLevel - level);
        return below < SHARE_BY_LEVELS_BELOW.length
                ? Math.min(strength, SHARE_BY_LEVELS_BELOW[below])
                : 0;
    }
}
