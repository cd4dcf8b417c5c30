package dev.assay.hiring.scoring.engine;

import java.util.Map;

/**
 * Every number the formula uses. A policy is immutable and versioned; a score keeps the reference
 * of the one it was made with.
 *
 * <p>Some things no policy can change, because the product stands on them: unknown and blocked
 * issuers, unconfirmed alignments and unverified items count nothing, only trusted issuers meet a
 * must-have, and a broader skill never does. Policies that would reward less proof with more points
 * are refused.
 *
 * @param mustHaveAlignment the alignment an item needs to meet a requirement
 * @param secondVoice the part of the remaining doubt that a second, independent group may remove
 * @param recency the skills for which the age of an item counts; empty by default
 */
public record ScoringPolicy(
        PolicyRef ref,
        Tiers tiers,
        Alignments alignments,
        Levels levels,
        Assessments assessments,
        BasisPoints mustHaveAlignment,
        BasisPoints secondVoice,
        Map<SkillRef, Recency> recency) {

    public ScoringPolicy {
        recency = Map.copyOf(recency);
        if (alignments.broader().atLeast(mustHaveAlignment)) {
            throw new IllegalArgumentException("a broader skill must never meet a requirement");
        }
    }

    /** What each tier of authority counts. */
    public record Tiers(
            BasisPoints recognised, BasisPoints trusted, BasisPoints known, BasisPoints employer) {
        public Tiers {
            requireFalling("tiers", recognised, trusted, known);
        }

        BasisPoints of(AuthorityTier tier) {
            return switch (tier) {
                case BLOCKED, UNKNOWN -> BasisPoints.NONE;
                case KNOWN -> known;
                case TRUSTED -> trusted;
                case RECOGNISED -> recognised;
                case EMPLOYER -> employer;
            };
        }
    }

    /**
     * What each alignment counts.
     *
     * @param narrowerSteps how many steps below the required skill still count as narrower
     * @param manySkills an item listing more skills than this is a list rather than a proof
     * @param manySkillsCap what a skill of such an item counts at most unless it has a result of
     *     its own or is confirmed
     */
    public record Alignments(
            BasisPoints exact,
            BasisPoints mapped,
            BasisPoints crosswalk,
            BasisPoints narrower,
            int narrowerSteps,
            BasisPoints broader,
            int manySkills,
            BasisPoints manySkillsCap) {}

    /** What a level counts, by how far it falls short; further below counts nothing. */
    public record Levels(BasisPoints reached, BasisPoints oneBelow, BasisPoints twoBelow) {
        public Levels {
            requireFalling("levels", reached, oneBelow, twoBelow);
        }

        BasisPoints of(Level required, Level shown) {
            int missing = required.value() - shown.value();
            if (missing <= 0) {
                return reached;
            }
            return switch (missing) {
                case 1 -> oneBelow;
                case 2 -> twoBelow;
                default -> BasisPoints.NONE;
            };
        }
    }

    /** What each way of watching a performance counts. */
    public record Assessments(
            BasisPoints withIdentity, BasisPoints supervised, BasisPoints unsupervised) {
        public Assessments {
            requireFalling("assessments", withIdentity, supervised, unsupervised);
        }

        BasisPoints of(AssessmentMode mode) {
            return switch (mode) {
                case SUPERVISED_WITH_IDENTITY -> withIdentity;
                case SUPERVISED -> supervised;
                case UNSUPERVISED, NOT_STATED -> unsupervised;
            };
        }
    }

    /** Version 1 of the policy every employer starts with. */
    public static ScoringPolicy standard() {
        return new ScoringPolicy(
                new PolicyRef("standard", 1),
                new Tiers(bp(10_000), bp(8_000), bp(4_000), bp(10_000)),
                new Alignments(
                        bp(10_000), bp(10_000), bp(9_000), bp(9_000), 2, bp(5_000), 5, bp(5_000)),
                new Levels(bp(10_000), bp(6_000), bp(3_000)),
                new Assessments(bp(10_000), bp(9_000), bp(8_000)),
                bp(9_000),
                bp(2_500),
                Map.of());
    }

    private static BasisPoints bp(int value) {
        return new BasisPoints(value);
    }

    private static void requireFalling(
            String what, BasisPoints first, BasisPoints second, BasisPoints third) {
        if (!first.atLeast(second) || !second.atLeast(third)) {
            throw new IllegalArgumentException(
                    what + " must not count less proof for more: " + first + second + third);
        }
    }
}
