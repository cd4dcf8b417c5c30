package dev.assay.hiring.training;

import dev.assay.hiring.shared.InvalidInput;
import dev.assay.trainingcost.model.OfferTerms;
import dev.assay.trainingcost.model.RampUp;
import dev.assay.trainingcost.model.RoleId;
import dev.assay.trainingcost.model.RoleProfile;
import dev.assay.trainingcost.model.SkillId;
import dev.assay.trainingcost.model.SkillNeed;
import dev.assay.trainingcost.model.UncertainMoney;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * A role: its skills, hours and ramp, and how its hires are trained.
 *
 * @param onetCode the occupation in O*NET-SOC
 * @param skills what the role rests on, by share
 * @param horizonWeeks how many weeks after training the ramp's loss is counted
 * @param mentorHourly loaded pay of mentors
 * @param currency of its estimates, unless one asks for another
 * @param parent the role whose trainings are believed of this one until its own say otherwise
 */
public record RoleContent(
        String name,
        @Nullable String onetCode,
        List<Need> skills,
        double hoursPerWeek,
        Ramp rampUp,
        double horizonWeeks,
        List<UUID> modules,
        UUID wagePoint,
        Price mentorHourly,
        String currency,
        @Nullable OfferRule offer,
        @Nullable UUID parent)
        implements Term {

    private static final UUID NONE = new UUID(0, 0);

    public RoleContent {
        skills = List.copyOf(skills);
        modules = List.copyOf(modules);
    }

    /** A skill, the level it is needed at, and the share of the work that rests on it. */
    public record Need(UUID skill, int level, double weight) {}

    @Override
    public void requireSound() {
        profile(NONE);
        mentor();
        currencyUnit();
        terms();
        for (int i = 0; i < modules.size(); i++) {
            if (modules.indexOf(modules.get(i)) < i) {
                throw new InvalidInput("/modules/" + i, "is named twice");
            }
        }
    }

    RoleProfile profile(UUID id) {
        Map<SkillId, SkillNeed> needs = new HashMap<>();
        for (int i = 0; i < skills.size(); i++) {
            Need need = skills.get(i);
            SkillNeed known =
                    Refusals.at("/skills/" + i, () -> new SkillNeed(need.level(), need.weight()));
            if (needs.put(new SkillId(need.skill().toString()), known) != null) {
                throw new InvalidInput("/skills/" + i + "/skill", "is named twice");
            }
        }
        RampUp ramp = Refusals.at("/rampUp", rampUp::rampUp);
        return Refusals.at(
                "",
                () ->
                        new RoleProfile(
                                new RoleId(id.toString()),
                                name,
                                needs,
                                hoursPerWeek,
                                ramp,
                                horizonWeeks));
    }

    UncertainMoney mentor() {
        return Refusals.at("/mentorHourly", mentorHourly::money);
    }

    CurrencyUnit currencyUnit() {
        return Refusals.at("", () -> Price.currency(currency));
    }

    @Nullable OfferTerms terms() {
        return offer == null ? null : Refusals.at("/offer", offer::terms);
    }
}
