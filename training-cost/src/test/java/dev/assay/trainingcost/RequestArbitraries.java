package dev.assay.trainingcost;

import dev.assay.trainingcost.model.Calibration;
import dev.assay.trainingcost.model.CredentialId;
import dev.assay.trainingcost.model.Evidence;
import dev.assay.trainingcost.model.ExchangeRates;
import dev.assay.trainingcost.model.Ledger;
import dev.assay.trainingcost.model.ModuleId;
import dev.assay.trainingcost.model.PassCurve;
import dev.assay.trainingcost.model.RampUp;
import dev.assay.trainingcost.model.RoleId;
import dev.assay.trainingcost.model.RoleProfile;
import dev.assay.trainingcost.model.Session;
import dev.assay.trainingcost.model.SimulationSettings;
import dev.assay.trainingcost.model.SkillId;
import dev.assay.trainingcost.model.SkillNeed;
import dev.assay.trainingcost.model.TrainingModule;
import dev.assay.trainingcost.model.Uncertain;
import dev.assay.trainingcost.model.WagePoint;
import dev.assay.trainingcost.model.WaiverRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.domains.DomainContextBase;
import org.jspecify.annotations.Nullable;

/** Random roles, programmes with prerequisites and auxiliary modules, and evidence. */
public final class RequestArbitraries extends DomainContextBase {

    static final List<SkillId> SKILLS =
            List.of(new SkillId("s0"), new SkillId("s1"), new SkillId("s2"), new SkillId("s3"));

    /** What a module looks like before its place in the programme is known. */
    private record Draft(
            List<Integer> weights,
            Uncertain trainee,
            double assessment,
            double mentor,
            double fee,
            double session,
            int capacity,
            int needs,
            boolean auxiliary,
            @Nullable WaiverRule waiver,
            boolean divisible) {}

    @Provide
    Arbitrary<EstimateRequest> requests() {
        return Combinators.combine(
                        drafts().list().ofMinSize(1).ofMaxSize(5),
                        role(),
                        range(5, 80),
                        evidence().list().ofMaxSize(6),
                        Arbitraries.longs())
                .as((drafts, role, wage, evidence, seed) ->
                        new EstimateRequest(
                                role,
                                modules(drafts),
                                new WagePoint(
                                        "somewhere",
                                        WorkedExample.usd(wage),
                                        Uncertain.fixed(1.3),
                                        WorkedExample.DAY,
                                        "sample"),
                                WorkedExample.usd(45),
                                evidence,
                                WorkedExample.USD,
                                ExchangeRates.NONE,
                                WorkedExample.DAY,
                                Ledger.EMPTY,
                                null,
                                Calibration.NONE,
                                new SimulationSettings(seed, SimulationSettings.FEWEST_DRAWS)));
    }

