package dev.assay.trainingcost.rule;

import dev.assay.trainingcost.model.InvalidInputException;
import dev.assay.trainingcost.model.ModuleId;
import dev.assay.trainingcost.model.TrainingModule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/**
 * Which modules need which. Refuses a prerequisite that is not there, a cycle (naming it), and an
 * auxiliary module that no other needs.
 */
final class PrerequisiteGraph {

    private final List<TrainingModule> modules;
    private final Map<ModuleId, Integer> index = new HashMap<>();
    private final List<List<Integer>> dependants = new ArrayList<>();
    private final List<Integer> dependantsFirst;

    PrerequisiteGraph(List<TrainingModule> modules) {
        this.modules = List.copyOf(modules);
        for (int m = 0; m < modules.size(); m++) {
            index.put(modules.get(m).id(), m);
            dependants.add(new ArrayList<>());
        }
        for (int m = 0; m < modules.size(); m++) {
            for (var prerequisite : modules.get(m).prerequisites()) {
                dependants.get(indexOf(modules.get(m), prerequisite)).add(m);
            }
        }
        dependantsFirst = sort().reversed();
        for (int m = 0; m < modules.size(); m++) {
            var module = modules.get(m);
            if (isAuxiliary(m) && dependants.get(m).isEmpty()) {
                throw new InvalidInputException(
                        path(module) + ".purpose",
                        "is auxiliary, but no module has it as a prerequisite");
            }
        }
    }

    static String path(TrainingModule module) {
        return "modules[" + module.id() + "]";
    }

    /**
     * The modules a hire still has to deal with: those of the role, and each auxiliary one that a
     * module dealt with still needs.
     */
    boolean[] needed(IntPredicate mayWaive) {
        var needed = new boolean[modules.size()];
        for (int m : dependantsFirst) {
            needed[m] =
                    !isAuxiliary(m)
                            || dependants.get(m).stream()
                                    .anyMatch(d -> needed[d] && !mayWaive.test(d));
        }
        return needed;
    }

    /** The module and all that its being needed depends on. */
    Set<Integer> decidedBy(int module) {
        var found = new LinkedHashSet<Integer>();
        collect(module, found);
        return found;
    }

    private void collect(int module, Set<Integer> found) {
        if (found.add(module) && isAuxiliary(module)) {
            dependants.get(module).forEach(d -> collect(d, found));
        }
    }

    private boolean isAuxiliary(int module) {
        return modules.get(module).purpose() == TrainingModule.Purpose.AUXILIARY;
    }

    private int indexOf(TrainingModule module, ModuleId prerequisite) {
        var found = index.get(prerequisite);
        if (found == null) {
            throw new InvalidInputException(
                    path(module) + ".prerequisites",
                    "names " + prerequisite + ", which is not among the modules");
        }
        return found;
    }

    private List<Integer> sort() {
        var done = new LinkedHashSet<Integer>();
        for (int m = 0; m < modules.size(); m++) {
            visit(m, new ArrayList<>(), new HashSet<>(), done);
        }
        return List.copyOf(done);
    }

    private void visit(int module, List<Integer> trail, Set<Integer> onTrail, Set<Integer> done) {
        if (done.contains(module)) {
            return;
        }
        trail.add(module);
        if (!onTrail.add(module)) {
            var cycle =
                    trail.subList(trail.indexOf(module), trail.size()).stream()
                            .map(m -> modules.get(m).id().value())
                            .collect(Collectors.joining(" needs "));
            throw new InvalidInputException(
                    path(modules.get(module)) + ".prerequisites",
                    "must not form a cycle: " + cycle);
        }
        for (var prerequisite : modules.get(module).prerequisites()) {
            visit(indexOf(modules.get(module), prerequisite), trail, onTrail, done);
        }
        onTrail.remove(module);
        trail.removeLast();
        done.add(module);
    }
}
