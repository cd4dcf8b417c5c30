package dev.assay.trainingcost.rule;

import static dev.assay.trainingcost.WorkedExample.DAY;
import static dev.assay.trainingcost.WorkedExample.fixed;
import static dev.assay.trainingcost.WorkedExample.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.assay.trainingcost.WorkedExample;
import dev.assay.trainingcost.model.Calibration;
import dev.assay.trainingcost.model.InvalidInputException;
import dev.assay.trainingcost.model.ModuleId;
import dev.assay.trainingcost.model.PassCurve;
import dev.assay.trainingcost.model.SkillId;
import dev.assay.trainingcost.model.TrainingModule;
import dev.assay.trainingcost.model.TrainingModule.Purpose;
import dev.assay.trainingcost.model.WagePoint;
import dev.assay.trainingcost.model.WaiverRule;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TrainingProgramTest {

    private static final SkillId SQL = WorkedExample.SQL;
    private static final SkillId VIZ = WorkedExample.VIZ;

    private static final WaiverRule SPOT_CHECKED =
            new WaiverRule.ByCoverage(0, 0.25, null, 0.75, 1, PassCurve.AS_COVERED);

    @Nested
    class Prerequisites {

        private final TrainingModule basics = module("basics", VIZ, Purpose.AUXILIARY);

        @Test
        void auxiliaryModuleGoesWithItsLastDependant() {
            var program = program(basics, module("course", SQL, Purpose.ROLE, "basics"));

            assertThat(decisions(program, Map.of(SQL, 0.5))).containsEntry("basics", Decision.TAKE);
            assertThat(decisions(program, Map.of(SQL, 0.75)))
                    .containsEntry("course", Decision.WAIVE)
                    .containsEntry("basics", Decision.NOT_NEEDED);
        }

        @Test
        void auxiliaryModuleStaysWhileOneDependantIsLeft() {
            var program =
                    program(
                            basics,
                            module("course", SQL, Purpose.ROLE, "basics"),
                            module("other", WorkedExample.STATS, Purpose.ROLE, "basics"));

            assertThat(decisions(program, Map.of(SQL, 1.0))).containsEntry("basics", Decision.TAKE);
        }

        @Test
        void chainsOfAuxiliaryModulesGoTogether() {
            var program =
                    program(
                            module("a", WorkedExample.STATS, Purpose.AUXILIARY),
                            module("b", VIZ, Purpose.AUXILIARY, "a"),
                            module("course", SQL, Purpose.ROLE, "b"));

            assertThat(decisions(program, Map.of())).doesNotContainValue(Decision.NOT_NEEDED);
            assertThat(decisions(program, Map.of(SQL, 0.8)))
                    .containsEntry("a", Decision.NOT_NEEDED)
                    .containsEntry("b", Decision.NOT_NEEDED);
        }

        @Test
        void provenPrerequisiteIsNotTakenAgainForItsDependant() {
            var program = program(basics, module("course", SQL, Purpose.ROLE, "basics"));

            assertThat(decisions(program, Map.of(VIZ, 0.8)))
                    .containsEntry("basics", Decision.WAIVE)
                    .containsEntry("course", Decision.TAKE);
        }

        @Test
        void prerequisiteOfTheRoleItselfStays() {
            var program =
                    program(
                            module("basics", VIZ, Purpose.ROLE),
                            module("course", SQL, Purpose.ROLE, "basics"));

            assertThat(decisions(program, Map.of(SQL, 1.0))).containsEntry("basics", Decision.TAKE);
        }

        /**
         * If the option chosen decided, this would cost more with better evidence: at 0.80 the
         * course is waived for 10 x w of spot check, at 0.95 a shortened course is cheaper, and
         * that would bring its prerequisite back.
         */
        @Test
        void betterEvidenceNeverBringsPrerequisitesBack() {
            var program = program(basics, module("course", SQL, Purpose.ROLE, "basics"));

            assertThat(decisions(program, Map.of(SQL, 0.80)))
                    .containsEntry("course", Decision.WAIVE);
            assertThat(decisions(program, Map.of(SQL, 0.95)))
                    .containsEntry("course", Decision.SHORTEN)
                    .containsEntry("basics", Decision.NOT_NEEDED);
            assertThat(cost(program, Map.of(SQL, 0.95)))
                    .isLessThan(cost(program, Map.of(SQL, 0.80)));
        }
    }

    @Nested
    class Refusals {

        @Test
        void namesTheCycle() {
            refused(
                    "modules[a].prerequisites",
                    "must not form a cycle: a needs b needs c needs a",
                    module("a", SQL, Purpose.ROLE, "b"),
                    module("b", SQL, Purpose.ROLE, "c"),
                    module("c", SQL, Purpose.ROLE, "a"));
        }

        @Test
        void prerequisiteThatIsNotThere() {
            refused(
                    "modules[a].prerequisites",
                    "names z, which is not among the modules",
                    module("a", SQL, Purpose.ROLE, "z"));
        }

        @Test
        void auxiliaryModuleThatNothingNeeds() {
            refused(
                    "modules[a].purpose",
                    "is auxiliary, but no module has it as a prerequisite",
                    module("a", SQL, Purpose.AUXILIARY));
        }

        @Test
        void sameModuleTwice() {
            refused(
                    "modules[a]",
                    "must not be there twice",
                    module("a", SQL, Purpose.ROLE),
                    module("a", VIZ, Purpose.ROLE));
        }

        @Test
        void skillTheRoleDoesNotHave() {
            refused(
                    "modules[a].skillWeights[juggling]",
                    "is not a skill of the role",
                    module("a", new SkillId("juggling"), Purpose.ROLE));
        }

        private static void refused(String path, String problem, TrainingModule... modules) {
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> program(modules))
                    .satisfies(e -> {
                        assertThat(e.path()).isEqualTo(path);
                        assertThat(e.problem()).isEqualTo(problem);
                    });
        }
    }

    @Test
    void residualShareIsNeverCovered() {
        var rule = new WaiverRule.ByCoverage(0.4, null, null, 0.75, 0, PassCurve.AS_COVERED);
        var program = program(module("a", SQL, Purpose.ROLE, rule));

        assertThat(program.prove(Map.of(SQL, 1.0)).coverage().getFirst())
                .isCloseTo(0.6, within(1e-12));
    }

    private static TrainingProgram program(TrainingModule... modules) {
        return new TrainingProgram(
                WorkedExample.exact().role(),
                Stream.of(modules).sorted(Comparator.comparing(TrainingModule::id)).toList(),
                new WagePoint("somewhere", usd(1), fixed(1), DAY, "sample"),
                usd(0),
                Calibration.NONE,
                money -> 1);
    }

    private static Map<String, Decision> decisions(
            TrainingProgram program, Map<SkillId, Double> strengths) {
        var proof = program.prove(strengths);
        return IntStream.range(0, program.modules().size())
                .boxed()
                .collect(
                        Collectors.toMap(
                                m -> program.modules().get(m).id().value(),
                                m -> program.decision(program.mostLikely(), proof, m)));
    }

    private static double cost(TrainingProgram program, Map<SkillId, Double> strengths) {
        return program.cost(program.mostLikely(), program.prove(strengths));
    }

    private static TrainingModule module(
            String id, SkillId skill, Purpose purpose, String... prerequisites) {
        return module(id, skill, purpose, SPOT_CHECKED, prerequisites);
    }

    private static TrainingModule module(
            String id, SkillId skill, Purpose purpose, WaiverRule rule, String... prerequisites) {
        return new TrainingModule(
                new ModuleId(id),
                id,
                Map.of(skill, 1.0),
                fixed(100),
                fixed(10),
                fixed(0),
                usd(0),
                null,
                rule,
                Arrays.stream(prerequisites).map(ModuleId::new).collect(Collectors.toSet()),
                purpose);
    }
}
