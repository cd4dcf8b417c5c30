package dev.assay.hiring.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CalibrationReportTest {

    private static final UUID ROLE = new UUID(0, 1);
    private static final UUID MODULE = new UUID(0, 2);

    @Test
    void withoutActualsItIsTheBeliefWeBeginWithAndSaysSo() {
        CalibrationReport report = TrainingActuals.report(ROLE, RoleBeliefs.Prior.NONE, List.of());

        assertThat(report.actuals()).isZero();
        assertThat(report.belief().p50()).isEqualByComparingTo("1");
        assertThat(report.holdOut()).isNull();
        assertThat(report.warnings())
                .extracting(EstimateDocument.WarningLine::code)
                .containsExactly("not-calibrated");
    }

    @Test
    void fewActualsMoveItAndAreCalledFew() {
        CalibrationReport report =
                TrainingActuals.report(
                        ROLE,
                        RoleBeliefs.Prior.NONE,
                        List.of(
                                actual(1, "1.10", List.of("urn:a")),
                                actual(2, "0.95", List.of()),
                                actual(3, "1.22", List.of("urn:a")),
                                actual(4, "1.05", List.of()),
                                actual(5, "1.18", List.of("urn:b"))));

        // Prior (0, 1, 3, 0.12): the mean logarithm of the five ratios, held against one more of 0.
        assertThat(report.belief().mean()).isEqualByComparingTo("0.076195");
        assertThat(report.belief().weight()).isEqualByComparingTo("6");
        assertThat(report.belief().shape()).isEqualByComparingTo("5.5");
        assertThat(report.achievements())
                .extracting(CalibrationReport.OfAchievement::achievement)
                .containsExactly("urn:a", "urn:b");
        assertThat(report.achievements().getFirst().actuals()).isEqualTo(2);
        assertThat(report.warnings())
                .extracting(EstimateDocument.WarningLine::code)
                .containsExactly("few-actuals", "self-selection");
        CalibrationReport.Judgement judged = Objects.requireNonNull(report.holdOut());
        assertThat(judged.learned() + judged.judged()).isEqualTo(5);
    }

    @Test
    void enoughActualsAreNotWarnedOfAndPassesAreCounted() {
        List<TrainingActual> many = new ArrayList<>();
        for (int i = 0; i < TrainingActuals.ENOUGH; i++) {
            many.add(actual(i, "1.0" + i % 10, List.of()));
        }

        CalibrationReport report = TrainingActuals.report(ROLE, RoleBeliefs.Prior.NONE, many);

        assertThat(report.warnings()).isEmpty();
        // Twenty passes of twenty, and one of either before.
        assertThat(report.testOuts().getFirst().chance()).isEqualByComparingTo("0.9545");
    }

    /** Five trainings a tenth dearer than estimated, of a role like this one. */
    @Test
    void aRoleWithoutActualsIsBelievedToBeLikeTheOneAboveItAndSoonOnItsOwn() {
        List<dev.assay.trainingcost.calibrate.Actual> above = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            above.add(actual(i, "1.10", List.of()).actual());
        }
        RoleBeliefs.Prior prior = RoleBeliefs.Prior.NONE.after(above);

        CalibrationReport inherited = TrainingActuals.report(ROLE, prior, List.of());

        assertThat(inherited.inherited()).isEqualTo(5);
        assertThat(inherited.actuals()).isZero();
        // Of the logarithm: five sixths of ln 1.1, held as loosely as one training.
        assertThat(inherited.belief().mean()).isEqualByComparingTo("0.079425");
        assertThat(inherited.belief().weight()).isEqualByComparingTo("1");
        assertThat(inherited.belief().shape()).isEqualByComparingTo("3");
        List<TrainingActual> own = new ArrayList<>();
        for (int i = 0; i < 99; i++) {
            own.add(actual(i, "0.90", List.of()));
        }
        assertThat(TrainingActuals.report(ROLE, prior, own).belief().p50())
                .isBetween(new BigDecimal("0.90"), new BigDecimal("0.91"));
        assertThat(prior.after(List.of()).belief().mean()).isEqualTo(prior.belief().mean());
    }

    private static TrainingActual actual(int day, String ratio, List<String> achievements) {
        return new TrainingActual(
                UUID.randomUUID(),
                UUID.randomUUID(),
                ROLE,
                Optional.empty(),
                LocalDate.of(2026, 1, 1).plusDays(day),
                new BigDecimal("1000"),
                new BigDecimal("1000").multiply(new BigDecimal(ratio)),
                "USD",
                TrainingActual.End.COMPLETED,
                achievements,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(new TrainingActual.TestOut(MODULE, true)),
                Instant.EPOCH,
                "person:x");
    }
}
