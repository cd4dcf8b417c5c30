package dev.assay.hiring.scoring;

import dev.assay.hiring.skills.SkillId;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * What one credential of an application shows of one skill, by the rules of scoring.
 *
 * @param strength from 0 to 1, as a requirement of the needed level would have it
 * @param validUntil the last day on which it counts
 * @param achievement the id of what was achieved, where the credential says
 */
public record ProvenSkill(
        UUID credential,
        SkillId skill,
        double strength,
        Standing standing,
        Optional<LocalDate> validUntil,
        Optional<String> achievement) {

    /** Whether it counts now. */
    public enum Standing {
        COUNTS,
        /** Could not be checked, or not settled so far: our doubt, and as good as absent. */
        UNSETTLED,
        /** Revoked, suspended or expired. */
        LAPSED
    }
}
