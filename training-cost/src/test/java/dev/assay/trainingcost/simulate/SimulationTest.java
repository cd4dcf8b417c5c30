package dev.assay.trainingcost.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.assay.trainingcost.WorkedExample;
import dev.assay.trainingcost.model.InvalidInputException;
import dev.assay.trainingcost.model.ModuleId;
import dev.assay.trainingcost.model.SimulationSettings;
import dev.assay.trainingcost.model.SkillId;
import dev.assay.trainingcost.model.TrainingModule;
import dev.assay.trainingcost.model.Uncertain;
import dev.assay.trainingcost.model.WagePoint;
import dev.assay.trainingcost.model.WaiverRule;
import dev.assay.trainingcost.rule.Component;
import dev.assay.trainingcost.rule.TrainingProgram;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SimulationTest {

    private static final Map<SkillId, Double> SHOWN =
            Map.of(WorkedExample.SQL, 0.95, WorkedExample.VIZ, 0.8, WorkedExample.STATS, 0.5);

    // A product of independent inputs has known moments: the oracle for mean and spread.
    @Test
    void trainingPartAgreesWithItsMomentsWorkedOutByHand() {
        var request = WorkedExample.uncertain(1 << 14);
        var simulation = run(request.modules(), 11, 1 << 14);
        double mean =
                simulation.baselineCosts().components().entrySet().stream()
                                .filter(e -> e.getKey() != Component.RAMP_UP)
                                .mapToDouble(Map.Entry::getValue)
                                .sum()
                        - simulation.expectedCosts().components().entrySet().stream()
                                .filter(e -> e.getKey() != Component.RAMP_UP)
                                .mapToDouble(Map.Entry::getValue)
                                .sum();

        assertThat(mean).isCloseTo(2053.337, within(0.02));
    }

    @Test
    void errorShrinksFarFasterThanWithPlainDraws() {
        var request = WorkedExample.uncertain(4096);
        double few = run(request.modules(), 5, 1024).standardError();
        double many = run(request.modules(), 5, 1 << 14).standardError();

        // Sixteen times the draws would make plain errors four times smaller.
        assertThat(many).isLessThan(few / 6);
    }

    @Test
    void toldErrorCoversTheTrueMean() {
        var request = WorkedExample.uncertain(4096);
        double truth = run(request.modules(), 1, 1 << 18).saving().mean();
        long missed =
                IntStream.range(0, 40)
                        .filter(seed -> {
                            var s = run(request.modules(), 1000 + seed, 1024);
                            return Math.abs(s.saving().mean() - truth) > 4 * s.standardError();
                        })
                        .count();

        assertThat(missed).isZero();
    }

    @Test
    void seedDecidesTheDigits() {
        var request = WorkedExample.uncertain(4096);

        assertThat(run(request.modules(), 3, 256).saving())
                .isEqualTo(run(request.modules(), 3, 256).saving())
                .isNotEqualTo(run(request.modules(), 4, 256).saving());
    }

    @Test
    void moreDrawsThanMemoryWasPromisedForAreRefused() {
        var many = IntStream.range(0, 100).mapToObj(SimulationTest::module).toList();

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> run(many, 1, 1 << 16))
                .satisfies(e -> assertThat(e.path()).isEqualTo("simulation.draws"));
    }

    @Test
    void percentilesInterpolateBetweenDraws() {
        var percentiles = Percentiles.of(2, new double[] {3, 1, 2});

        assertThat(percentiles.p10()).isCloseTo(1.2, within(1e-12));
        assertThat(percentiles.p50()).isEqualTo(2);
        assertThat(percentiles.p90()).isCloseTo(2.8, within(1e-12));
    }

    private static Simulation run(List<TrainingModule> modules, long seed, int draws) {
        var request = WorkedExample.uncertain(4096);
        WagePoint wage = request.wage();
        var program =
                new TrainingProgram(
                        request.role(),
                        modules,
                        wage,
                        request.mentorHourly(),
                        request.calibration(),
                        money -> 1);
        return Simulation.run(
                program,
                program.prove(Map.of()),
                program.prove(SHOWN),
                new SimulationSettings(seed, draws));
    }

    private static TrainingModule module(int index) {
        return new TrainingModule(
                new ModuleId("m" + index),
                "Module",
                Map.of(),
                Uncertain.fixed(1),
                Uncertain.fixed(0),
                Uncertain.fixed(0),
                WorkedExample.usd(0),
                null,
                new WaiverRule.Never(),
                Set.of(),
                TrainingModule.Purpose.ROLE);
    }
}
