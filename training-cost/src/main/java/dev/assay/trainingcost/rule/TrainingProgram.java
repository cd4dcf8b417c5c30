package dev.assay.trainingcost.rule;

import dev.assay.trainingcost.model.Calibration;
import dev.assay.trainingcost.model.FieldCheck;
import dev.assay.trainingcost.model.InvalidInputException;
import dev.assay.trainingcost.model.ModuleId;
import dev.assay.trainingcost.model.RampUp;
import dev.assay.trainingcost.model.RoleProfile;
import dev.assay.trainingcost.model.SkillId;
import dev.assay.trainingcost.model.TrainingModule;
import dev.assay.trainingcost.model.Uncertain;
import dev.assay.trainingcost.model.UncertainMoney;
import dev.assay.trainingcost.model.WagePoint;
import dev.assay.trainingcost.model.WaiverRule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * A role's training and ramp, made ready to be costed for many values of its inputs. What is costed
 * with the same values always gives the same digits. Refuses modules that teach skills the role
 * does not have, whatever {@link PrerequisiteGraph} refuses, and money without an exchange rate.
 */
public final class TrainingProgram {

    private static final int MOST_MODULES = 500;
    private static final double WEEKS_IN_A_YEAR = 52;

    private final RoleProfile role;
    private final List<TrainingModule> modules;
    private final PrerequisiteGraph graph;
    private final List<Input> inputs = new ArrayList<>();
    private final List<Slots> slots = new ArrayList<>();
    private final int hourly;
    private final int load;
    private final int mentorHourly;
    private final int factor;
    private final int initial;
    private final int weeksTo95;
    private final int transfer;

    /** Where a module's inputs stand; no session is -1. */
    private record Slots(
            int trainee, int assessment, int mentor, int fee, int session, int capacity) {}

    public TrainingProgram(
            RoleProfile role,
            List<TrainingModule> modules,
            WagePoint wage,
            UncertainMoney mentorHourly,
            Calibration calibration,
            ToDoubleFunction<UncertainMoney> toCurrency) {
        this.role = role;
        this.modules = List.copyOf(modules);
        checkModules();
        graph = new PrerequisiteGraph(modules);
        this.hourly = money("wage.hourly", wage.hourly(), toCurrency);
        this.load = input("wage.load", wage.load());
        this.mentorHourly = money("mentorHourly", mentorHourly, toCurrency);
        factor = input("calibration.factor", calibration.factor());
        var ramp = role.rampUp();
        initial = rampInput("initialProductivity", ramp.initialProductivity(), ramp.sharing());
        weeksTo95 = rampInput("weeksTo95", ramp.weeksTo95(), ramp.sharing());
        transfer = rampInput("transfer", ramp.transfer(), RampUp.Sharing.SHARED);
        for (var module : modules) {
            slots.add(slots(module, toCurrency));
        }
    }

    private void checkModules() {
        if (modules.size() > MOST_MODULES) {
            throw new InvalidInputException(
                    "modules", "must be at most " + MOST_MODULES + ", but are " + modules.size());
        }
        var seen = new HashSet<ModuleId>();
        for (var module : modules) {
            var path = PrerequisiteGraph.path(module);
            if (!seen.add(module.id())) {
                throw new InvalidInputException(path, "must not be there twice");
            }
            for (var skill : module.skillWeights().keySet()) {
                if (!role.skills().containsKey(skill)) {
                    throw new InvalidInputException(
                            path + ".skillWeights[" + skill + "]", "is not a skill of the role");
                }
            }
        }
    }

    private Slots slots(TrainingModule module, ToDoubleFunction<UncertainMoney> toCurrency) {
        var path = PrerequisiteGraph.path(module);
        var session = module.session();
        return new Slots(
                input(path + ".traineeHours", module.traineeHours()),
                input(path + ".assessmentHours", module.assessmentHours()),
                input(path + ".mentorHours", module.mentorHours()),
                money(path + ".seatFee", module.seatFee(), toCurrency),
                session == null ? -1 : money(path + ".session.cost", session.cost(), toCurrency),
                session == null ? 1 : session.capacity());
    }

