package dev.assay.hiring.scoring.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** The laws of the scoring model, on drawn jobs and candidates. */
class ScoringLawsTest {

    @Property
    void scoreLiesBetweenZeroAndPotentialAndPotentialAtMostAHundred(
            @ForAll("inputs") ScoringInput input) {
        ScoreResult result = ScoringEngine.score(input);

        assertThat(points(result.score())).isBetween(0, points(result.potential()));
        assertThat(points(result.potential())).isLessThanOrEqualTo(1_000_000);
        for (RequirementScore requirement : result.requirements()) {
            assertThat(requirement.strength()).isLessThanOrEqualTo(requirement.potential());
        }
    }

    @Property
    void oneMoreItemNeverLowersAnything(
            @ForAll("inputs") ScoringInput input, @ForAll("anotherItem") EvidenceItem another) {
        assertNothingLower(
                ScoringEngine.score(input), ScoringEngine.score(with(input, List.of(another))));
    }

    @Property
    void aHigherTierNeverLowersAnything(
            @ForAll("inputs") ScoringInput input, @ForAll @IntRange(max = 5) int which) {
        assertNothingLower(
                ScoringEngine.score(input),
                ScoringEngine.score(changed(input, which, ScoringLawsTest::promoted)));
    }

    @Property
    void aHigherLevelNeverLowersAnything(
            @ForAll("inputs") ScoringInput input, @ForAll @IntRange(max = 5) int which) {
        assertNothingLower(
                ScoringEngine.score(input),
                ScoringEngine.score(changed(input, which, ScoringLawsTest::raised)));
    }

    @Property
    void settlingADoubtInTheCandidatesFavourNeverLowersAnything(
            @ForAll("inputs") ScoringInput input, @ForAll @IntRange(max = 5) int which) {
        assertNothingLower(
                ScoringEngine.score(input),
                ScoringEngine.score(
                        changed(input, which, item -> standing(item, new Standing.Counted()))));
    }

    @Property
    void theOrderOfItemsChangesNothing(
            @ForAll("inputs") ScoringInput input, @ForAll Random random) {
        List<EvidenceItem> shuffled =
                new ArrayList<>(
                        input.evidence().stream().map(i -> skillsShuffled(i, random)).toList());
        Collections.shuffle(shuffled, random);

        assertThat(ScoringEngine.score(with(input.requirements(), shuffled)))
                .isEqualTo(ScoringEngine.score(input));
    }

    @Property
    void theOrderOfRequirementsChangesOnlyTheirOrder(
            @ForAll("inputs") ScoringInput input, @ForAll Random random) {
        List<Requirement> shuffled = new ArrayList<>(input.requirements());
        Collections.shuffle(shuffled, random);
        ScoreResult before = ScoringEngine.score(input);
        ScoreResult after = ScoringEngine.score(with(shuffled, input.evidence()));

        assertThat(after.score()).isEqualTo(before.score());
        assertThat(after.potential()).isEqualTo(before.potential());
        assertThat(after.mustHaves()).isEqualTo(before.mustHaves());
        assertThat(after.inputsDigest()).isEqualTo(before.inputsDigest());
        assertThat(after.requirements()).containsExactlyInAnyOrderElementsOf(before.requirements());
    }

    @Property
    void stuffingAGroupBelowItsBestAddsNothing(
            @ForAll("inputs") ScoringInput input, @ForAll @IntRange(min = 1, max = 5) int copies) {
        List<EvidenceItem> stuffing =
                input.evidence().stream().flatMap(item -> weakerCopies(item, copies)).toList();
        ScoreResult before = ScoringEngine.score(input);
        ScoreResult after = ScoringEngine.score(with(input, stuffing));

        assertThat(after.score()).isEqualTo(before.score());
        assertThat(after.potential()).isEqualTo(before.potential());
        assertThat(after.mustHaves()).isEqualTo(before.mustHaves());
    }

    @Property
    void whatIsNotVerifiedAddsExactlyNothing(@ForAll("inputs") ScoringInput input) {
        List<EvidenceItem> verified =
                input.evidence().stream()
                        .filter(i -> i.standing() instanceof Standing.Counted)
                        .filter(i -> i.tier() != AuthorityTier.UNKNOWN)
                        .filter(i -> i.tier() != AuthorityTier.BLOCKED)
                        .map(ScoringLawsTest::withoutUnconfirmed)
                        .toList();
        ScoreResult all = ScoringEngine.score(input);
        ScoreResult onlyVerified = ScoringEngine.score(with(input.requirements(), verified));

        assertThat(points(all.score())).isEqualTo(points(onlyVerified.score()));
        assertThat(all.requirements())
                .extracting(RequirementScore::strength)
                .isEqualTo(
                        onlyVerified.requirements().stream()
                                .map(RequirementScore::strength)
                                .toList());
    }

    @Property
    void ignoredItemsAddNothingToThePotentialEither(@ForAll("inputs") ScoringInput input) {
        List<EvidenceItem> rest =
                input.evidence().stream()
                        .filter(i -> !(i.standing() instanceof Standing.Ignored))
                        .toList();

        assertThat(points(ScoringEngine.score(input).potential()))
                .isEqualTo(
                        points(ScoringEngine.score(with(input.requirements(), rest)).potential()));
    }

