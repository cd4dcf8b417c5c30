package dev.assay.trainingcost.model;

import static dev.assay.trainingcost.WorkedExample.fixed;
import static dev.assay.trainingcost.WorkedExample.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.assay.trainingcost.WorkedExample;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.money.Monetary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every refusal names its field. */
class BadInputTest {

    private static final SkillId SQL = WorkedExample.SQL;
    private static final LocalDate DAY = WorkedExample.DAY;

    private static Stream<Arguments> refusals() {
        return Stream.of(
                bad("value", () -> fixed(Double.NaN)),
                bad("value", () -> fixed(Double.POSITIVE_INFINITY)),
                bad("mostLikely", () -> new Uncertain.Pert(2, 1, 3)),
                bad("most", () -> new Uncertain.Pert(1, 3, 2)),
                bad("least", () -> new Uncertain.Pert(Double.NaN, 3, 4)),
                bad("mostLikely", () -> new Uncertain.Triangular(2, 1, 3)),
                bad("most", () -> new Uncertain.Triangular(1, 3, 2)),
                bad("p10", () -> new Uncertain.LogNormal(0, 1)),
                bad("p90", () -> new Uncertain.LogNormal(2, 1)),
                bad("p90", () -> new Uncertain.LogNormal(2, Double.POSITIVE_INFINITY)),
                bad("amount", () -> usd(-1)),
                bad("traineeHours", () -> module(fixed(-1), 1.0, new WaiverRule.Never())),
                bad("skillWeights", () -> module(fixed(1), 0.9, new WaiverRule.Never())),
                bad("skillWeights", () -> module(fixed(1), 1.000001, new WaiverRule.Never())),
                bad("waiver.shortenFrom", () -> module(fixed(1), 1.0, waiver(0.2, 0.5, 0.8))),
                bad("capacity", () -> new Session(usd(1), 0)),
                bad("residualShare", () -> waiver(1.1, 0)),
                bad("spotCheck", () -> waiver(0, -0.1)),
                bad("shortenFrom", () -> waiver(0.0, 0.5, 0.8)),
                bad("testFrom", () -> waiver(0.6, 0.5, 0.8)),
                bad("waiveFrom", () -> waiver(0.2, 0.9, 0.8)),
                bad("waiveFrom", () -> waiver(0.2, 0.9, 1.1)),
                bad("points", () -> new PassCurve(List.of())),
                bad("points[1].chance", () -> curve(0.5, 0.9, 0.6, 0.8)),
                bad("points[1].coverage", () -> curve(0.5, 0.8, 0.5, 0.9)),
                bad("chance", () -> curve(0.5, 1.2, 0.6, 1.3)),
                bad("initialProductivity", () -> ramp(fixed(0.95), fixed(1), fixed(0))),
                bad("initialProductivity", () -> ramp(fixed(-0.1), fixed(1), fixed(0))),
                bad(
                        "initialProductivity",
                        () -> ramp(new Uncertain.LogNormal(0.1, 0.2), fixed(1), fixed(0))),
                bad("weeksTo95", () -> ramp(fixed(0.5), fixed(0), fixed(0))),
                bad("transfer", () -> ramp(fixed(0.5), fixed(1), fixed(1.1))),
                bad("level", () -> new SkillNeed(0, 1)),
                bad("level", () -> new SkillNeed(6, 1)),
                bad("weight", () -> new SkillNeed(1, -0.1)),
                bad("skills", () -> role(Map.of(SQL, new SkillNeed(1, 0.9)), 40, 26)),
                bad("skills", () -> role(Map.of(), 40, 26)),
                bad("hoursPerWeek", () -> role(Map.of(SQL, new SkillNeed(1, 1)), 0, 26)),
                bad("hoursPerWeek", () -> role(Map.of(SQL, new SkillNeed(1, 1)), 169, 26)),
                bad("horizonWeeks", () -> role(Map.of(SQL, new SkillNeed(1, 1)), 40, -1)),
                bad("strength", () -> evidence(3, 1.01)),
                bad("strength", () -> evidence(3, Double.NaN)),
                bad("level", () -> evidence(0, 0.5)),
                bad("load", () -> new WagePoint("r", usd(1), fixed(0.9), DAY, "s")),
                bad("region", () -> new WagePoint(" ", usd(1), fixed(1), DAY, "s")),
                bad("source", () -> new WagePoint("r", usd(1), fixed(1), DAY, "")),
                bad("id", () -> new SkillId("")),
                bad("draws", () -> new SimulationSettings(1, 1000)),
                bad("draws", () -> new SimulationSettings(1, 128)),
                bad("draws", () -> new SimulationSettings(1, 1 << 21)),
                bad("rate", () -> rate(BigDecimal.ZERO)),
                bad("monthlyLoss", () -> new Survival.Steady(1)),
                bad("losses[1]", () -> new Survival.ByMonth(List.of(0.1, 1.5))),
                bad("losses", () -> new Survival.ByMonth(List.of())),
                bad("scaleMonths", () -> new Survival.Weibull(0, 1)),
                bad("onCost", () -> terms(new Survival.Steady(0), 0.9, 0)),
                bad("annualDiscount", () -> terms(new Survival.Steady(0), 1, -0.1)),
                bad("factor", () -> new Calibration(fixed(0), 1)),
                bad("actuals", () -> new Calibration(fixed(1), -1)),
                bad("survival", () -> terms(new Survival.ByMonth(List.of(1.0)), 1, 0)));
    }

