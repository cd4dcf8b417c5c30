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
        Optional<Party> creator) {

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

    public BadgeAward {
        skills = List.copyOf(skills);
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
                Optional.empty());
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
        return new BadgeAward(
                credentialId,
                achievementId,
                name,
                description,
                criteria,
                email,
                salt,
                more,
                validFrom,
                validUntil,
                creator);
    }

    public BadgeAward withValidUntil(Instant end) {
        return new BadgeAward(
                credentialId,
                achievementId,
                name,
                description,
                criteria,
                email,
                salt,
                skills,
                validFrom,
                Optional.of(end),
                creator);
    }

    public BadgeAward withCreator(Party party) {
        return new BadgeAward(
                credentialId,
                achievementId,
                name,
                description,
                criteria,
                email,
                salt,
                skills,
                validFrom,
                validUntil,
                Optional.of(party));
    }
}
