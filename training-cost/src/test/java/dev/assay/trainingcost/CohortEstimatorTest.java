package dev.assay.trainingcost;

import static dev.assay.trainingcost.WorkedExample.shows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.assay.trainingcost.model.Evidence;
import dev.assay.trainingcost.model.InvalidInputException;
import dev.assay.trainingcost.model.RampUp;
import dev.assay.trainingcost.model.RoleProfile;
import dev.assay.trainingcost.model.SimulationSettings;
import dev.assay.trainingcost.model.TrainingModule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import javax.money.MonetaryAmount;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.javamoney.moneta.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CohortEstimatorTest {

    private static final List<Evidence> NONE = List.of();

    private final CohortEstimator estimator = new CohortEstimator();

    // 30 people in rooms of 12: three sessions, and two once six people stay away.
    @ParameterizedTest
    @CsvSource({"5, 750, 0", "6, 900, 1800", "10, 1500, 1800", "12, 1800, 1800"})
    void seatsGivenUpSaveOnlyWholeSessions(int waived, int absorbed, int avoidable) {
        var estimate = estimator.estimate(cohort(WorkedExample.exact(), 30, waived));
        var sql =
                estimate.sessions().stream()
                        .filter(line -> line.module().value().equals("sql"))
                        .findFirst()
                        .orElseThrow();

        assertThat(sql.baseline()).isEqualTo(3);
        assertThat(sql.absorbed()).isEqualTo(usd(absorbed));
        assertThat(sql.avoidable()).isEqualTo(usd(avoidable));
    }

    @Test
    void savingCountsWholeSessions() {
        var five = estimator.estimate(cohort(WorkedExample.exact(), 30, 5));
        var six = estimator.estimate(cohort(WorkedExample.exact(), 30, 6));

        double perHire = amount(five.saving().mean()) / 5;
        assertThat(amount(six.saving().mean())).isCloseTo(6 * perHire + 1800, within(0.05));
    }

    @Property(tries = 40)
    @Domain(RequestArbitraries.class)
    @Domain(DomainContext.Global.class)
    void withoutSessionsACohortIsTheSumOfItsHires(
            @ForAll EstimateRequest request,
            @ForAll @Size(min = 1, max = 5) List<Evidence> evidence) {
        var terms = WorkedExample.with(withoutSessions(request), NONE);
        var hires =
                IntStream.range(0, evidence.size())
                        .mapToObj(i -> hire(i, List.of(evidence.get(i))))
                        .toList();

        var together = estimator.estimate(new CohortRequest(terms, hires));
        double alone = 0;
        for (var item : evidence) {
            alone +=
                    amount(
                            new TrainingCostEstimator()
                                    .estimate(WorkedExample.with(terms, List.of(item)))
                                    .expected()
                                    .mean());
        }

        assertThat(amount(together.expected().mean()))
                .isCloseTo(alone, within(0.01 * evidence.size()));
    }

    @Property(tries = 40)
    @Domain(RequestArbitraries.class)
    @Domain(DomainContext.Global.class)
    void moreEvidenceOfOneHireNeverCostsTheCohortMore(
            @ForAll EstimateRequest request,
            @ForAll @Size(min = 2, max = 5) List<Evidence> evidence,
            @ForAll Evidence addition) {
        var terms = WorkedExample.with(request, NONE);
        var before = new ArrayList<CohortRequest.Hire>();
        var after = new ArrayList<CohortRequest.Hire>();
        for (int i = 0; i < evidence.size(); i++) {
            before.add(hire(i, List.of(evidence.get(i))));
            after.add(
                    hire(
                            i,
                            i == 0
                                    ? List.of(evidence.get(i), addition)
                                    : List.of(evidence.get(i))));
        }

        var less = estimator.estimate(new CohortRequest(terms, before));
        var more = estimator.estimate(new CohortRequest(terms, after));

        assertThat(amount(more.expected().mean()))
                .isLessThanOrEqualTo(amount(less.expected().mean()) + 1e-9);
        for (int m = 0; m < less.sessions().size(); m++) {
            assertThat(more.sessions().get(m).expected())
                    .isLessThanOrEqualTo(less.sessions().get(m).expected() + 1e-9);
        }
    }

    @Test
    void sharedUnknownsDoNotAverageAway() {
        // Multiples of 60 fill every session.
        double few = relativeSpread(cohort(WorkedExample.uncertain(4096), 60, 0));
        double many = relativeSpread(cohort(WorkedExample.uncertain(4096), 600, 0));

        assertThat(many).isCloseTo(few, within(1e-6));
    }

    @Test
    void unknownsOfEachHireDo() {
        double shared = relativeSpread(cohort(WorkedExample.uncertain(4096), 100, 0));
        double own = relativeSpread(cohort(ownRamps(WorkedExample.uncertain(4096)), 100, 0));

        assertThat(own).isLessThan(0.7 * shared);
    }

    @Test
    void rampsOfEachHireHaveTheSameMeanAsSharedOnes() {
        var shared = estimator.estimate(cohort(WorkedExample.uncertain(4096), 200, 100));
        var own = estimator.estimate(cohort(ownRamps(WorkedExample.uncertain(4096)), 200, 100));

        assertThat(amount(own.baseline().mean()))
                .isCloseTo(amount(shared.baseline().mean()), within(300.0));
        assertThat(amount(own.saving().mean()))
                .isCloseTo(amount(shared.saving().mean()), within(100.0));
    }

    @Test
    void digitsAreTheSameOnAnyNumberOfThreads() throws InterruptedException, ExecutionException {
        var request = cohort(ownRamps(WorkedExample.uncertain(1024)), 50, 20);
        try (var one = new ForkJoinPool(1);
                var five = new ForkJoinPool(5)) {
            assertThat(five.submit(() -> estimator.estimate(request)).get())
                    .isEqualTo(one.submit(() -> estimator.estimate(request)).get());
        }
    }

    @Test
    void stopsWhenCancelled() {
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() ->
                        estimator.estimate(
                                cohort(WorkedExample.uncertain(4096), 3, 1), () -> true));
    }

    @Test
    void moreWorkThanPromisedIsRefused() {
        refused(
                "hires",
                () ->
                        estimator.estimate(
                                cohort(ownRamps(WorkedExample.uncertain(1 << 16)), 7000, 0)));
    }

    @Test
    void refusesEvidenceInTheTermsDoubleHiresAndNobody() {
        refused("terms.evidence", () -> new CohortRequest(WorkedExample.exact(), List.of()));
        var terms = WorkedExample.with(WorkedExample.exact(), NONE);
        refused("hires", () -> new CohortRequest(terms, List.of()));
        refused(
                "hires[hire-1]",
                () -> new CohortRequest(terms, List.of(hire(1, NONE), hire(1, NONE))));
    }

    private double relativeSpread(CohortRequest request) {
        var baseline = estimator.estimate(request).baseline();
        return (amount(baseline.p90()) - amount(baseline.p10())) / amount(baseline.mean());
    }

    private static CohortRequest cohort(EstimateRequest request, int hires, int waived) {
        return new CohortRequest(
                WorkedExample.with(request, NONE),
                IntStream.range(0, hires)
                        .mapToObj(i ->
                                hire(
                                        i,
                                        i < waived
                                                ? List.of(shows("badge", WorkedExample.SQL, 0.95))
                                                : NONE))
                        .toList());
    }

    private static CohortRequest.Hire hire(int index, List<Evidence> evidence) {
        return new CohortRequest.Hire("hire-" + index, evidence);
    }

    private static EstimateRequest ownRamps(EstimateRequest request) {
        var role = request.role();
        var ramp = role.rampUp();
        return new EstimateRequest(
                new RoleProfile(
                        role.id(),
                        role.name(),
                        role.skills(),
                        role.hoursPerWeek(),
                        new RampUp(
                                ramp.initialProductivity(),
                                ramp.weeksTo95(),
                                ramp.transfer(),
                                ramp.curve(),
                                RampUp.Sharing.PER_HIRE),
                        role.horizonWeeks()),
                request.modules(),
                request.wage(),
                request.mentorHourly(),
                request.evidence(),
                request.currency(),
                request.rates(),
                request.asOf(),
                request.ledger(),
                request.offer(),
                request.calibration(),
                new SimulationSettings(request.simulation().seed(), request.simulation().draws()));
    }

    private static EstimateRequest withoutSessions(EstimateRequest request) {
        return WorkedExample.withModules(
                request,
                request.modules().stream()
                        .map(m ->
                                new TrainingModule(
                                        m.id(),
                                        m.name(),
                                        m.skillWeights(),
                                        m.traineeHours(),
                                        m.assessmentHours(),
                                        m.mentorHours(),
                                        m.seatFee(),
                                        null,
                                        m.waiver(),
                                        m.prerequisites(),
                                        m.purpose()))
                        .toList());
    }

    private static void refused(String path, ThrowingCallable call) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.path()).isEqualTo(path));
    }

    private static MonetaryAmount usd(int amount) {
        return Money.of(new BigDecimal(amount + ".00"), "USD");
    }

    private static double amount(MonetaryAmount money) {
        return money.getNumber().doubleValue();
    }
}