    @ParameterizedTest(name = "{index} {0}")
    @MethodSource("refusals")
    void namesTheField(String path, Runnable building) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(building::run)
                .satisfies(e -> {
                    assertThat(e.path()).isEqualTo(path);
                    assertThat(e).hasMessage(e.path() + " " + e.problem());
                });
    }

    @Test
    void weightsMayBeOffByRoundingOnly() {
        FieldCheck.sumToOne("weights", List.of(0.1, 0.2, 0.7 + 5e-10));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> FieldCheck.sumToOne("weights", List.of(0.1, 0.2, 0.7 + 2e-9)));
    }

    @Test
    void nestedRefusalsNameTheWholePath() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() ->
                        InvalidInputException.within(
                                "modules[2]",
                                () ->
                                        InvalidInputException.within(
                                                "session", () -> new Session(usd(1), 0))))
                .satisfies(e -> assertThat(e.path()).isEqualTo("modules[2].session.capacity"))
                .withMessage("modules[2].session.capacity must be at least 1, but is 0");
    }

    private static Arguments bad(String path, Runnable building) {
        return Arguments.of(path, building);
    }

    private static TrainingModule module(Uncertain hours, double weight, WaiverRule rule) {
        return new TrainingModule(
                new ModuleId("m"),
                "Module",
                Map.of(SQL, weight),
                hours,
                fixed(0),
                fixed(0),
                usd(0),
                new Session(usd(0), 1),
                rule,
                Set.of(),
                TrainingModule.Purpose.ROLE);
    }

    private static WaiverRule waiver(double shorten, double test, double waive) {
        return new WaiverRule.ByCoverage(0, shorten, test, waive, 0, PassCurve.AS_COVERED);
    }

    private static WaiverRule waiver(double residual, double spot) {
        return new WaiverRule.ByCoverage(residual, null, null, null, spot, PassCurve.AS_COVERED);
    }

    private static PassCurve curve(double c1, double p1, double c2, double p2) {
        return new PassCurve(List.of(new PassCurve.Point(c1, p1), new PassCurve.Point(c2, p2)));
    }

    private static RampUp ramp(Uncertain initial, Uncertain weeks, Uncertain transfer) {
        return new RampUp(
                initial, weeks, transfer, RampUp.Curve.EXPONENTIAL, RampUp.Sharing.SHARED);
    }

    private static RoleProfile role(Map<SkillId, SkillNeed> skills, double hours, double horizon) {
        return new RoleProfile(
                new RoleId("r"),
                "Role",
                skills,
                hours,
                ramp(fixed(0.5), fixed(1), fixed(0)),
                horizon);
    }

    private static Evidence evidence(int level, double strength) {
        return new Evidence(
                new CredentialId("c"), SQL, level, strength, null, Evidence.Standing.IN_FORCE);
    }

    private static ExchangeRate rate(BigDecimal rate) {
        return new ExchangeRate(WorkedExample.USD, Monetary.getCurrency("EUR"), rate, DAY, "s");
    }

    private static OfferTerms terms(Survival survival, double onCost, double discount) {
        return new OfferTerms(survival, onCost, discount, null, null);
    }
}
