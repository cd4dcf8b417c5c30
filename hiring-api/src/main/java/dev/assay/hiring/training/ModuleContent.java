package dev.assay.hiring.training;

import dev.assay.hiring.shared.InvalidInput;
import dev.assay.trainingcost.model.ModuleId;
import dev.assay.trainingcost.model.Session;
import dev.assay.trainingcost.model.SkillId;
import dev.assay.trainingcost.model.TrainingModule;
import dev.assay.trainingcost.model.WaiverRule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One piece of training.
 *
 * @param skills what it teaches, by share
 * @param session the shared cost, absent when nothing is shared
 * @param waiver absent when everybody takes it whole
 * @param auxiliary whether only other modules need it, so that it goes with the last of them
 */
public record ModuleContent(
        String name,
        List<SkillShare> skills,
        Range traineeHours,
        Range assessmentHours,
        Range mentorHours,
        Price seatFee,
        @Nullable SessionTerms session,
        @Nullable Waiver waiver,
        List<UUID> prerequisites,
        boolean auxiliary)
        implements Term {

    /** The id of a module that is not filed yet; none of its prerequisites can have it. */
    private static final UUID NONE = new UUID(0, 0);

    public ModuleContent {
        skills = List.copyOf(skills);
        prerequisites = List.copyOf(prerequisites);
    }

    /** A skill, and how much of the module teaches it. */
    public record SkillShare(UUID skill, double weight) {}

    @Override
    public void requireSound() {
        module(NONE);
    }

    TrainingModule module(UUID id) {
        Map<SkillId, Double> weights = new HashMap<>();
        for (int i = 0; i < skills.size(); i++) {
            SkillShare share = skills.get(i);
            if (weights.put(new SkillId(share.skill().toString()), share.weight()) != null) {
                throw new InvalidInput("/skills/" + i + "/skill", "is named twice");
            }
        }
        Session shared = session == null ? null : Refusals.at("/session", session::session);
        WaiverRule rule =
                waiver == null ? new WaiverRule.Never() : Refusals.at("/waiver", waiver::rule);
        var trainee = Refusals.at("/traineeHours", traineeHours::uncertain);
        var assessment = Refusals.at("/assessmentHours", assessmentHours::uncertain);
        var mentor = Refusals.at("/mentorHours", mentorHours::uncertain);
        var fee = Refusals.at("/seatFee", seatFee::money);
        return Refusals.at(
                "",
                () ->
                        new TrainingModule(
                                new ModuleId(id.toString()),
                                name,
                                weights,
                                trainee,
                                assessment,
                                mentor,
                                fee,
                                shared,
                                rule,
                                prerequisites.stream()
                                        .map(other -> new ModuleId(other.toString()))
                                        .collect(Collectors.toSet()),
                                auxiliary
                                        ? TrainingModule.Purpose.AUXILIARY
                                        : TrainingModule.Purpose.ROLE));
    }
}
