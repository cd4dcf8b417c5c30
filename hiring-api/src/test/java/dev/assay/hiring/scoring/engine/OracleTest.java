package dev.assay.hiring.scoring.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A second reckoning of the scoring model, written from its page and not from the engine: fractions
 * of whole numbers, no shortcut, one rounding at the end. The two agree to the last digit.
 */
class OracleTest {

    private static final int CASES = 10_000;
    private static final LocalDate SUBMITTED = LocalDate.parse("2026-11-24");

    @Test
    void agreesWithTheEngineOnTenThousandCases() {
        SplittableRandom random = new SplittableRandom(20261126);
        int scored = 0;
        int open = 0;
        for (int i = 0; i < CASES; i++) {
            ScoringInput input = input(random);
            ScoreResult result = ScoringEngine.score(input);
            Verdict oracle = reckon(input);

            assertThat(text(result.score())).as("score of %s", input).isEqualTo(oracle.score());
            assertThat(text(result.potential()))
                    .as("potential of %s", input)
                    .isEqualTo(oracle.potential());
            assertThat(result.mustHaves().code())
                    .as("must-haves of %s", input)
                    .isEqualTo(oracle.mustHaves());
            scored += oracle.score() != null && !oracle.score().equals("0.0000") ? 1 : 0;
            open += oracle.score() != null && !oracle.score().equals(oracle.potential()) ? 1 : 0;
        }
        // Cases in which nothing counts would agree about nothing.
        assertThat(scored).isGreaterThan(CASES / 4);
        assertThat(open).isGreaterThan(CASES / 10);
    }

    // --- the page, line by line -----------------------------------------------------------------

    private static Verdict reckon(ScoringInput input) {
        int weights = 0;
        Fraction sum = Fraction.of(0, 1);
        Fraction hoped = Fraction.of(0, 1);
        String mustHaves = "none";
        for (Requirement requirement : input.requirements()) {
            int weight = requirement.importance().value();
            weights += weight;
            sum = sum.plus(strength(requirement, input, false).times(Fraction.of(weight, 1)));
            hoped = hoped.plus(strength(requirement, input, true).times(Fraction.of(weight, 1)));
            if (requirement.mustHave()) {
                mustHaves = worse(mustHaves, state(requirement, input));
            }
        }
        if (input.requirements().isEmpty() || input.evidence().isEmpty()) {
            return new Verdict(null, null, mustHaves);
        }
        Fraction hundred = Fraction.of(100, 1).over(Fraction.of(weights, 1));
        return new Verdict(sum.times(hundred).rounded(), hoped.times(hundred).rounded(), mustHaves);
    }

    /** m + (1 − m) · s / 4, m the best of all and s the best of another group. */
    private static Fraction strength(Requirement requirement, ScoringInput input, boolean hoping) {
        Map<String, Fraction> best = new HashMap<>();
        for (EvidenceItem item : input.evidence()) {
            for (SkillShown shown : item.skills()) {
                if (shown.skill().equals(requirement.skill())
                        && (counts(item, shown) || hoping && isOpen(item, shown))) {
                    best.merge(
                            item.group().reference(),
                            factor(requirement, item, shown, input),
                            Fraction::max);
                }
            }
        }
        Fraction m = Fraction.of(0, 1);
        Fraction s = Fraction.of(0, 1);
        for (Fraction one : best.values()) {
            if (one.compareTo(m) > 0) {
                s = m;
                m = one;
            } else {
                s = s.max(one);
            }
        }
        Fraction doubt = Fraction.of(1, 1).minus(m);
        return m.plus(doubt.times(s).times(Fraction.of(1, 4)));
    }

    private static Fraction factor(
            Requirement requirement, EvidenceItem item, SkillShown shown, ScoringInput input) {
        int authority =
                switch (item.tier()) {
                    case RECOGNISED, EMPLOYER -> 10_000;
                    case TRUSTED -> 8_000;
                    case KNOWN -> 4_000;
                    case UNKNOWN, BLOCKED -> 0;
                };
        int least = alignment(item, shown);
        least = Math.min(least, level(requirement.level(), shown.level()));
        least =
                Math.min(
                        least,
                        switch (item.assessment()) {
                            case SUPERVISED_WITH_IDENTITY -> 10_000;
                            case SUPERVISED -> 9_000;
                            case UNSUPERVISED, NOT_STATED -> 8_000;
                        });
        @Nullable Recency recency = input.policy().recency().get(requirement.skill());
        if (recency != null) {
            least = Math.min(least, age(item.achievedOn(), recency));
        }
        return Fraction.of((long) authority * least, 100_000_000L);
    }

