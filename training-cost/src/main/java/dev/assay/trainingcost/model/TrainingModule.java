package dev.assay.trainingcost.model;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One piece of training. Refuses skill weights that do not sum to 1, a module without skills that
 * could be waived, a module that requires itself, and a shortened form of a module with sessions (a
 * half-empty seat saves nothing).
 *
 * @param skillWeights what the module teaches, by share
 * @param traineeHours paid hours of the hire
 * @param assessmentHours paid hours of the hire's test-out or spot check
 * @param mentorHours hours of the mentor for each hire
 * @param seatFee paid for each hire
 * @param session the shared cost, absent when nothing is shared
 */
public record TrainingModule(
        ModuleId id,
        String name,
        Map<SkillId, Double> skillWeights,
        Uncertain traineeHours,
        Uncertain assessmentHours,
        Uncertain mentorHours,
        UncertainMoney seatFee,
        @Nullable Session session,
        WaiverRule waiver,
        Set<ModuleId> prerequisites,
        Purpose purpose) {

    /** Why a module is in a programme. */
    public enum Purpose {
        /** The role needs what it teaches. */
        ROLE,
        /** Only other modules need it; it goes when none of them is left. */
        AUXILIARY
    }

    public TrainingModule {
        FieldCheck.text("name", name);
        skillWeights = Collections.unmodifiableMap(new TreeMap<>(skillWeights));
        prerequisites = Collections.unmodifiableSet(new TreeSet<>(prerequisites));
        Uncertain.requireNotNegative("traineeHours", traineeHours);
        Uncertain.requireNotNegative("assessmentHours", assessmentHours);
        Uncertain.requireNotNegative("mentorHours", mentorHours);
        if (!skillWeights.isEmpty()) {
            FieldCheck.sumToOne("skillWeights", skillWeights.values());
        }
        if (waiver instanceof WaiverRule.ByCoverage rule) {
            if (skillWeights.isEmpty()) {
                throw new InvalidInputException(
                        "skillWeights", "must not be empty when the module can be waived");
            }
            if (rule.shortenFrom() != null && session != null) {
                throw new InvalidInputException(
                        "waiver.shortenFrom", "must be absent for a module with sessions");
            }
        }
        if (prerequisites.contains(id)) {
            throw new InvalidInputException("prerequisites", "must not contain the module itself");
        }
    }

    /** The same, with the ledger's overrides. */
    public TrainingModule settle(Ledger ledger, String path) {
        var trainee = ledger.settle(path + ".traineeHours", traineeHours);
        var assessment = ledger.settle(path + ".assessmentHours", assessmentHours);
        var mentor = ledger.settle(path + ".mentorHours", mentorHours);
        var fee = seatFee.settle(ledger, path + ".seatFee");
        var shared =
                session == null
                        ? null
                        : new Session(
                                session.cost().settle(ledger, path + ".session.cost"),
                                session.capacity());
        return InvalidInputException.within(
                path,
                () ->
                        new TrainingModule(
                                id,
                                name,
                                skillWeights,
                                trainee,
                                assessment,
                                mentor,
                                fee,
                                shared,
                                waiver,
                                prerequisites,
                                purpose));
    }
}