    private int input(String path, Uncertain value) {
        inputs.add(new Input(path, value, 1, RampUp.Sharing.SHARED));
        return inputs.size() - 1;
    }

    private int rampInput(String name, Uncertain value, RampUp.Sharing sharing) {
        inputs.add(new Input("role.rampUp." + name, value, 1, sharing));
        return inputs.size() - 1;
    }

    private int money(
            String path, UncertainMoney money, ToDoubleFunction<UncertainMoney> toCurrency) {
        double scale = InvalidInputException.within(path, () -> toCurrency.applyAsDouble(money));
        inputs.add(new Input(path, money.amount(), scale, RampUp.Sharing.SHARED));
        return inputs.size() - 1;
    }

    public List<Input> inputs() {
        return List.copyOf(inputs);
    }

    public List<TrainingModule> modules() {
        return modules;
    }

    public RoleProfile role() {
        return role;
    }

    /** Every input at its most likely value. */
    public double[] mostLikely() {
        return inputs.stream().mapToDouble(Input::mostLikely).toArray();
    }

    /** What strengths, from 0 to 1 by skill, mean for this programme. */
    public Proof prove(Map<SkillId, Double> strengths) {
        var coverage = modules.stream().map(m -> coverage(m, strengths)).toList();
        var needed =
                graph.needed(m -> WaiverOption.mayWaive(modules.get(m).waiver(), coverage.get(m)));
        var options = new ArrayList<List<WaiverOption>>();
        for (int m = 0; m < modules.size(); m++) {
            options.add(
                    needed[m]
                            ? WaiverOption.permitted(modules.get(m).waiver(), coverage.get(m))
                            : List.of(WaiverOption.NOT_NEEDED));
        }
        double roleCoverage = 0;
        for (var need : role.skills().entrySet()) {
            roleCoverage += need.getValue().weight() * strengths.getOrDefault(need.getKey(), 0.0);
        }
        return new Proof(coverage, options, Math.min(1, roleCoverage));
    }

    private static double coverage(TrainingModule module, Map<SkillId, Double> strengths) {
        return switch (module.waiver()) {
            case WaiverRule.Never() -> 0;
            case WaiverRule.ByCoverage byCoverage -> {
                double shown = 0;
                for (var weight : module.skillWeights().entrySet()) {
                    double strength = strengths.getOrDefault(weight.getKey(), 0.0);
                    shown += weight.getValue() * FieldCheck.share("strength", strength);
                }
                yield (1 - byCoverage.residualShare()) * Math.min(1, shown);
            }
        };
    }

    /** The options for one module, as {@link #prove} would find them. */
    List<WaiverOption> optionsFor(int module, Map<SkillId, Double> strengths) {
        if (modules.get(module).purpose() == TrainingModule.Purpose.AUXILIARY) {
            var needed =
                    graph.needed(m ->
                            WaiverOption.mayWaive(
                                    modules.get(m).waiver(), coverage(modules.get(m), strengths)));
            if (!needed[module]) {
                return List.of(WaiverOption.NOT_NEEDED);
            }
        }
        return WaiverOption.permitted(
                modules.get(module).waiver(), coverage(modules.get(module), strengths));
    }

    /** The skills that can change what is done about a module. */
    Set<SkillId> skillsDeciding(int module) {
        var skills = new HashSet<SkillId>();
        for (int m : graph.decidedBy(module)) {
            if (modules.get(m).waiver() instanceof WaiverRule.ByCoverage) {
                skills.addAll(modules.get(m).skillWeights().keySet());
            }
        }
        return skills;
    }

    /**
     * Adds training and ramp to the sums and returns the total. The total is summed from the very
     * numbers that the options were compared by, so more evidence never raises it, not even in the
     * last bit.
     *
     * @param rampLoss from {@link #rampLoss}, which depends on the values only
     */
    public double cost(double[] values, double rampLoss, Proof proof, Costs sums) {
        double total = 0;
        for (int m = 0; m < modules.size(); m++) {
            total += moduleCost(values, m, proof.options().get(m), sums);
        }
        double ramp = rampLoss * (1 - values[transfer] * proof.roleCoverage());
        sums.add(Component.RAMP_UP, ramp);
        return total + ramp;
    }

