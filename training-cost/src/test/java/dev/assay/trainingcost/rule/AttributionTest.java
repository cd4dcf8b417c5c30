package dev.assay.trainingcost.rule;

import static dev.assay.trainingcost.WorkedExample.DAY;
import static dev.assay.trainingcost.WorkedExample.SQL;
import static dev.assay.trainingcost.WorkedExample.STATS;
import static dev.assay.trainingcost.WorkedExample.VIZ;
import static dev.assay.trainingcost.WorkedExample.fixed;
import static dev.assay.trainingcost.WorkedExample.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.trainingcost.WorkedExample;
import dev.assay.trainingcost.model.Calibration;
import dev.assay.trainingcost.model.CredentialId;
import dev.assay.trainingcost.model.ModuleId;
import dev.assay.trainingcost.model.PassCurve;
import dev.assay.trainingcost.model.SkillId;
import dev.assay.trainingcost.model.TrainingModule;
import dev.assay.trainingcost.model.TrainingModule.Purpose;
import dev.assay.trainingcost.model.WagePoint;
import dev.assay.trainingcost.model.WaiverRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AttributionTest {

    private static final CredentialId SQL_BADGE = new CredentialId("sql-badge");
    private static final CredentialId VIZ_BADGE = new CredentialId("viz-badge");
    private static final CredentialId STATS_BADGE = new CredentialId("stats-badge");

    /** A course of 100 with a spot check of 10, and basics of the same cost that only it needs. */
    private final TrainingProgram program =
            new TrainingProgram(
                    WorkedExample.exact().role(),
                    List.of(
                            module("basics", VIZ, Purpose.AUXILIARY, Set.of()),
                            module("course", SQL, Purpose.ROLE, Set.of(new ModuleId("basics")))),
                    new WagePoint("somewhere", usd(1), fixed(1), DAY, "sample"),
                    usd(0),
                    Calibration.NONE,
                    money -> 1);

    private final MeanCosts costs =
            new MeanCosts() {
                @Override
                public double module(int module, List<WaiverOption> options) {
                    return program.moduleCost(program.mostLikely(), module, options, new Costs(2));
                }

                @Override
                public double rampAtStake() {
                    return 0;
                }
            };

    /**
     * The course saves 90 by the first badge. The basics save 100 once the course is waived, 90
     * when only they are proven: 55 and 45 for the two.
     */
    @Test
    void prerequisitesCreditWhoeverMakesThemNeedless() {
        var shares =
                Attribution.split(
                        program,
                        Map.of(SQL_BADGE, Map.of(SQL, 0.8), VIZ_BADGE, Map.of(VIZ, 0.8)),
                        costs,
                        1);

        assertThat(shares.get(SQL_BADGE)).isCloseTo(145, within(1e-9));
        assertThat(shares.get(VIZ_BADGE)).isCloseTo(45, within(1e-9));
    }

    @Test
    void uselessCredentialHasExactlyNothing() {
        var shares =
                Attribution.split(
                        program,
                        Map.of(SQL_BADGE, Map.of(SQL, 0.8), STATS_BADGE, Map.of(STATS, 1.0)),
                        costs,
                        1);

        assertThat(shares.get(STATS_BADGE)).isZero();
        assertThat(shares.get(SQL_BADGE)).isCloseTo(190, within(1e-9));
    }

    @Test
    void resultsAreInOrderOfCredentials() {
        var shares =
                Attribution.split(
                        program,
                        Map.of(VIZ_BADGE, Map.of(), SQL_BADGE, Map.of(), STATS_BADGE, Map.of()),
                        costs,
                        1);

        assertThat(shares.keySet()).containsExactly(SQL_BADGE, STATS_BADGE, VIZ_BADGE);
    }

    @Test
    void namesOnTheWireAreThoseOfTheContract() {
        assertThat(Decision.values())
                .extracting(Decision::wireName)
                .containsExactly("take", "shorten", "test-out", "waive", "not-needed");
        assertThat(Component.values())
                .extracting(Component::wireName)
                .containsExactly("trainee-time", "direct", "mentor", "sessions", "ramp-up");
    }

    private static TrainingModule module(
            String id, SkillId skill, Purpose purpose, Set<ModuleId> prerequisites) {
        return new TrainingModule(
                new ModuleId(id),
                id,
                Map.of(skill, 1.0),
                fixed(100),
                fixed(10),
                fixed(0),
                usd(0),
                null,
                new WaiverRule.ByCoverage(0, null, null, 0.75, 1, PassCurve.AS_COVERED),
                prerequisites,
                purpose);
    }
}
