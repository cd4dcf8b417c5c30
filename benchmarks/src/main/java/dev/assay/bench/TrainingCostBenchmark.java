package dev.assay.bench;

import dev.assay.trainingcost.CohortEstimate;
import dev.assay.trainingcost.CohortEstimator;
import dev.assay.trainingcost.CohortRequest;
import dev.assay.trainingcost.Estimate;
import dev.assay.trainingcost.EstimateRequest;
import dev.assay.trainingcost.TrainingCostEstimator;
import dev.assay.trainingcost.cohort.SponsorCase;
import dev.assay.trainingcost.cohort.SponsorPlan;
import dev.assay.trainingcost.cohort.SponsorPlanner;
import dev.assay.trainingcost.model.Calibration;
import dev.assay.trainingcost.model.CredentialId;
import dev.assay.trainingcost.model.Evidence;
import dev.assay.trainingcost.model.ExchangeRates;
import dev.assay.trainingcost.model.Ledger;
import dev.assay.trainingcost.model.ModuleId;
import dev.assay.trainingcost.model.OfferTerms;
import dev.assay.trainingcost.model.PassCurve;
import dev.assay.trainingcost.model.RampUp;
import dev.assay.trainingcost.model.RoleId;
import dev.assay.trainingcost.model.RoleProfile;
import dev.assay.trainingcost.model.Session;
import dev.assay.trainingcost.model.SimulationSettings;
import dev.assay.trainingcost.model.SkillId;
import dev.assay.trainingcost.model.SkillNeed;
import dev.assay.trainingcost.model.Survival;
import dev.assay.trainingcost.model.TrainingModule;
import dev.assay.trainingcost.model.Uncertain;
import dev.assay.trainingcost.model.UncertainMoney;
import dev.assay.trainingcost.model.WagePoint;
import dev.assay.trainingcost.model.WaiverRule;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.random.MersenneTwister;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The worked example with its six ranges: one hire, a cohort of a hundred million draws, a cohort
 * planned anew, a plan of sponsoring; and the plain way to draw, to hold the cohort against.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class TrainingCostBenchmark {

    private static final int PLAIN_DRAWS = 10_000;
    private static final int OWN_DRAWS = 8_192;

    /** Times {@link #OWN_DRAWS} this is a hundred million, less 256. */
    private static final int OWN_HIRES = 12_207;

    private static final CurrencyUnit USD = Monetary.getCurrency("USD");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);
    private static final SkillId SQL = new SkillId("sql");
    private static final SkillId VIZ = new SkillId("viz");
    private static final SkillId STATS = new SkillId("stats");
    private static final SkillId DOMAIN = new SkillId("domain");

    private final TrainingCostEstimator estimator = new TrainingCostEstimator();
    private final CohortEstimator cohorts = new CohortEstimator();
    private final EstimateRequest one =
            request(RampUp.Sharing.SHARED, SimulationSettings.USUAL_DRAWS, evidence(0.95));
    private final CohortRequest manyOwn =
            cohort(request(RampUp.Sharing.PER_HIRE, OWN_DRAWS, List.of()), OWN_HIRES);
    private final CohortRequest replanned =
            cohort(request(RampUp.Sharing.SHARED, SimulationSettings.USUAL_DRAWS, List.of()), 100);
    private final SponsorCase hundred = sponsorCase();
    private final BetaDistribution beta =
            new BetaDistribution(new MersenneTwister(7), 7.0 / 3, 11.0 / 3);

    /**
     * Baseline, expected, saving, components, modules, attribution, tornado; 4,096 paired draws.
     */
    @Benchmark
    public Estimate oneHire() {
        return estimator.estimate(one);
    }

    /** Each hire with a ramp of its own in each draw. */
    @Benchmark
    public CohortEstimate hundredMillionDraws() {
        return cohorts.estimate(manyOwn);
    }

    /** A hundred hires with six kinds of evidence, as when one of them drops out. */
    @Benchmark
    public CohortEstimate cohortPlannedAnew() {
        return cohorts.estimate(replanned);
    }

    /** Twenty hires, three credentials and two modules: a hundred choices. */
    @Benchmark
    public SponsorPlan hundredChoices() {
        return SponsorPlanner.plan(hundred, Duration.ofSeconds(10));
    }

    /** One PERT value by commons-math's sampling; a hundred million of them are 10⁸ times this. */
    @Benchmark
    @OutputTimeUnit(TimeUnit.NANOSECONDS)
    @OperationsPerInvocation(PLAIN_DRAWS)
    public double plainDraw() {
        double sum = 0;
        for (int i = 0; i < PLAIN_DRAWS; i++) {
            sum += 8 + 12 * beta.sample();
        }
        return sum;
    }

    private static CohortRequest cohort(EstimateRequest terms, int hires) {
        return new CohortRequest(
                terms,
                IntStream.range(0, hires)
                        .mapToObj(i ->
                                new CohortRequest.Hire(
                                        "%05d".formatted(i),
                                        i % 2 == 0 ? List.of() : evidence(0.5 + i % 5 / 10.0)))
                        .toList());
    }

    private static EstimateRequest request(
            RampUp.Sharing sharing, int draws, List<Evidence> evidence) {
        var role =
                new RoleProfile(
                        new RoleId("data-analyst"),
                        "Data analyst",
                        Map.of(
                                SQL, new SkillNeed(3, 0.4),
                                VIZ, new SkillNeed(3, 0.2),
                                STATS, new SkillNeed(3, 0.1),
                                DOMAIN, new SkillNeed(2, 0.3)),
                        40,
                        new RampUp(
                                new Uncertain.Pert(0.35, 0.5, 0.65),
                                new Uncertain.Pert(8, 12, 20),
                                new Uncertain.Pert(0, 0.25, 0.5),
                                RampUp.Curve.EXPONENTIAL,
                                sharing),
                        26);
        return new EstimateRequest(
                role,
                List.of(
                        module("sql", Map.of(SQL, 1.0), new Uncertain.Pert(20, 24, 32), 300, 1800),
                        module(
                                "viz",
                                Map.of(VIZ, 0.7, STATS, 0.3),
                                new Uncertain.Pert(12, 16, 24),
                                180,
                                1200)),
                new WagePoint(
                        "US",
                        new UncertainMoney(new Uncertain.Pert(22, 24, 28), USD),
                        Uncertain.fixed(1.4235),
                        DAY,
                        "sample wage table"),
                usd(52),
                evidence,
                USD,
                ExchangeRates.NONE,
                DAY,
                Ledger.EMPTY,
                new OfferTerms(new Survival.Steady(0.02), 1.10, 0, 0.10, 400.0),
                Calibration.NONE,
                new SimulationSettings(7, draws));
    }

    private static TrainingModule module(
            String id, Map<SkillId, Double> skills, Uncertain hours, double fee, double session) {
        return new TrainingModule(
                new ModuleId(id),
                id,
                skills,
                hours,
                Uncertain.fixed(1.5),
                Uncertain.fixed(4),
                usd(fee),
                new Session(usd(session), 12),
                new WaiverRule.ByCoverage(0.1, null, 0.50, 0.85, 0, PassCurve.AS_COVERED),
                Set.of(),
                TrainingModule.Purpose.ROLE);
    }

    private static List<Evidence> evidence(double sql) {
        return List.of(
                shows("sql-badge", SQL, sql),
                shows("viz-badge", VIZ, 0.8),
                shows("viz-badge", STATS, 0.5));
    }

    private static Evidence shows(String credential, SkillId skill, double strength) {
        return new Evidence(
                new CredentialId(credential), skill, 3, strength, null, Evidence.Standing.IN_FORCE);
    }

    private static UncertainMoney usd(double amount) {
        return new UncertainMoney(Uncertain.fixed(amount), USD);
    }

    private static SponsorCase sponsorCase() {
        List<SponsorCase.Need> needs = new ArrayList<>();
        for (int hire = 0; hire < 20; hire++) {
            needs.add(
                    new SponsorCase.Need(
                            "hire " + hire,
                            switch (hire % 4) {
                                case 0 -> Set.of(SQL);
                                case 1 -> Set.of(VIZ, STATS);
                                case 2 -> Set.of(SQL, STATS);
                                default -> Set.of(SQL, VIZ, STATS);
                            }));
        }
        return new SponsorCase(
                List.of(
                        new SponsorCase.Offer(new CredentialId("sql"), 320, 0.8, Set.of(SQL)),
                        new SponsorCase.Offer(new CredentialId("viz"), 260, 0.9, Set.of(VIZ)),
                        new SponsorCase.Offer(
                                new CredentialId("all"), 560, 0.7, Set.of(VIZ, STATS))),
                List.of(
                        new SponsorCase.Course(
                                new ModuleId("sql"), 240, 1800, 12, Set.of(SQL), false),
                        new SponsorCase.Course(
                                new ModuleId("viz"), 210, 1200, 8, Set.of(VIZ, STATS), false)),
                needs,
                2_500.0);
    }
}
