package dev.assay.trainingcost;

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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import org.jspecify.annotations.Nullable;

/** The worked example of docs/training-cost.md, an arithmetic fixture, in both its forms. */
public final class WorkedExample {

    public static final CurrencyUnit USD = Monetary.getCurrency("USD");
    public static final LocalDate DAY = LocalDate.of(2026, 11, 25);
    public static final SkillId SQL = new SkillId("sql");
    public static final SkillId VIZ = new SkillId("viz");
    public static final SkillId STATS = new SkillId("stats");
    public static final SkillId DOMAIN = new SkillId("domain");

    private WorkedExample() {}

    /** Every input known exactly. */
    public static EstimateRequest exact() {
        return request(
                fixed(24), fixed(16), fixed(24), fixed(0.25), fixed(0.5), fixed(12), evidence());
    }

    /** Six inputs known by a range. */
    public static EstimateRequest uncertain(int draws) {
        var request =
                request(
                        new Uncertain.Pert(20, 24, 32),
                        new Uncertain.Pert(12, 16, 24),
                        new Uncertain.Pert(22, 24, 28),
                        new Uncertain.Pert(0, 0.25, 0.5),
                        new Uncertain.Pert(0.35, 0.5, 0.65),
                        new Uncertain.Pert(8, 12, 20),
                        evidence());
        return with(request, new SimulationSettings(7, draws));
    }

    public static List<Evidence> evidence() {
        return List.of(
                shows("sql-badge", SQL, 0.95),
                shows("viz-badge", VIZ, 0.80),
                shows("viz-badge", STATS, 0.50));
    }

    public static Evidence shows(String credential, SkillId skill, double strength) {
        return new Evidence(
                new CredentialId(credential), skill, 3, strength, null, Evidence.Standing.IN_FORCE);
    }

    private static EstimateRequest request(
            Uncertain sqlHours,
            Uncertain vizHours,
            Uncertain wage,
            Uncertain transfer,
            Uncertain initial,
            Uncertain weeks,
            List<Evidence> evidence) {
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
                                initial,
                                weeks,
                                transfer,
                                RampUp.Curve.EXPONENTIAL,
                                RampUp.Sharing.SHARED),
                        26);
        return new EstimateRequest(
                role,
                List.of(
                        module("sql", Map.of(SQL, 1.0), sqlHours, 1.5, 4, 300, 1800, 12, 0.1),
                        module(
                                "viz",
                                Map.of(VIZ, 0.7, STATS, 0.3),
                                vizHours,
                                1,
                                3,
                                180,
                                1200,
                                12,
                                0.2),
                        fixedModule("tools", 20, 8, 0, new Session(usd(900), 10)),
                        fixedModule("compliance", 4, 0, 40, null)),
                new WagePoint("US", usd(wage), fixed(1.4235), DAY, "sample wage table"),
                usd(52),
                evidence,
                USD,
                ExchangeRates.NONE,
                DAY,
                Ledger.EMPTY,
                new OfferTerms(new Survival.Steady(0.02), 1.10, 0, 0.10, 400.0),
                Calibration.NONE,
                new SimulationSettings(7, SimulationSettings.USUAL_DRAWS));
    }

    private static TrainingModule module(
            String id,
            Map<SkillId, Double> skills,
            Uncertain hours,
            double assessment,
            double mentor,
            double fee,
            double session,
            int capacity,
            double residual) {
        return new TrainingModule(
                new ModuleId(id),
                id,
                skills,
                hours,
                fixed(assessment),
                fixed(mentor),
                usd(fee),
                new Session(usd(session), capacity),
                new WaiverRule.ByCoverage(residual, null, 0.50, 0.85, 0, PassCurve.AS_COVERED),
                Set.of(),
                TrainingModule.Purpose.ROLE);
    }

    private static TrainingModule fixedModule(
            String id, double hours, double mentor, double fee, @Nullable Session session) {
        return new TrainingModule(
                new ModuleId(id),
                id,
                Map.of(),
                fixed(hours),
                fixed(0),
                fixed(mentor),
                usd(fee),
                session,
                new WaiverRule.Never(),
                Set.of(),
                TrainingModule.Purpose.ROLE);
    }

    public static Uncertain fixed(double value) {
        return Uncertain.fixed(value);
    }

    public static UncertainMoney usd(double amount) {
        return usd(fixed(amount));
    }

    public static UncertainMoney usd(Uncertain amount) {
        return new UncertainMoney(amount, USD);
    }

    public static EstimateRequest with(EstimateRequest request, SimulationSettings settings) {
        return new EstimateRequest(
                request.role(),
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
                settings);
    }

    public static EstimateRequest with(EstimateRequest request, List<Evidence> evidence) {
        return new EstimateRequest(
                request.role(),
                request.modules(),
                request.wage(),
                request.mentorHourly(),
                evidence,
                request.currency(),
                request.rates(),
                request.asOf(),
                request.ledger(),
                request.offer(),
                request.calibration(),
                request.simulation());
    }

    public static EstimateRequest withModules(
            EstimateRequest request, List<TrainingModule> modules) {
        return new EstimateRequest(
                request.role(),
                modules,
                request.wage(),
                request.mentorHourly(),
                request.evidence(),
                request.currency(),
                request.rates(),
                request.asOf(),
                request.ledger(),
                request.offer(),
                request.calibration(),
                request.simulation());
    }
}