    @Provide
    Arbitrary<Evidence> evidence() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.of(SKILLS),
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.integers().between(0, 20))
                .as((credential, skill, level, strength) ->
                        new Evidence(
                                new CredentialId("c" + credential),
                                skill,
                                level,
                                strength / 20.0,
                                null,
                                Evidence.Standing.IN_FORCE));
    }

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs();
    }

    private static Arbitrary<RoleProfile> role() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 9).list().ofSize(SKILLS.size()),
                        Arbitraries.integers().between(1, 5).list().ofSize(SKILLS.size()),
                        range(0, 90),
                        range(1, 30),
                        range(0, 100),
                        Arbitraries.of(RampUp.Curve.class),
                        Arbitraries.integers().between(0, 60))
                .as((weights, levels, initial, weeks, transfer, curve, horizon) -> {
                    var shares = shares(weights);
                    var skills = new HashMap<SkillId, SkillNeed>();
                    for (int i = 0; i < SKILLS.size(); i++) {
                        skills.put(SKILLS.get(i), new SkillNeed(levels.get(i), shares.get(i)));
                    }
                    return new RoleProfile(
                            new RoleId("role"),
                            "Role",
                            skills,
                            40,
                            new RampUp(
                                    scaled(initial, 0.01),
                                    weeks,
                                    scaled(transfer, 0.01),
                                    curve,
                                    RampUp.Sharing.SHARED),
                            horizon);
                });
    }

    private static Arbitrary<Draft> drafts() {
        var money = Arbitraries.integers().between(0, 500).map(Integer::doubleValue);
        return Combinators.combine(
                        Combinators.combine(
                                        Arbitraries.integers()
                                                .between(0, 5)
                                                .list()
                                                .ofSize(SKILLS.size()),
                                        range(0, 40),
                                        Arbitraries.integers().between(0, 30))
                                .as((w, h, a) ->
                                        new Draft(
                                                w, h, a / 5.0, 0, 0, 0, 1, 0, false, null, false)),
                        Arbitraries.integers().between(0, 10),
                        money,
                        money,
                        Arbitraries.integers().between(1, 12),
                        Arbitraries.integers().between(0, 31),
                        Arbitraries.of(true, false),
                        waiver())
                .as((draft, mentor, fee, session, capacity, needs, auxiliary, waiver) ->
                        new Draft(
                                draft.weights,
                                draft.trainee,
                                draft.assessment,
                                mentor,
                                fee,
                                session,
                                capacity,
                                needs,
                                auxiliary,
                                waiver,
                                waiver instanceof WaiverRule.ByCoverage rule
                                        && rule.shortenFrom() != null));
    }

    private static Arbitrary<WaiverRule> waiver() {
        var threshold = Arbitraries.integers().between(1, 20).map(i -> i / 20.0);
        Arbitrary<WaiverRule> byCoverage =
                Combinators.combine(
                                threshold.list().ofSize(3),
                                Arbitraries.integers().between(0, 7),
                                Arbitraries.integers().between(0, 10),
                                Arbitraries.integers().between(0, 10),
                                Arbitraries.integers().between(0, 10).list().ofSize(3))
                        .as((thresholds, which, residual, spot, chances) -> {
                            var sorted = thresholds.stream().sorted().toList();
                            return new WaiverRule.ByCoverage(
                                    residual / 20.0,
                                    (which & 1) == 0 ? null : sorted.get(0),
                                    (which & 2) == 0 ? null : sorted.get(1),
                                    (which & 4) == 0 ? null : sorted.get(2),
                                    spot / 10.0,
                                    curve(chances.stream().sorted().toList()));
                        });
        return Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just(new WaiverRule.Never())), Tuple.of(4, byCoverage));
    }

    private static PassCurve curve(List<Integer> tenths) {
        return new PassCurve(
                List.of(
                        new PassCurve.Point(0.2, tenths.get(0) / 10.0),
                        new PassCurve.Point(0.5, tenths.get(1) / 10.0),
                        new PassCurve.Point(1, tenths.get(2) / 10.0)));
    }

    private static Arbitrary<Uncertain> range(int least, int most) {
        return Combinators.combine(
                        Arbitraries.integers().between(least, most).list().ofSize(3),
                        Arbitraries.integers().between(0, 2))
                .as((values, kind) -> {
                    var sorted = values.stream().sorted().toList();
                    return switch (kind) {
                        case 0 -> Uncertain.fixed(sorted.get(1));
                        case 1 -> new Uncertain.Pert(sorted.get(0), sorted.get(1), sorted.get(2));
                        default ->
                                new Uncertain.Triangular(
                                        sorted.get(0), sorted.get(1), sorted.get(2));
                    };
                });
    }

    private static Uncertain scaled(Uncertain value, double by) {
        return switch (value) {
            case Uncertain.Fixed(double only) -> Uncertain.fixed(only * by);
            case Uncertain.Pert(double a, double m, double b) ->
                    new Uncertain.Pert(a * by, m * by, b * by);
            case Uncertain.Triangular(double a, double m, double b) ->
                    new Uncertain.Triangular(a * by, m * by, b * by);
            case Uncertain.LogNormal(double p10, double p90) ->
                    new Uncertain.LogNormal(p10 * by, p90 * by);
        };
    }

    private static List<Double> shares(List<Integer> weights) {
        int sum = weights.stream().mapToInt(Integer::intValue).sum();
        return IntStream.range(0, weights.size())
                .mapToObj(i -> sum == 0 ? (i == 0 ? 1.0 : 0.0) : weights.get(i) / (double) sum)
                .toList();
    }

    private static List<TrainingModule> modules(List<Draft> drafts) {
        var needs = new ArrayList<TreeSet<ModuleId>>();
        var needed = new HashSet<Integer>();
        for (int m = 0; m < drafts.size(); m++) {
            var before = new TreeSet<ModuleId>();
            for (int p = 0; p < m; p++) {
                if ((drafts.get(m).needs >> p & 1) == 1) {
                    before.add(new ModuleId("m" + p));
                    needed.add(p);
                }
            }
            needs.add(before);
        }
        return IntStream.range(0, drafts.size())
                .mapToObj(m -> module(m, drafts.get(m), needs.get(m), needed.contains(m)))
                .toList();
    }

    private static TrainingModule module(
            int index, Draft draft, TreeSet<ModuleId> needs, boolean isNeeded) {
        var shares = shares(draft.weights);
        Map<SkillId, Double> skills = new HashMap<>();
        for (int i = 0; i < SKILLS.size(); i++) {
            if (shares.get(i) > 0) {
                skills.put(SKILLS.get(i), shares.get(i));
            }
        }
        return new TrainingModule(
                new ModuleId("m" + index),
                "Module",
                skills,
                draft.trainee,
                Uncertain.fixed(draft.assessment),
                Uncertain.fixed(draft.mentor),
                WorkedExample.usd(draft.fee),
                draft.divisible
                        ? null
                        : new Session(WorkedExample.usd(draft.session), draft.capacity),
                draft.waiver == null ? new WaiverRule.Never() : draft.waiver,
                needs,
                draft.auxiliary && isNeeded
                        ? TrainingModule.Purpose.AUXILIARY
                        : TrainingModule.Purpose.ROLE);
    }
}