    private static int alignment(EvidenceItem item, SkillShown shown) {
        boolean confirmed =
                shown.alignment() instanceof Alignment.Mapped
                        || shown.alignment() instanceof Alignment.Unconfirmed;
        int value =
                switch (shown.alignment()) {
                    case Alignment.Exact _ -> 10_000;
                    case Alignment.Mapped mapped -> mapped.factor().value();
                    case Alignment.Unconfirmed _ -> 10_000; // as if confirmed; it is only open
                    case Alignment.Crosswalk _ -> 9_000;
                    case Alignment.Narrower _ -> 9_000;
                    case Alignment.Broader _ -> 5_000;
                };
        return item.skillsListed() > 5 && !shown.ownResult() && !confirmed
                ? Math.min(value, 5_000)
                : value;
    }

    private static int level(@Nullable Level required, @Nullable Level shown) {
        if (required == null) {
            return 10_000;
        }
        int below = required.value() - (shown == null ? 1 : shown.value());
        return below <= 0 ? 10_000 : below == 1 ? 6_000 : below == 2 ? 3_000 : 0;
    }

    private static int age(@Nullable LocalDate achieved, Recency recency) {
        int value = 10_000;
        for (Recency.Step step : recency.steps()) {
            boolean old =
                    achieved == null
                            || Period.between(achieved, SUBMITTED).toTotalMonths() >= step.months();
            value = old ? step.value().value() : value;
        }
        return value;
    }

    private static boolean related(SkillShown shown) {
        return !(shown.alignment() instanceof Alignment.Narrower narrower) || narrower.steps() <= 2;
    }

    private static boolean trusted(EvidenceItem item) {
        return Set.of(AuthorityTier.TRUSTED, AuthorityTier.RECOGNISED, AuthorityTier.EMPLOYER)
                .contains(item.tier());
    }

    /** Verified, of this candidate, and nobody has to confirm anything any more. */
    private static boolean counts(EvidenceItem item, SkillShown shown) {
        return item.standing() instanceof Standing.Counted
                && related(shown)
                && !(shown.alignment() instanceof Alignment.Unconfirmed);
    }

    /** The only doubts are ours, and the issuer is trusted or better. */
    private static boolean isOpen(EvidenceItem item, SkillShown shown) {
        boolean doubt =
                item.standing() instanceof Standing.Open
                        || item.standing() instanceof Standing.Counted
                                && shown.alignment() instanceof Alignment.Unconfirmed;
        return doubt && trusted(item) && related(shown);
    }

    private static String state(Requirement requirement, ScoringInput input) {
        String state = "not-shown";
        for (EvidenceItem item : input.evidence()) {
            for (SkillShown shown : item.skills()) {
                @Nullable Level required = requirement.level();
                boolean enough =
                        required == null
                                || (shown.level() == null ? 1 : shown.level().value())
                                        >= required.value();
                boolean fits =
                        shown.skill().equals(requirement.skill())
                                && trusted(item)
                                && alignment(item, shown) >= 9_000
                                && enough;
                if (fits && counts(item, shown)) {
                    return "met";
                }
                if (fits && isOpen(item, shown)) {
                    state = "open";
                }
            }
        }
        return state;
    }

    private static String worse(String one, String other) {
        List<String> order = List.of("none", "met", "open", "not-shown");
        return order.indexOf(one) > order.indexOf(other) ? one : other;
    }

    private static @Nullable String text(@Nullable Points points) {
        return points == null ? null : points.value().toPlainString();
    }

    private record Verdict(@Nullable String score, @Nullable String potential, String mustHaves) {}

    /** A fraction of whole numbers; never rounded but once. */
    private record Fraction(BigInteger above, BigInteger below) implements Comparable<Fraction> {

        static Fraction of(long above, long below) {
            return new Fraction(BigInteger.valueOf(above), BigInteger.valueOf(below));
        }

        Fraction plus(Fraction other) {
            return new Fraction(
                    above.multiply(other.below).add(other.above.multiply(below)),
                    below.multiply(other.below));
        }

        Fraction minus(Fraction other) {
            return plus(new Fraction(other.above.negate(), other.below));
        }

        Fraction times(Fraction other) {
            return new Fraction(above.multiply(other.above), below.multiply(other.below));
        }