    @Property
    void multiplyingAllImportancesChangesNothing(
            @ForAll("lightInputs") ScoringInput input, @ForAll @IntRange(min = 2, max = 5) int by) {
        int heaviest =
                input.requirements().stream().mapToInt(r -> r.importance().value()).max().orElse(1);
        int factor = Math.min(by, 5 / heaviest);
        List<Requirement> heavier =
                input.requirements().stream().map(r -> heavier(r, factor)).toList();
        ScoreResult before = ScoringEngine.score(input);
        ScoreResult after = ScoringEngine.score(with(heavier, input.evidence()));

        assertThat(after.score()).isEqualTo(before.score());
        assertThat(after.potential()).isEqualTo(before.potential());
        assertThat(after.counterfactuals()).isEqualTo(before.counterfactuals());
        assertThat(after.requirements())
                .extracting(RequirementScore::points)
                .isEqualTo(before.requirements().stream().map(RequirementScore::points).toList());
    }

    @Property
    void withoutRequirementsThereIsNoScore(@ForAll("inputs") ScoringInput input) {
        ScoreResult result = ScoringEngine.score(with(List.of(), input.evidence()));

        assertThat(result.score()).isNull();
        assertThat(result.potential()).isNull();
        assertThat(result.mustHaves()).isEqualTo(MustHaves.NONE);
    }

    @Property
    void everyItemIsAccountedForUnderEveryRequirement(@ForAll("inputs") ScoringInput input) {
        Set<ItemRef> offered =
                input.evidence().stream().map(EvidenceItem::ref).collect(Collectors.toSet());
        for (RequirementScore requirement : ScoringEngine.score(input).requirements()) {
            Set<ItemRef> used =
                    requirement.evidence().stream()
                            .map(ScoredEvidence::item)
                            .collect(Collectors.toSet());
            List<ItemRef> ignored = requirement.ignored().stream().map(IgnoredItem::item).toList();

            assertThat(ignored).doesNotHaveDuplicates().noneMatch(used::contains);
            Set<ItemRef> both = new HashSet<>(used);
            both.addAll(ignored);
            assertThat(both).isEqualTo(offered);
        }
    }

    /** Recomputes the score as a reader of a receipt would: from the factors shown. */
    @Property
    void theFactorsShownReplayTheScoreDigitForDigit(@ForAll("inputs") ScoringInput input) {
        ScoreResult result = ScoringEngine.score(input);

        assertThat(points(result.score())).isEqualTo(recomputed(result));
    }

    @Property
    void counterfactualsComeTrue(@ForAll("inputs") ScoringInput input) {
        ScoreResult before = ScoringEngine.score(input);
        boolean oneSkillTwice =
                input.requirements().stream().map(Requirement::skill).distinct().count()
                        < input.requirements().size();
        if (oneSkillTwice) {
            return; // An item would serve both; a gain is told for each requirement alone.
        }
        for (Counterfactual gain : before.counterfactuals()) {
            ScoreResult after = ScoringEngine.score(with(input, List.of(itemOf(gain))));
            assertThat(points(after.score()) - points(before.score()))
                    .isBetween(gain.gain().tenThousandths() - 1, gain.gain().tenThousandths() + 1);
        }
    }

    @Provide
    Arbitrary<ScoringInput> inputs() {
        return Candidates.inputs(5);
    }

    @Provide
    Arbitrary<ScoringInput> lightInputs() {
        return Candidates.inputs(2);
    }

    @Provide
    Arbitrary<EvidenceItem> anotherItem() {
        return Candidates.items(100);
    }

    private static int recomputed(ScoreResult result) {
        BigDecimal sum = BigDecimal.ZERO;
        int weights = 0;
        for (RequirementScore requirement : result.requirements()) {
            List<ScoredEvidence> counted =
                    requirement.evidence().stream().filter(e -> !e.open()).toList();
            BigDecimal best = counted.isEmpty() ? BigDecimal.ZERO : strength(counted.get(0));
            BigDecimal second = counted.size() < 2 ? BigDecimal.ZERO : strength(counted.get(1));
            BigDecimal quarter = new BigDecimal("0.25");
            BigDecimal strength =
                    best.add(BigDecimal.ONE.subtract(best).multiply(second).multiply(quarter));
            int weight = requirement.requirement().importance().value();
            sum = sum.add(strength.multiply(BigDecimal.valueOf(weight)));
            weights += weight;
        }
        return weights == 0
                ? 0
                : sum.multiply(BigDecimal.valueOf(100))
                        .divide(BigDecimal.valueOf(weights), 4, RoundingMode.HALF_EVEN)
                        .movePointRight(4)
                        .intValueExact();
    }

    private static BigDecimal strength(ScoredEvidence evidence) {
        Factors f = evidence.factors();
        int weakest =
                Math.min(
                        f.alignment().value(), Math.min(f.level().value(), f.assessment().value()));
        return BigDecimal.valueOf((long) f.authority().value() * weakest, 8);
    }

