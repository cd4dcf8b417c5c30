package dev.assay.hiring.scoring.engine;

import static dev.assay.hiring.scoring.engine.Item.badge;
import static dev.assay.hiring.scoring.engine.Job.SQL;
import static dev.assay.hiring.scoring.engine.Job.job;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactorEdgesTest {

    private final Job anyLevel = job().needs(SQL, 1);

    @ParameterizedTest
    @CsvSource({"RECOGNISED,10000", "TRUSTED,8000", "KNOWN,4000"})
    void authorityFollowsTheTier(AuthorityTier tier, int expected) {
        assertThat(anyLevel.evidence(badge(1).tier(tier).shows(SQL)).factors().authority())
                .isEqualTo(new BasisPoints(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "SUPERVISED_WITH_IDENTITY,10000",
        "SUPERVISED,9000",
        "UNSUPERVISED,8000",
        "NOT_STATED,8000"
    })
    void assessmentFollowsTheMode(AssessmentMode mode, int expected) {
        assertThat(anyLevel.evidence(badge(1).assessment(mode).shows(SQL)).factors().assessment())
                .isEqualTo(new BasisPoints(expected));
    }

    @Nested
    class Levels {

        @ParameterizedTest
        @CsvSource({"5,10000", "4,10000", "3,6000", "2,3000", "1,0"})
        void fallStepByStepBelowTheLevelRequired(int shown, int expected) {
            ScoredEvidence evidence = job().needs(SQL, 1, 4).evidence(badge(1).shows(SQL, shown));

            assertThat(evidence.factors().level()).isEqualTo(new BasisPoints(expected));
            assertThat(evidence.meets()).isEqualTo(shown >= 4);
            assertThat(evidence.levelUnstated()).isFalse();
        }

        @ParameterizedTest
        @CsvSource({"1,10000", "2,6000", "3,3000", "4,0"})
        void unstatedCountAsLevelOneAndSaySo(int required, int expected) {
            ScoredEvidence evidence = job().needs(SQL, 1, required).evidence(badge(1).shows(SQL));

            assertThat(evidence.factors().level()).isEqualTo(new BasisPoints(expected));
            assertThat(evidence.levelUnstated()).isTrue();
        }

        @Test
        void doNotMatterWhereNoneIsRequired() {
            ScoredEvidence evidence = anyLevel.evidence(badge(1).shows(SQL));

            assertThat(evidence.factors().level()).isEqualTo(BasisPoints.FULL);
            assertThat(evidence.levelUnstated()).isFalse();
        }
    }

    @Nested
    class Alignments {

        @Test
        void countByKind() {
            assertThat(alignment(new Alignment.Exact())).isEqualTo(10_000);
            assertThat(alignment(Item.mapped(10_000))).isEqualTo(10_000);
            assertThat(alignment(Item.mapped(9_999))).isEqualTo(9_999);
            assertThat(alignment(Item.mapped(1))).isEqualTo(1);
            assertThat(alignment(new Alignment.Crosswalk())).isEqualTo(9_000);
            assertThat(alignment(new Alignment.Narrower(1))).isEqualTo(9_000);
            assertThat(alignment(new Alignment.Narrower(2))).isEqualTo(9_000);
            assertThat(alignment(new Alignment.Broader())).isEqualTo(5_000);
        }

        @Test
        void endAfterTwoStepsDown() {
            assertThat(anyLevel.only(badge(1).shows(SQL, new Alignment.Narrower(3))).ignored())
                    .extracting(IgnoredItem::reason)
                    .containsExactly(IgnoreReason.NO_ALIGNED_SKILL);
        }

        private int alignment(Alignment kind) {
            return anyLevel.evidence(badge(1).shows(SQL, kind)).factors().alignment().value();
        }
    }

    @Nested
    class LongLists {

        @ParameterizedTest
        @CsvSource({"4,10000", "5,10000", "6,5000", "60,5000"})
        void countHalfFromTheSixthSkillOn(int listed, int expected) {
            assertThat(alignment(badge(1).shows(SQL).listing(listed))).isEqualTo(expected);
        }

        @Test
        void spareASkillWithItsOwnResult() {
            Item item = badge(1).shows(new SkillShown(SQL, new Alignment.Exact(), null, true));
            assertThat(alignment(item.listing(6))).isEqualTo(10_000);
        }

        @Test
        void spareWhatThisEmployerConfirmed() {
            assertThat(alignment(badge(1).shows(SQL, Item.mapped(10_000)).listing(6)))
                    .isEqualTo(10_000);
        }

        @Test
        void neverRaiseAnAlignment() {
            assertThat(alignment(badge(1).shows(SQL, new Alignment.Broader()).listing(6)))
                    .isEqualTo(5_000);
        }

        private int alignment(Item item) {
            return anyLevel.evidence(item).factors().alignment().value();
        }
    }

    @Nested
    class Limiting {

        @Test
        void isTheSmallestFactorAlsoWhenItIsTheAuthority() {
            assertThat(limiting(badge(1).tier(AuthorityTier.KNOWN).shows(SQL)))
                    .isEqualTo(Factor.AUTHORITY);
            assertThat(limiting(badge(1).assessment(AssessmentMode.SUPERVISED).shows(SQL)))
                    .isEqualTo(Factor.ASSESSMENT);
            assertThat(limiting(badge(1).shows(SQL, new Alignment.Broader())))
                    .isEqualTo(Factor.ALIGNMENT);
            assertThat(job().needs(SQL, 1, 4).evidence(badge(1).shows(SQL, 3)).limiting())
                    .isEqualTo(Factor.LEVEL);
        }

        @Test
        void namesWhatTheCandidateCanChangeFirstOnATie() {
            Item tied =
                    badge(1).tier(AuthorityTier.TRUSTED).assessment(AssessmentMode.UNSUPERVISED);
            assertThat(limiting(tied.shows(SQL))).isEqualTo(Factor.ASSESSMENT);
            assertThat(
                            limiting(
                                    badge(1).assessment(AssessmentMode.SUPERVISED)
                                            .shows(SQL, new Alignment.Crosswalk())))
                    .isEqualTo(Factor.ALIGNMENT);
        }

        @Test
        void isNoneWhenEveryFactorIsFull() {
            assertThat(limiting(badge(1).shows(SQL))).isEqualTo(Factor.NONE);
        }

        private Factor limiting(Item item) {
            return anyLevel.evidence(item).limiting();
        }
    }

    @Nested
    class RecencyOptIn {

        private final Job dated =
                job().mustHave(SQL, 1)
                        .under(
                                withRecency(
                                        new Recency(
                                                List.of(
                                                        new Recency.Step(
                                                                24, new BasisPoints(7_000)),
                                                        new Recency.Step(
                                                                60, new BasisPoints(2_000))))));

        @Test
        void isOffByDefault() {
            ScoredEvidence evidence =
                    anyLevel.evidence(badge(1).shows(SQL).achievedOn("1990-01-01"));

            assertThat(evidence.factors().recency()).isNull();
            assertThat(evidence.strength().rounded()).isEqualTo("1.0000");
        }

        @ParameterizedTest
        @CsvSource({
            "2024-11-25,10000", // one day short of 24 months
            "2024-11-24,7000",
            "2021-11-25,7000", // one day short of 60 months
            "2021-11-24,2000",
            "2027-01-01,10000" // achieved after submission
        })
        void countsWholeMonthsUpToTheSubmission(String achievedOn, int expected) {
            ScoredEvidence evidence = dated.evidence(badge(1).shows(SQL).achievedOn(achievedOn));

            assertThat(evidence.factors().recency()).isEqualTo(new BasisPoints(expected));
        }

        @Test
        void takesAnItemWithoutADateAsTheOldest() {
            ScoredEvidence evidence = dated.evidence(badge(1).shows(SQL));

            assertThat(evidence.factors().recency()).isEqualTo(new BasisPoints(2_000));
            assertThat(evidence.limiting()).isEqualTo(Factor.RECENCY);
        }

        @Test
        void neverAffectsMustHaves() {
            ScoreResult old = dated.score(badge(1).shows(SQL).achievedOn("1990-01-01"));
            assertThat(old.mustHaves()).isEqualTo(MustHaves.MET);

            ScoreResult outshone =
                    dated.score(
                            badge(1).group("g").shows(SQL).achievedOn("1990-01-01"),
                            badge(2).group("g")
                                    .tier(AuthorityTier.KNOWN)
                                    .shows(SQL)
                                    .achievedOn("2026-01-01"));
            assertThat(outshone.mustHaves()).isEqualTo(MustHaves.MET);
        }
    }

    private static ScoringPolicy withRecency(Recency recency) {
        ScoringPolicy p = ScoringPolicy.standard();
        return new ScoringPolicy(
                new PolicyRef("dated", 1),
                p.tiers(),
                p.alignments(),
                p.levels(),
                p.assessments(),
                p.mustHaveAlignment(),
                p.secondVoice(),
                Map.of(SQL, recency));
    }
}
