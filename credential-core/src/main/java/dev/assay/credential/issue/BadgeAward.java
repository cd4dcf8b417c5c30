package dev.assay.credential.issue;

import dev.assay.credential.model.Alignment;
import dev.assay.credential.model.Party;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What to award, and to whom.
 *
 * @param credentialId an absolute IRI, unique to this award
 * @param email the recipient's address; only its salted hash goes into the badge
 * @param salt makes the hash of one address differ from badge to badge
 * @param skills what the achievement is aligned with
 * @param creator who defined the achievement, where it is not left to the reader
 * @param statuses places in status lists by which the award may be revoked or suspended
 */
public record BadgeAward(
        String credentialId,
        String achievementId,
        String name,
        String description,
        String criteria,
        String email,
        String salt,
        List<AwardedSkill> skills,
        Instant validFrom,
        Optional<Instant> validUntil,
        Optional<Party> creator,
        List<AwardedStatus> statuses) {

    /**
     * One alignment of the achievement.
     *
     * @param level what the recipient reached, 1 to 5, as a rubric result; empty for no result
     */
    public record AwardedSkill(Alignment alignment, OptionalInt level) {

        public AwardedSkill {
            if (level.isPresent() && (level.getAsInt() < 1 || level.getAsInt() > 5)) {
                throw new IllegalArgumentException(
                        "a level must be between 1 and 5, but is " + level.getAsInt());
            }
        }
    }

    /**
     * A place in a status list.
     *
     * @param list the address at which the list is published
     * @param index which status of the list is this award's
     */
    public record AwardedStatus(StatusPurpose purpose, String list, int index) {

        public AwardedStatus {
            if (index < 0 || index >= StatusListIssuer.LENGTH) {
                throw new IllegalArgumentException(
                        "an index must be below " + StatusListIssuer.LENGTH + ", but is " + index);
            }
        }
    }

    public BadgeAward {
        skills = List.copyOf(skills);
        statuses = List.copyOf(statuses);
    }

    /** An award without skills, end or creator; the {@code with} methods add them. */
    public static BadgeAward of(
            String credentialId,
            String achievementId,
            String name,
            String email,
            String salt,
            Instant validFrom) {
        return new BadgeAward(
                credentialId,
                achievementId,
                name,
                name + ", shown by examination.",
                "The holder passed the examination for " + name + ".",
                email,
                salt,
                List.of(),
                validFrom,
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /** This award with one skill more. */
    public BadgeAward withSkill(String targetUrl, String targetName, OptionalInt level) {
        var alignment =
                new Alignment(
                        targetName,
                        targetUrl,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        var more = new ArrayList<>(skills);
        more.add(new AwardedSkill(alignment, level));
        return with(more, validUntil, creator, statuses);
    }

    public BadgeAward withValidUntil(Instant end) {
        return with(skills, Optional.of(end), creator, statuses);
    }

    public BadgeAward withCreator(Party party) {
        return with(skills, validUntil, Optional.of(party), statuses);
    }

    /** This award with one place in a status list more. */
    public BadgeAward withStatus(StatusPurpose purpose, String list, int index) {
        var more = new ArrayList<>(statuses);
        more.add(new AwardedStatus(purpose, list, index));
        return with(skills, validUntil, creator, more);
    }

    private BadgeAward with(
            List<AwardedSkill> newSkills,
            Optional<Instant> newEnd,
            Optional<Party> newCreator,
            List<AwardedStatus> newStatuses) {
        return new BadgeAward(
                credentialId,
                achievementId,
                name,
                description,
                criteria,
                email,
                salt,
                newSkills,
                validFrom,
                newEnd,
                newCreator,
                newStatuses);
    }
}