    private static EvidenceItem itemOf(Counterfactual gain) {
        Item item =
                switch (gain.with()) {
                    case TRUSTED_CREDENTIAL ->
                            Item.badge(200)
                                    .tier(AuthorityTier.TRUSTED)
                                    .assessment(AssessmentMode.NOT_STATED);
                    case WORK_SAMPLE -> Item.workSample(200);
                };
        return item.group("new").shows(gain.skill(), 5).built();
    }

    private static void assertNothingLower(ScoreResult before, ScoreResult after) {
        assertThat(points(after.score())).isGreaterThanOrEqualTo(points(before.score()));
        assertThat(points(after.potential())).isGreaterThanOrEqualTo(points(before.potential()));
        for (int i = 0; i < before.requirements().size(); i++) {
            RequirementScore was = before.requirements().get(i);
            RequirementScore is = after.requirements().get(i);
            assertThat(is.strength()).isGreaterThanOrEqualTo(was.strength());
            assertThat(is.potential()).isGreaterThanOrEqualTo(was.potential());
            assertThat(rank(is.state())).isGreaterThanOrEqualTo(rank(was.state()));
        }
    }

    private static int rank(RequirementState state) {
        return switch (state) {
            case NOT_SHOWN -> 0;
            case OPEN -> 1;
            case MET -> 2;
        };
    }

    private static int points(@Nullable Points points) {
        return points == null ? 0 : points.tenThousandths();
    }

    private static ScoringInput with(List<Requirement> requirements, List<EvidenceItem> evidence) {
        return new ScoringInput(requirements, evidence, Job.SUBMITTED_ON, ScoringPolicy.standard());
    }

    private static ScoringInput with(ScoringInput input, List<EvidenceItem> more) {
        return with(
                input.requirements(),
                Stream.concat(input.evidence().stream(), more.stream()).toList());
    }

    private static ScoringInput changed(
            ScoringInput input, int which, UnaryOperator<EvidenceItem> change) {
        List<EvidenceItem> items = new ArrayList<>(input.evidence());
        if (which < items.size()) {
            items.set(which, change.apply(items.get(which)));
        }
        return with(input.requirements(), items);
    }

    private static EvidenceItem promoted(EvidenceItem item) {
        AuthorityTier higher =
                switch (item.tier()) {
                    case BLOCKED -> AuthorityTier.UNKNOWN;
                    case UNKNOWN -> AuthorityTier.KNOWN;
                    case KNOWN -> AuthorityTier.TRUSTED;
                    case TRUSTED, RECOGNISED -> AuthorityTier.RECOGNISED;
                    case EMPLOYER -> AuthorityTier.EMPLOYER;
                };
        return rebuilt(item, item.ref(), item.standing(), higher, item.skills());
    }

    private static EvidenceItem raised(EvidenceItem item) {
        Set<SkillShown> raised =
                item.skills().stream()
                        .map(s ->
                                new SkillShown(
                                        s.skill(),
                                        s.alignment(),
                                        Optional.ofNullable(s.level())
                                                .map(l -> Math.min(5, l.value() + 1))
                                                .map(Level::new)
                                                .orElse(new Level(1)),
                                        s.ownResult()))
                        .collect(Collectors.toSet());
        return rebuilt(item, item.ref(), item.standing(), item.tier(), raised);
    }

    private static EvidenceItem standing(EvidenceItem item, Standing standing) {
        return rebuilt(item, item.ref(), standing, item.tier(), item.skills());
    }

    private static EvidenceItem skillsShuffled(EvidenceItem item, Random random) {
        List<SkillShown> skills = new ArrayList<>(item.skills());
        Collections.shuffle(skills, random);
        return rebuilt(item, item.ref(), item.standing(), item.tier(), new LinkedHashSet<>(skills));
    }

    private static EvidenceItem withoutUnconfirmed(EvidenceItem item) {
        Set<SkillShown> confirmed =
                item.skills().stream()
                        .filter(s -> !(s.alignment() instanceof Alignment.Unconfirmed))
                        .collect(Collectors.toSet());
        return rebuilt(item, item.ref(), item.standing(), item.tier(), confirmed);
    }

    private static Stream<EvidenceItem> weakerCopies(EvidenceItem item, int copies) {
        return Stream.iterate(1, n -> n + 1)
                .limit(copies)
                .map(n ->
                        rebuilt(
                                item,
                                new ItemRef(new UUID(n, item.ref().id().getLeastSignificantBits())),
                                item.standing(),
                                item.tier(),
                                item.skills()));
    }

    private static EvidenceItem rebuilt(
            EvidenceItem item,
            ItemRef ref,
            Standing standing,
            AuthorityTier tier,
            Set<SkillShown> skills) {
        return new EvidenceItem(
                ref,
                item.kind(),
                standing,
                tier,
                item.group(),
                item.assessment(),
                item.achievedOn(),
                item.skillsListed(),
                skills);
    }

    private static Requirement heavier(Requirement requirement, int factor) {
        return new Requirement(
                requirement.skill(),
                new Importance(requirement.importance().value() * factor),
                requirement.mustHave(),
                requirement.level());
    }
}
