package dev.assay.trainingcost.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.assay.trainingcost.model.CredentialId;
import dev.assay.trainingcost.model.InvalidInputException;
import dev.assay.trainingcost.model.ModuleId;
import dev.assay.trainingcost.model.SkillId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SponsorPlannerTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    @Test
    void paysForTheCredentialWhenItIsCheaper() {
        var plan = planned(problem(List.of(offer("a", 100, 1, 0)), List.of(course(150, 0)), null));

        assertThat(plan.cost()).isCloseTo(100, within(1e-9));
        assertThat(plan.proof()).isEqualTo(SponsorPlan.Proof.BEST);
        assertThat(plan.gap()).isZero();
        assertThat(plan.choices().getFirst().sponsored()).containsExactly(new CredentialId("a"));
    }

    @Test
    void likelyFailureMakesACredentialDearer() {
        var plan =
                planned(problem(List.of(offer("a", 100, 0.5, 0)), List.of(course(150, 0)), null));

        assertThat(plan.cost()).isCloseTo(150, within(1e-9));
        assertThat(plan.choices().getFirst().trained()).containsExactly(new ModuleId("course"));
    }

    @Test
    void sessionCostCountsOnceForAll() {
        var course =
                new SponsorCase.Course(new ModuleId("c"), 10, 150, 12, Set.of(skill(0)), false);
        var one = new SponsorCase(List.of(offer("a", 100, 1, 0)), List.of(course), needs(1), null);
        var two = new SponsorCase(List.of(offer("a", 100, 1, 0)), List.of(course), needs(2), null);

        assertThat(planned(one).cost()).isCloseTo(100, within(1e-9));
        assertThat(planned(two).cost()).isCloseTo(170, within(1e-9));
    }

    @Test
    void budgetLimitsCredentialsOnly() {
        var plan = planned(problem(List.of(offer("a", 100, 1, 0)), List.of(course(150, 0)), 99.0));

        assertThat(plan.cost()).isCloseTo(150, within(1e-9));
    }

    @Test
    void saysWhenTheBudgetCannotSuffice() {
        assertThat(
                        SponsorPlanner.plan(
                                problem(List.of(offer("a", 100, 1, 0)), List.of(), 99.0), LONG))
                .isEqualTo(new SponsorPlan.OverBudget());
    }

    @Test
    void mandatoryCourseIsTakenByEverybody() {
        var course = new SponsorCase.Course(new ModuleId("c"), 10, 5, 1, Set.of(skill(0)), true);
        var plan =
                planned(
                        new SponsorCase(
                                List.of(offer("a", 1, 1, 0)), List.of(course), needs(3), null));

        assertThat(plan.cost()).isCloseTo(45, within(1e-9));
        assertThat(plan.choices()).allMatch(c -> c.sponsored().isEmpty());
    }

    @Test
    void needThatNothingCoversIsRefused() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> problem(List.of(), List.of(course(1, 1)), null))
                .satisfies(e -> assertThat(e.path()).isEqualTo("needs[hire-0].skills[s0]"));
    }

    @Test
    void outOfTimeStillGivesAPlanAndItsGap() {
        var plan = (SponsorPlan.Planned) SponsorPlanner.plan(random(5, 12, 8, 6), Duration.ZERO);

        assertThat(plan.proof()).isEqualTo(SponsorPlan.Proof.TIME_UP);
        assertThat(plan.bound()).isLessThanOrEqualTo(plan.cost());
        assertThat(plan.gap()).isBetween(0.0, 1.0);
        assertThat(plan.choices()).hasSize(12);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15})
    void agreesWithEveryCombinationTried(int seed) {
        var problem = random(seed, 2, 3, 3);
        double best = Double.POSITIVE_INFINITY;
        for (int bits = 0; bits < 1 << 12; bits++) {
            var selection = new Selection(problem);
            for (int h = 0; h < 2; h++) {
                for (int i = 0; i < 3; i++) {
                    selection.paid[h][i] = (bits >> (h * 6 + i) & 1) == 1;
                    selection.taken[h][i] |= (bits >> (h * 6 + 3 + i) & 1) == 1;
                }
            }
            if (selection.coversAll() && selection.isWithinBudget()) {
                best = Math.min(best, selection.cost());
            }
        }

        assertThat(planned(problem).cost()).isCloseTo(best, within(1e-6));
        assertThat(planned(problem).proof()).isEqualTo(SponsorPlan.Proof.BEST);
    }

    /**
     * Two courses for 20 cover all four skills. The quick way takes the one in the middle, which is
     * cheapest for each skill, and then has to fill both ends: 21. What only looks cheaper costs a
     * session, or more than the budget.
     */
    @Test
    void findsWhatTheQuickWayMisses() {
        var courses =
                List.of(
                        course("left", 10, 0, 0, 1),
                        course("right", 10, 0, 2, 3),
                        course("middle", 9, 0, 1, 2),
                        course("first", 6, 0, 0),
                        course("last", 6, 0, 3),
                        course("whole", 1, 500, 0, 1, 2, 3));
        var dear =
                new SponsorCase.Offer(
                        new CredentialId("dear"),
                        18,
                        1,
                        Set.of(skill(0), skill(1), skill(2), skill(3)));
        var problem =
                new SponsorCase(
                        List.of(dear),
                        courses,
                        List.of(
                                new SponsorCase.Need(
                                        "hire", Set.of(skill(0), skill(1), skill(2), skill(3)))),
                        17.0);

        var plan = planned(problem);

        assertThat(GreedyPlan.find(problem).orElseThrow().cost()).isEqualTo(21);
        assertThat(plan.cost()).isCloseTo(20, within(1e-9));
        assertThat(plan.bound()).isEqualTo(plan.cost());
        assertThat(plan.proof()).isEqualTo(SponsorPlan.Proof.BEST);
        assertThat(plan.choices().getFirst().trained())
                .containsExactlyInAnyOrder(new ModuleId("left"), new ModuleId("right"));
    }

    @Test
    void aBudgetMayBeSpentToTheLastCent() {
        var problem = problem(List.of(offer("a", 100, 1, 0)), List.of(course(150, 0)), 100.0);

        assertThat(planned(problem).cost()).isCloseTo(100, within(1e-9));
        assertThat(GreedyPlan.find(problem).orElseThrow().cost()).isEqualTo(100);
    }

    /** Each of three courses teaches two of three skills: one and a half of them would do. */
    @Test
    void theBoundIsWhatPartsOfPeopleWouldCost() {
        var problem =
                new SponsorCase(
                        List.of(),
                        List.of(
                                course("a", 10, 0, 0, 1),
                                course("b", 10, 0, 1, 2),
                                course("c", 10, 0, 0, 2)),
                        List.of(new SponsorCase.Need("hire", Set.of(skill(0), skill(1), skill(2)))),
                        null);

        var plan = (SponsorPlan.Planned) SponsorPlanner.plan(problem, LONG, Duration.ZERO);

        assertThat(plan.cost()).isEqualTo(20);
        assertThat(plan.bound())
                .isCloseTo(plan.proof() == SponsorPlan.Proof.BEST ? 20 : 15, within(1e-6));
        var many =
                (SponsorPlan.Planned) SponsorPlanner.plan(random(5, 12, 8, 6), LONG, Duration.ZERO);
        assertThat(many.proof()).isEqualTo(SponsorPlan.Proof.TIME_UP);
        assertThat(many.bound()).isBetween(1.0, planned(random(5, 12, 8, 6)).cost());
    }

    @Test
    void theGapIsTheShareThatABetterPlanCouldSave() {
        assertThat(new SponsorPlan.Planned(List.of(), 100, 75, SponsorPlan.Proof.TIME_UP).gap())
                .isEqualTo(0.25);
        assertThat(new SponsorPlan.Planned(List.of(), 0, 0, SponsorPlan.Proof.BEST).gap()).isZero();
    }

    @Test
    void moreChoicesThanCanBeDecidedAreRefused() {
        var offers = IntStream.range(0, 99).mapToObj(i -> offer("o" + i, 1, 1, 0)).toList();

        assertThat(new SponsorCase(offers, List.of(course(1, 0)), needs(20), null).needs())
                .hasSize(20);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new SponsorCase(offers, List.of(course(1, 0)), needs(21), null))
                .satisfies(e -> assertThat(e.path()).isEqualTo("needs"));
    }

    @ParameterizedTest
    @ValueSource(ints = {21, 22, 23, 24, 25})
    void isNeverDearerThanTheGreedyPlan(int seed) {
        var problem = random(seed, 6, 4, 4);
        var greedy = GreedyPlan.find(problem).orElseThrow();

        assertThat(greedy.coversAll()).isTrue();
        assertThat(planned(problem).cost()).isLessThanOrEqualTo(greedy.cost() + 1e-9);
    }

    @Test
    void greedyPlanTakesTheCheaperOffer() {
        var problem =
                problem(
                        List.of(offer("dear", 100, 1, 0), offer("cheap", 10, 1, 0)),
                        List.of(),
                        null);

        assertThat(GreedyPlan.find(problem).orElseThrow().cost()).isEqualTo(10);
    }

    @Test
    void greedyPlanDropsTheSuperfluous() {
        var both =
                new SponsorCase.Offer(new CredentialId("both"), 90, 1, Set.of(skill(0), skill(1)));
        var problem =
                new SponsorCase(
                        List.of(offer("dear", 100, 1, 0), offer("cheap", 10, 1, 0), both),
                        List.of(),
                        List.of(new SponsorCase.Need("hire", Set.of(skill(0), skill(1)))),
                        null);

        var greedy = GreedyPlan.find(problem).orElseThrow();

        assertThat(greedy.cost()).isEqualTo(90);
        assertThat(greedy.choices().getFirst().sponsored())
                .containsExactly(new CredentialId("both"));
    }

    @Test
    void greedyPlanWeighsAPriceByWhatItCovers() {
        var both =
                new SponsorCase.Offer(new CredentialId("both"), 58, 1, Set.of(skill(0), skill(1)));
        var two = List.of(new SponsorCase.Need("hire", Set.of(skill(0), skill(1))));

        assertThat(
                        GreedyPlan.find(
                                        new SponsorCase(
                                                List.of(
                                                        offer("a", 40, 1, 0),
                                                        both,
                                                        offer("c", 30, 1, 1)),
                                                List.of(),
                                                two,
                                                null))
                                .orElseThrow()
                                .cost())
                .isEqualTo(58);
        assertThat(
                        GreedyPlan.find(
                                        new SponsorCase(
                                                List.of(),
                                                List.of(
                                                        course("a", 40, 0, 0),
                                                        course("both", 58, 0, 0, 1),
                                                        course("c", 30, 0, 1)),
                                                two,
                                                null))
                                .orElseThrow()
                                .cost())
                .isEqualTo(58);
    }

    /** What was spent on others before makes no difference to what comes next. */
    @Test
    void greedyPlanLooksAtWhatIsAddedAlone() {
        var needs =
                List.of(
                        new SponsorCase.Need("first", Set.of(skill(2))),
                        new SponsorCase.Need("second", Set.of(skill(0), skill(1))));
        var both =
                new SponsorCase.Offer(new CredentialId("both"), 30, 1, Set.of(skill(0), skill(1)));

        assertThat(
                        GreedyPlan.find(
                                        new SponsorCase(
                                                List.of(
                                                        offer("dear", 1000, 1, 2),
                                                        offer("x", 10, 1, 0),
                                                        both,
                                                        offer("z", 12, 1, 1)),
                                                List.of(),
                                                needs,
                                                null))
                                .orElseThrow()
                                .cost())
                .isEqualTo(1022);
        assertThat(
                        GreedyPlan.find(
                                        new SponsorCase(
                                                List.of(),
                                                List.of(
                                                        course("dear", 1000, 0, 2),
                                                        course("x", 10, 0, 0),
                                                        course("both", 30, 0, 0, 1),
                                                        course("z", 12, 0, 1)),
                                                needs,
                                                null))
                                .orElseThrow()
                                .cost())
                .isEqualTo(1022);
    }

    @Test
    void greedyPlanKeepsTheFirstOfEqualsAndDropsSuperfluousCourses() {
        var equals = problem(List.of(offer("a", 10, 1, 0), offer("b", 10, 1, 0)), List.of(), null);
        assertThat(GreedyPlan.find(equals).orElseThrow().choices().getFirst().sponsored())
                .containsExactly(new CredentialId("a"));
        var superfluous =
                new SponsorCase(
                        List.of(),
                        List.of(course("x", 10, 0, 0), course("y", 50, 0, 0, 1)),
                        List.of(new SponsorCase.Need("hire", Set.of(skill(0), skill(1)))),
                        null);
        assertThat(GreedyPlan.find(superfluous).orElseThrow().cost()).isEqualTo(50);
        var same = List.of(course("c", 10, 0, 0), course("d", 10, 0, 0));
        assertThat(
                        GreedyPlan.find(new SponsorCase(List.of(), same, needs(1), null))
                                .orElseThrow()
                                .choices()
                                .getFirst()
                                .trained())
                .containsExactly(new ModuleId("c"));
    }

    @Test
    void greedyPlanFindsNoneWhereTheBudgetIsTooSmall() {
        assertThat(GreedyPlan.find(problem(List.of(offer("a", 100, 1, 0)), List.of(), 99.0)))
                .isEmpty();
    }

    private static SponsorCase.Course course(
            String id, double cost, double session, int... skills) {
        return new SponsorCase.Course(
                new ModuleId(id),
                cost,
                session,
                12,
                IntStream.of(skills)
                        .mapToObj(SponsorPlannerTest::skill)
                        .collect(Collectors.toSet()),
                false);
    }

    private static SponsorPlan.Planned planned(SponsorCase problem) {
        return (SponsorPlan.Planned) SponsorPlanner.plan(problem, LONG);
    }

    private static SponsorCase problem(
            List<SponsorCase.Offer> offers,
            List<SponsorCase.Course> courses,
            @Nullable Double budget) {
        return new SponsorCase(offers, courses, needs(1), budget);
    }

    private static SponsorCase.Offer offer(String id, double fee, double completion, int skill) {
        return new SponsorCase.Offer(new CredentialId(id), fee, completion, Set.of(skill(skill)));
    }

    private static SponsorCase.Course course(double cost, int skill) {
        return new SponsorCase.Course(
                new ModuleId("course"), cost, 0, 1, Set.of(skill(skill)), false);
    }

    private static List<SponsorCase.Need> needs(int hires) {
        return IntStream.range(0, hires)
                .mapToObj(h -> new SponsorCase.Need("hire-" + h, Set.of(skill(0))))
                .toList();
    }

    private static SkillId skill(int index) {
        return new SkillId("s" + index);
    }

    private static SponsorCase random(int seed, int hires, int offers, int courses) {
        var random = new Random(seed);
        var offered = new ArrayList<SponsorCase.Offer>();
        var taught = new ArrayList<SponsorCase.Course>();
        int skills = courses + 1;
        for (int o = 0; o < offers; o++) {
            offered.add(
                    new SponsorCase.Offer(
                            new CredentialId("o" + o),
                            50 + random.nextInt(200),
                            0.5 + random.nextInt(5) / 10.0,
                            some(random, skills)));
        }
        for (int c = 0; c < courses; c++) {
            var covers = some(random, skills);
            covers.add(skill(c));
            covers.add(skill(c + 1));
            taught.add(
                    new SponsorCase.Course(
                            new ModuleId("m" + c),
                            20 + random.nextInt(200),
                            random.nextInt(300),
                            1 + random.nextInt(3),
                            covers,
                            random.nextInt(5) == 0));
        }
        var needs =
                IntStream.range(0, hires)
                        .mapToObj(h -> new SponsorCase.Need("hire-" + h, some(random, skills)))
                        .toList();
        return new SponsorCase(offered, taught, needs, random.nextBoolean() ? null : 100.0 * hires);
    }

    private static Set<SkillId> some(Random random, int skills) {
        return IntStream.range(0, skills)
                .filter(s -> random.nextInt(3) == 0)
                .mapToObj(SponsorPlannerTest::skill)
                .collect(Collectors.toSet());
    }
}
