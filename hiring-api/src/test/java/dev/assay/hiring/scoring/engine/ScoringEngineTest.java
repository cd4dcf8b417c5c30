package dev.assay.hiring.scoring.engine;

import static dev.assay.hiring.scoring.engine.Item.badge;
import static dev.assay.hiring.scoring.engine.Item.ref;
import static dev.assay.hiring.scoring.engine.Item.workSample;
import static dev.assay.hiring.scoring.engine.Job.PYTHON;
import static dev.assay.hiring.scoring.engine.Job.SQL;
import static dev.assay.hiring.scoring.engine.Job.STATISTICS;
import static dev.assay.hiring.scoring.engine.Job.job;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ScoringEngineTest {

    @Nested
    class Formula {

        @Test
        void twoShortItemsOfDifferentGroupsReinforceEachOther() {
            RequirementScore sql =
                    job().needs(SQL, 3, 4).only(badge(1).shows(SQL, 2), badge(2).shows(SQL, 2));

            assertThat(sql.strength().value()).isEqualTo("0.3525");
            assertThat(sql.points().value()).isEqualTo("35.2500");
            assertThat(sql.state()).isEqualTo(RequirementState.NOT_SHOWN);
        }

        @Test
        void oneItemAtTheLevelRequiredProvesAll() {
            ScoreResult result = job().needs(SQL, 3, 4).score(badge(1).shows(SQL, 4));

            assertThat(result.score()).isEqualTo(new Points(1_000_000));
            assertThat(result.requirements().getFirst().state()).isEqualTo(RequirementState.MET);
        }

        @Test
        void trustedIssuerWithUnstatedAssessmentReachesSixtyFour() {
            ScoreResult result =
                    job().needs(SQL, 1)
                            .score(
                                    badge(1).tier(AuthorityTier.TRUSTED)
                                            .assessment(AssessmentMode.NOT_STATED)
                                            .shows(SQL));

            assertThat(value(result.score())).isEqualTo("64.0000");
            assertThat(result.requirements().getFirst().strength().rounded()).isEqualTo("0.6400");
        }

        @Test
        void theWorkSampleOfTheEmployerCountsFully() {
            assertThat(value(job().needs(SQL, 1).score(workSample(1).shows(SQL)).score()))
                    .isEqualTo("100.0000");
        }

        @Test
        void weighsRequirementsByImportance() {
            ScoreResult result = job().needs(SQL, 5).needs(PYTHON, 1).score(badge(1).shows(SQL));

            assertThat(value(result.score())).isEqualTo("83.3333");
            assertThat(result.requirements())
                    .extracting(r -> r.maxPoints().value())
                    .containsExactly(new BigDecimal("83.3333"), new BigDecimal("16.6667"));
        }

        @Test
        void roundsOnceHalfToEven() {
            // 100 × 0.00005 is 0.005, exact; a half in the fifth place needs 0.0000005 and
            // 0.0000015.
            assertThat(Points.outOf(1, new BigDecimal("0.0000005"))).isEqualTo(new Points(0));
            assertThat(Points.outOf(1, new BigDecimal("0.0000015"))).isEqualTo(new Points(2));
            assertThat(Points.outOf(1, new BigDecimal("0.00000051"))).isEqualTo(new Points(1));
            assertThat(Points.outOf(3, BigDecimal.TWO)).isEqualTo(new Points(666_667));
        }

        @Test
        void aThirdGroupIsShownAndAddsNothing() {
            Item known = badge(3).tier(AuthorityTier.KNOWN).shows(SQL, new Alignment.Broader());
            Job job = job().needs(SQL, 3, 4);

            RequirementScore two = job.only(badge(1).shows(SQL, 2), badge(2).shows(SQL, 2));
            RequirementScore three =
                    job.only(badge(1).shows(SQL, 2), badge(2).shows(SQL, 2), known);

            assertThat(three.evidence()).hasSize(3);
            assertThat(three.strength()).isEqualTo(two.strength());
        }

        @Test
        void takesTheBestOfSeveralAlignmentsOfOneItem() {
            RequirementScore sql =
                    job().needs(SQL, 1)
                            .only(badge(1).shows(SQL, new Alignment.Broader()).shows(SQL));

            assertThat(sql.evidence()).hasSize(1);
            assertThat(sql.strength().rounded()).isEqualTo("1.0000");
        }
    }

    @Nested
    class Lanes {

        @Test
        void whoOfferedNothingHasNoScoreAndALaneOfTheirOwn() {
            ScoreResult result = job().mustHave(SQL, 1).score();

            assertThat(result.lane()).isEqualTo(Lane.NO_EVIDENCE);
            assertThat(result.score()).isNull();
            assertThat(result.potential()).isNull();
            assertThat(result.mustHaves()).isEqualTo(MustHaves.NOT_SHOWN);
        }

        @Test
        void forgedEvidenceIsRankedWithNothing() {
            ScoreResult result =
                    job().needs(SQL, 1)
                            .score(badge(1).ignored(IgnoreReason.PROOF_FAILED).shows(SQL));

            assertThat(result.lane()).isEqualTo(Lane.RANKED);
            assertThat(result.score()).isEqualTo(new Points(0));
        }

        @Test
        void aJobWithoutRequirementsMeasuresNobody() {
            ScoreResult result = job().score(badge(1).shows(SQL));

            assertThat(result.lane()).isEqualTo(Lane.RANKED);
            assertThat(result.score()).isNull();
            assertThat(result.mustHaves()).isEqualTo(MustHaves.NONE);
        }
    }

    @Nested
    class Reasons {

        private final Job job = job().needs(SQL, 1);

        @Test
        void everyReasonOfVerificationIsPassedOn() {
            for (IgnoreReason reason : IgnoreReason.values()) {
                if (reason.comesWithTheItem()) {
                    assertIgnored(badge(1).shows(SQL).ignored(reason), reason);
                }
            }
        }

        @Test
        void anUnregisteredIssuerCountsNothing() {
            assertIgnored(
                    badge(1).tier(AuthorityTier.UNKNOWN).shows(SQL), IgnoreReason.ISSUER_UNKNOWN);
        }

        @Test
        void aBlockedIssuerCountsNothing() {
            assertIgnored(
                    badge(1).tier(AuthorityTier.BLOCKED).shows(SQL), IgnoreReason.ISSUER_BLOCKED);
        }

        @Test
        void aFailedProofOutweighsAnUnknownIssuer() {
            assertIgnored(
                    badge(1).tier(AuthorityTier.UNKNOWN)
                            .ignored(IgnoreReason.PROOF_FAILED)
                            .shows(SQL),
                    IgnoreReason.PROOF_FAILED);
        }

        @Test
        void anItemAboutSomethingElseIsNotAligned() {
            assertIgnored(badge(1).shows(PYTHON), IgnoreReason.NO_ALIGNED_SKILL);
            assertIgnored(badge(1), IgnoreReason.NO_ALIGNED_SKILL);
        }

        @Test
        void aDoubtAboutAMerelyKnownIssuerIsNotLeftOpen() {
            assertIgnored(
                    badge(1).tier(AuthorityTier.KNOWN)
                            .open(IgnoreReason.COULD_NOT_CHECK)
                            .shows(SQL),
                    IgnoreReason.COULD_NOT_CHECK);
            assertIgnored(
                    badge(1).tier(AuthorityTier.KNOWN).shows(SQL, new Alignment.Unconfirmed()),
                    IgnoreReason.MAPPING_UNCONFIRMED);
        }

        @Test
        void theWeakerItemOfAGroupIsNamedAsSuch() {
            RequirementScore sql =
                    job.only(
                            badge(1).group("college").shows(SQL),
                            badge(2).group("college").shows(SQL, new Alignment.Broader()));

            assertThat(sql.evidence()).extracting(ScoredEvidence::item).containsExactly(ref(1));
            assertThat(sql.ignored())
                    .containsExactly(new IgnoredItem(ref(2), IgnoreReason.SAME_GROUP));
        }

        @Test
        void equalItemsOfAGroupAreDecidedByTheirReference() {
            RequirementScore sql =
                    job.only(
                            badge(8).group("college").shows(SQL),
                            badge(3).group("college").shows(SQL));

            assertThat(sql.evidence()).extracting(ScoredEvidence::item).containsExactly(ref(3));
        }

        @Test
        void theEngineDoesNotLetCallersUseItsOwnReasons() {
            assertThatThrownBy(() -> new Standing.Ignored(IgnoreReason.SAME_GROUP))
                    .hasMessageContaining("same-group");
            assertThatThrownBy(() -> new Standing.Open(IgnoreReason.REVOKED))
                    .hasMessageContaining("revoked");
        }

        private void assertIgnored(Item item, IgnoreReason reason) {
            RequirementScore sql = job.only(item);
            assertThat(sql.evidence()).isEmpty();
            assertThat(sql.ignored()).containsExactly(new IgnoredItem(ref(1), reason));
            assertThat(sql.potential()).isEqualTo(Strength.NONE);
        }
    }

    @Nested
    class OpenItems {

        private final Job job = job().mustHave(SQL, 1, 3);

        @Test
        void enterThePotentialAndNotTheScore() {
            ScoreResult result =
                    job.score(badge(1).open(IgnoreReason.COULD_NOT_CHECK).shows(SQL, 3));

            assertThat(value(result.score())).isEqualTo("0.0000");
            assertThat(value(result.potential())).isEqualTo("100.0000");
            assertThat(result.mustHaves()).isEqualTo(MustHaves.OPEN);
        }

        @Test
        void standBesideTheCountedItemOfTheirGroupOnlyWhenBetter() {
            Item counted = badge(1).group("college").shows(SQL, 2);
            Item open = badge(2).group("college").open(IgnoreReason.EMAIL_UNCONFIRMED);

            RequirementScore better = job.only(counted, open.shows(SQL, 3));
            assertThat(better.evidence())
                    .extracting(ScoredEvidence::item)
                    .containsExactly(ref(2), ref(1));
            assertThat(better.strength().rounded()).isEqualTo("0.6000");
            assertThat(better.potential().rounded()).isEqualTo("1.0000");

            RequirementScore equal = job.only(counted, open.shows(SQL, 2));
            assertThat(equal.ignored())
                    .containsExactly(new IgnoredItem(ref(2), IgnoreReason.SAME_GROUP));
            assertThat(equal.potential()).isEqualTo(equal.strength());
        }

        @Test
        void anUnconfirmedMappingOfATrustedIssuerIsReadAsIfConfirmed() {
            ScoredEvidence evidence =
                    job().needs(SQL, 1).evidence(badge(1).shows(SQL, new Alignment.Unconfirmed()));

            assertThat(evidence.openBecause()).isEqualTo(IgnoreReason.MAPPING_UNCONFIRMED);
            assertThat(evidence.factors().alignment()).isEqualTo(BasisPoints.FULL);
        }

        @Test
        void oneItemMayCountInOneWayAndStandOpenInABetterOne() {
            RequirementScore sql =
                    job().needs(SQL, 1)
                            .only(
                                    badge(1).shows(SQL, new Alignment.Broader())
                                            .shows(SQL, new Alignment.Unconfirmed()));

            assertThat(sql.evidence())
                    .extracting(ScoredEvidence::open)
                    .containsExactly(true, false);
            assertThat(sql.ignored()).isEmpty();
            assertThat(sql.strength().rounded()).isEqualTo("0.5000");
            assertThat(sql.potential().rounded()).isEqualTo("1.0000");
        }
    }

    @Nested
    class MustHaveStates {

        private final Job job = job().mustHave(SQL, 5, 3);

        @Test
        void areMetByOneTrustedItemAtTheLevelHoweverAssessed() {
            Item trusted = badge(1).tier(AuthorityTier.TRUSTED);
            assertThat(
                            job.score(
                                            trusted.assessment(AssessmentMode.NOT_STATED)
                                                    .shows(SQL, new Alignment.Narrower(2), 3))
                                    .mustHaves())
                    .isEqualTo(MustHaves.MET);
        }

        @Test
        void areNotMetByAKnownIssuer() {
            assertNotShown(badge(1).tier(AuthorityTier.KNOWN).shows(SQL, 5));
        }

        @Test
        void areNotMetByABroaderSkill() {
            assertNotShown(badge(1).shows(SQL, new Alignment.Broader(), 5));
        }

        @Test
        void areNotMetOneLevelBelow() {
            assertNotShown(badge(1).shows(SQL, 2));
        }

        @Test
        void areNotMetByOneSkillOfALongList() {
            assertNotShown(badge(1).listing(6).shows(SQL, 3));
        }

        @Test
        void areNotMetByManySmallItemsTogether() {
            assertThat(job.score(badge(1).shows(SQL, 2), badge(2).shows(SQL, 2)).mustHaves())
                    .isEqualTo(MustHaves.NOT_SHOWN);
        }

        @Test
        void areNotShownAsSoonAsOneIsMissing() {
            Job two = job.mustHave(PYTHON, 1).needs(STATISTICS, 1);
            assertThat(two.score(badge(1).shows(SQL, 3)).mustHaves())
                    .isEqualTo(MustHaves.NOT_SHOWN);
            assertThat(two.score(badge(1).shows(SQL, 3).shows(PYTHON)).mustHaves())
                    .isEqualTo(MustHaves.MET);
        }

        @Test
        void areNoneInAJobWithoutThem() {
            assertThat(job().needs(SQL, 1).score(badge(1).shows(SQL)).mustHaves())
                    .isEqualTo(MustHaves.NONE);
        }

        private void assertNotShown(Item item) {
            assertThat(job.score(item).mustHaves()).isEqualTo(MustHaves.NOT_SHOWN);
        }
    }

    @Nested
    class Counterfactuals {

        @Test
        void nameBothRoadsForEachRequirement() {
            ScoreResult result = job().needs(SQL, 3, 4).needs(PYTHON, 1).score();

            assertThat(result.counterfactuals())
                    .containsExactly(
                            counterfactual(SQL, "48", Counterfactual.Road.TRUSTED_CREDENTIAL),
                            counterfactual(SQL, "75", Counterfactual.Road.WORK_SAMPLE),
                            counterfactual(PYTHON, "16", Counterfactual.Road.TRUSTED_CREDENTIAL),
                            counterfactual(PYTHON, "25", Counterfactual.Road.WORK_SAMPLE));
        }

        @Test
        void countAsASecondVoiceWhereOneIsHeardAlready() {
            ScoreResult result = job().needs(SQL, 1, 4).score(badge(1).shows(SQL, 2));

            // 0.64 leads then, and the 0.3 of before becomes the second voice: 0.64 + 0.36·0.3/4.
            assertThat(result.counterfactuals())
                    .contains(counterfactual(SQL, "36.7", Counterfactual.Road.TRUSTED_CREDENTIAL));
        }

        @Test
        void leaveOutWhatWouldGainNothing() {
            assertThat(job().needs(SQL, 1).score(workSample(1).shows(SQL)).counterfactuals())
                    .isEmpty();
        }

        private Counterfactual counterfactual(
                SkillRef skill, String gain, Counterfactual.Road road) {
            int points = new BigDecimal(gain).movePointRight(4).intValueExact();
            return new Counterfactual(skill, new Points(points), road);
        }
    }

    @Test
    void carriesPolicyEngineVersionAndSubmissionDate() {
        ScoreResult result = job().needs(SQL, 1).score(badge(1).shows(SQL));

        assertThat(result.policy()).isEqualTo(new PolicyRef("standard", 1));
        assertThat(result.engineVersion()).isEqualTo(1);
        assertThat(result.submittedOn()).isEqualTo(Job.SUBMITTED_ON);
    }

    @Test
    void refusesTheSameItemTwice() {
        assertThatThrownBy(() -> job().needs(SQL, 1).score(badge(1), badge(1)))
                .hasMessageContaining("given twice");
    }

    private static BigDecimal value(@Nullable Points points) {
        assertThat(points).isNotNull();
        return Objects.requireNonNull(points).value();
    }
}