        Fraction over(Fraction other) {
            return new Fraction(above.multiply(other.below), below.multiply(other.above));
        }

        Fraction max(Fraction other) {
            return compareTo(other) >= 0 ? this : other;
        }

        String rounded() {
            return new BigDecimal(above)
                    .divide(new BigDecimal(below), 4, RoundingMode.HALF_EVEN)
                    .toPlainString();
        }

        @Override
        public int compareTo(Fraction other) {
            return above.multiply(other.below).compareTo(other.above.multiply(below));
        }
    }

    // --- what is drawn --------------------------------------------------------------------------

    private static ScoringInput input(SplittableRandom random) {
        List<Requirement> requirements = new ArrayList<>();
        int asked = random.nextInt(5);
        for (int i = 0; i < asked; i++) {
            requirements.add(
                    new Requirement(
                            skill(random.nextInt(4)),
                            new Importance(1 + random.nextInt(5)),
                            random.nextBoolean(),
                            level(random)));
        }
        List<EvidenceItem> evidence = new ArrayList<>();
        int offered = random.nextInt(8);
        for (int i = 0; i < offered; i++) {
            evidence.add(item(random, i));
        }
        return new ScoringInput(requirements, evidence, SUBMITTED, policy(random));
    }

    private static ScoringPolicy policy(SplittableRandom random) {
        ScoringPolicy standard = ScoringPolicy.standard();
        return random.nextInt(4) > 0
                ? standard
                : new ScoringPolicy(
                        standard.ref(),
                        standard.tiers(),
                        standard.alignments(),
                        standard.levels(),
                        standard.assessments(),
                        standard.mustHaveAlignment(),
                        standard.secondVoice(),
                        Map.of(
                                skill(0),
                                new Recency(
                                        List.of(
                                                new Recency.Step(12, new BasisPoints(7_000)),
                                                new Recency.Step(36, new BasisPoints(2_500))))));
    }

    private static EvidenceItem item(SplittableRandom random, int number) {
        EvidenceKind kind =
                random.nextInt(5) == 0 ? EvidenceKind.WORK_SAMPLE : EvidenceKind.CREDENTIAL;
        Set<SkillShown> skills = new HashSet<>();
        int shown = random.nextInt(4);
        for (int i = 0; i < shown; i++) {
            skills.add(
                    new SkillShown(
                            skill(random.nextInt(4)),
                            alignment(random),
                            level(random),
                            random.nextBoolean()));
        }
        AuthorityTier[] tiers = {
            AuthorityTier.RECOGNISED,
            AuthorityTier.TRUSTED,
            AuthorityTier.TRUSTED,
            AuthorityTier.KNOWN,
            AuthorityTier.UNKNOWN,
            AuthorityTier.BLOCKED
        };
        return new EvidenceItem(
                new ItemRef(new UUID(9, number)),
                kind,
                standing(random),
                kind.employerRecorded() ? AuthorityTier.EMPLOYER : tiers[random.nextInt(6)],
                new IndependenceGroup("group-" + random.nextInt(3)),
                AssessmentMode.values()[random.nextInt(4)],
                random.nextInt(3) == 0 ? null : SUBMITTED.minusDays(random.nextInt(2_000)),
                3 + random.nextInt(5),
                skills);
    }

    private static Standing standing(SplittableRandom random) {
        return switch (random.nextInt(6)) {
            case 0 -> new Standing.Ignored(IgnoreReason.REVOKED);
            case 1 -> new Standing.Open(IgnoreReason.COULD_NOT_CHECK);
            case 2 -> new Standing.Open(IgnoreReason.EMAIL_UNCONFIRMED);
            default -> new Standing.Counted();
        };
    }

    private static Alignment alignment(SplittableRandom random) {
        return switch (random.nextInt(8)) {
            case 0 -> Item.mapped(random.nextBoolean() ? 10_000 : random.nextInt(10_001));
            case 1 -> new Alignment.Crosswalk();
            case 2 -> new Alignment.Narrower(1 + random.nextInt(4));
            case 3 -> new Alignment.Broader();
            case 4 -> new Alignment.Unconfirmed();
            default -> new Alignment.Exact();
        };
    }

    private static @Nullable Level level(SplittableRandom random) {
        return random.nextInt(3) == 0 ? null : new Level(1 + random.nextInt(5));
    }

    private static SkillRef skill(int number) {
        return new SkillRef(new UUID(8, number));
    }
}
