package dev.assay.trainingcost;

import dev.assay.trainingcost.model.CredentialId;
import dev.assay.trainingcost.model.Evidence;
import dev.assay.trainingcost.model.RoleProfile;
import dev.assay.trainingcost.model.SkillId;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What evidence shows of a role's skills. */
final class ShownSkills {

    private ShownSkills() {}

    /** Strength by credential in force and skill, at the levels the role needs. */
    static Map<CredentialId, Map<SkillId, Double>> byCredential(
            RoleProfile role, List<Evidence> evidence, LocalDate day) {
        var shown = new TreeMap<CredentialId, Map<SkillId, Double>>();
        for (var item : evidence) {
            var need = role.skills().get(item.skill());
            if (need != null && item.countsOn(day)) {
                shown.computeIfAbsent(item.credential(), c -> new TreeMap<>())
                        .merge(item.skill(), item.strengthFor(need.level()), Math::max);
            }
        }
        return shown;
    }

    /** Credentials for the same skill do not add up: the best one counts. */
    static Map<SkillId, Double> best(Map<CredentialId, Map<SkillId, Double>> shown) {
        var best = new HashMap<SkillId, Double>();
        shown.values()
                .forEach(skills -> skills.forEach((skill, e) -> best.merge(skill, e, Math::max)));
        return best;
    }
}
