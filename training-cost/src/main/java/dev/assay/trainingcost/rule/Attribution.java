package dev.assay.trainingcost.rule;

import dev.assay.trainingcost.model.CredentialId;
import dev.assay.trainingcost.model.SkillId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * Splits a mean saving among the credentials that bring it. The saving is a sum over modules and
 * the ramp, and Shapley values of a sum are sums of Shapley values; so each module is shared out
 * only among the credentials that can change it, and the split stays exact for people with many
 * credentials as long as no single module has more than {@value Shapley#MOST_EXACT} of them.
 */
public final class Attribution {

    private final TrainingProgram program;
    private final Map<CredentialId, Map<SkillId, Double>> shown;
    private final MeanCosts costs;
    private final long seed;
    private final SequencedMap<CredentialId, Double> shares = new TreeMap<>();

    private Attribution(
            TrainingProgram program,
            Map<CredentialId, Map<SkillId, Double>> shown,
            MeanCosts costs,
            long seed) {
        this.program = program;
        this.shown = new TreeMap<>(shown);
        this.costs = costs;
        this.seed = seed;
        this.shown.keySet().forEach(credential -> shares.put(credential, 0.0));
    }

    /** The saving of each credential, in order of their ids; a useless one has exactly 0. */
    public static SequencedMap<CredentialId, Double> split(
            TrainingProgram program,
            Map<CredentialId, Map<SkillId, Double>> shown,
            MeanCosts costs,
            long seed) {
        var attribution = new Attribution(program, shown, costs, seed);
        for (int m = 0; m < program.modules().size(); m++) {
            attribution.splitModule(m);
        }
        attribution.splitRamp();
        return Collections.unmodifiableSequencedMap(attribution.shares);
    }

    private void splitModule(int module) {
        var deciding = program.skillsDeciding(module);
        var players = new ArrayList<CredentialId>();
        shown.forEach((credential, strengths) -> {
            if (!Collections.disjoint(strengths.keySet(), deciding)) {
                players.add(credential);
            }
        });
        if (players.isEmpty()) {
            return;
        }
        var known = new HashMap<List<WaiverOption>, Double>();
        double full = costs.module(module, program.optionsFor(module, Map.of()));
        var values =
                Shapley.values(
                        players.size(),
                        members -> {
                            var options = program.optionsFor(module, best(players, members));
                            return full
                                    - known.computeIfAbsent(options, o -> costs.module(module, o));
                        },
                        seed + module);
        for (int i = 0; i < values.length; i++) {
            shares.merge(players.get(i), values[i], Double::sum);
        }
    }

    private Map<SkillId, Double> best(List<CredentialId> players, boolean[] members) {
        var best = new HashMap<SkillId, Double>();
        for (int i = 0; i < members.length; i++) {
            if (members[i]) {
                strengths(players.get(i)).forEach((skill, e) -> best.merge(skill, e, Math::max));
            }
        }
        return best;
    }

    private Map<SkillId, Double> strengths(CredentialId credential) {
        return shown.getOrDefault(credential, Map.of());
    }

    private void splitRamp() {
        double atStake = costs.rampAtStake();
        program.role()
                .skills()
                .forEach((skill, need) -> {
                    var players =
                            shown.keySet().stream()
                                    .filter(c -> strengths(c).containsKey(skill))
                                    .toList();
                    var values =
                            Shapley.ofLargest(
                                    players.stream()
                                            .mapToDouble(c -> strengths(c).getOrDefault(skill, 0.0))
                                            .toArray());
                    for (int i = 0; i < values.length; i++) {
                        shares.merge(
                                players.get(i), values[i] * need.weight() * atStake, Double::sum);
                    }
                });
    }
}
