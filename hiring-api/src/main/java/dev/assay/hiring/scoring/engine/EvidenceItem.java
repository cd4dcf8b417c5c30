package dev.assay.hiring.scoring.engine;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One item this candidate offered, or that the employer recorded about their work.
 *
 * @param tier the tier of its issuer; {@link AuthorityTier#EMPLOYER} exactly for what the employer
 *     recorded
 * @param achievedOn the item's date, or null when it has none; read only where a policy opts into
 *     recency
 * @param skillsListed how many skills the item lists in all, also those no job asked for
 * @param skills the skills it shows, as far as this job's requirements are concerned
 */
public record EvidenceItem(
        ItemRef ref,
        EvidenceKind kind,
        Standing standing,
        AuthorityTier tier,
        IndependenceGroup group,
        AssessmentMode assessment,
        @Nullable LocalDate achievedOn,
        int skillsListed,
        Set<SkillShown> skills) {

    public EvidenceItem {
        skills = Set.copyOf(skills);
        if (kind.employerRecorded() != (tier == AuthorityTier.EMPLOYER)) {
            throw new IllegalArgumentException(
                    "tier '" + tier.code() + "' does not go with kind '" + kind.code() + "'");
        }
        if (skillsListed < (skills.isEmpty() ? 0 : 1)) {
            throw new IllegalArgumentException(
                    "skillsListed must cover the skills shown, but is " + skillsListed);
        }
    }
}
