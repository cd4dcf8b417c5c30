package dev.assay.hiring.sample;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * One badge of an applicant.
 *
 * @param what happened to it between its award and the application
 * @param level 0 when it states none
 */
record SampleBadge(SampleIssuer issuer, SampleSkill skill, int level, Fate fate) {

    static final Duration AGE = Duration.ofDays(200);

    /** What may befall a badge; what keeps it from counting is said of each. */
    enum Fate {
        GENUINE,
        /** Handed in as a signed token instead of a signed document. */
        AS_TOKEN,
        /** Handed in together with the one of lower level that it replaced. */
        REISSUED,
        EXPIRED,
        NOT_YET_VALID,
        /** The level was raised after signing. */
        ALTERED,
        /** Signed with a key that is not the issuer's. */
        FOREIGN_KEY,
        /** Awarded to another address. */
        SOMEBODY_ELSES,
        /** The achievement is another organisation's, which nobody allowed this one to award. */
        WITHOUT_AUTHORITY,
        /** Taken back by its issuer: its place in the revocation list is set. */
        REVOKED,
        /** Out of force for a while: its place in the suspension list is set. */
        SUSPENDED,
        /** On both lists, and set in neither. */
        ON_LISTS,
        /** Names a status list that nobody can reach. */
        UNREACHABLE_LIST,
        /** In a format that is recognised and not supported. */
        OTHER_FORMAT
    }

    static SampleBadge of(SampleIssuer issuer, SampleSkill skill, int level) {
        return new SampleBadge(issuer, skill, level, Fate.GENUINE);
    }

    static SampleBadge of(SampleIssuer issuer, SampleSkill skill) {
        return of(issuer, skill, 0);
    }

    SampleBadge but(Fate other) {
        return new SampleBadge(issuer, skill, level, other);
    }

    SampleBadge atLevel(int other) {
        return new SampleBadge(issuer, skill, other, fate);
    }

    OptionalInt statedLevel() {
        return level == 0 ? OptionalInt.empty() : OptionalInt.of(level);
    }
}
