package dev.assay.trainingcost.model;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A role: its skills, hours and ramp. Refuses skill weights that do not sum to 1.
 *
 * @param horizonWeeks how many weeks after training the ramp's loss is counted
 */
public record RoleProfile(
        RoleId id,
        String name,
        Map<SkillId, SkillNeed> skills,
        double hoursPerWeek,
        RampUp rampUp,
        double horizonWeeks) {

    private static final double HOURS_IN_A_WEEK = 168;

    public RoleProfile {
        FieldCheck.text("name", name);
        skills = Collections.unmodifiableMap(new TreeMap<>(skills));
        FieldCheck.sumToOne("skills", skills.values().stream().map(SkillNeed::weight).toList());
        FieldCheck.positive("hoursPerWeek", hoursPerWeek);
        if (hoursPerWeek > HOURS_IN_A_WEEK) {
            throw new InvalidInputException(
                    "hoursPerWeek", "must be at most 168, but is " + hoursPerWeek);
        }
        FieldCheck.notNegative("horizonWeeks", horizonWeeks);
    }

    /** The same, with the ledger's overrides. */
    public RoleProfile settle(Ledger ledger, String path) {
        var ramp = path + ".rampUp";
        var initial = ledger.settle(ramp + ".initialProductivity", rampUp.initialProductivity());
        var weeks = ledger.settle(ramp + ".weeksTo95", rampUp.weeksTo95());
        var transfer = ledger.settle(ramp + ".transfer", rampUp.transfer());
        var settled =
                InvalidInputException.within(
                        ramp,
                        () ->
                                new RampUp(
                                        initial,
                                        weeks,
                                        transfer,
                                        rampUp.curve(),
                                        rampUp.sharing()));
        return new RoleProfile(id, name, skills, hoursPerWeek, settled, horizonWeeks);
    }
}