    /** The total without keeping its parts. */
    public double cost(double[] values, Proof proof) {
        return cost(values, rampLoss(values), proof, new Costs(modules.size()));
    }

    /** The cost of one module under given options; adds it to the sums. */
    public double moduleCost(double[] values, int module, List<WaiverOption> options, Costs sums) {
        var slot = slots.get(module);
        double scale = values[factor];
        double time = scale * values[slot.trainee] * loadedPay(values);
        double fee = scale * values[slot.fee];
        double mentor = scale * values[slot.mentor] * values[mentorHourly];
        double variable = time + fee + mentor;
        double assessment = assessment(values, module);
        double seat = sessionCost(values, module) / slot.capacity;
        var option = WaiverOption.cheapest(options, variable, assessment);
        sums.add(
                Component.TRAINEE_TIME,
                option.variableShare() * time + option.assessmentShare() * assessment);
        sums.add(Component.DIRECT, option.variableShare() * fee);
        sums.add(Component.MENTOR, option.variableShare() * mentor);
        sums.add(Component.SESSIONS, option.seatShare() * seat);
        double cost = option.cost(variable, assessment) + option.seatShare() * seat;
        sums.addModule(module, cost);
        return cost;
    }

    /** What is decided about a module for given values. */
    public Decision decision(double[] values, Proof proof, int module) {
        return chosen(values, module, proof.options().get(module)).decision();
    }

    /** The chance that a hire takes a seat in the module's session, for given values. */
    public double seatShare(double[] values, Proof proof, int module) {
        return chosen(values, module, proof.options().get(module)).seatShare();
    }

    private WaiverOption chosen(double[] values, int module, List<WaiverOption> options) {
        return WaiverOption.cheapest(options, variable(values, module), assessment(values, module));
    }

    /** What a module costs the hire, without a share of a session. */
    public double variableCost(double[] values, int module, List<WaiverOption> options) {
        double variable = variable(values, module);
        double assessment = assessment(values, module);
        return WaiverOption.cheapest(options, variable, assessment).cost(variable, assessment);
    }

    private double variable(double[] values, int module) {
        var slot = slots.get(module);
        double scale = values[factor];
        return scale * values[slot.trainee] * loadedPay(values)
                + scale * values[slot.fee]
                + scale * values[slot.mentor] * values[mentorHourly];
    }

    private double assessment(double[] values, int module) {
        return values[factor] * values[slots.get(module).assessment] * loadedPay(values);
    }

    /** The cost of one whole session; 0 for a module without. */
    public double sessionCost(double[] values, int module) {
        int session = slots.get(module).session;
        return session < 0 ? 0 : values[factor] * values[session];
    }

    /** The seats of one session; 1 for a module without. */
    public int capacity(int module) {
        return slots.get(module).capacity;
    }

    private double loadedPay(double[] values) {
        return values[hourly] * values[load];
    }

    /** Loaded pay of a week. */
    public double weeklyPay(double[] values) {
        return loadedPay(values) * role.hoursPerWeek();
    }

    /** The ramp's loss of a hire without evidence, in the estimate's currency. */
    public double rampLoss(double[] values) {
        double weeks =
                RampLoss.weeks(
                        role.rampUp().curve(),
                        values[initial],
                        values[weeksTo95],
                        role.horizonWeeks());
        return weeklyPay(values) * weeks;
    }

    /** How much of the ramp's loss full coverage of the role would take off. */
    public double transfer(double[] values) {
        return values[transfer];
    }

    /** Pay per year before on-costs. */
    public double annualPay(double[] values) {
        return values[hourly] * role.hoursPerWeek() * WEEKS_IN_A_YEAR;
    }

    /** Loaded pay over the ramp's horizon. */
    public double payOverHorizon(double[] values) {
        return weeklyPay(values) * role.horizonWeeks();
    }
}
