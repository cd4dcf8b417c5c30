package dev.assay.hiring.skills;

import dev.assay.hiring.skills.VocabularyRepository.Above;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What is broader than what, where an employer's own skills lead into published vocabularies: first
 * through its own relations, then on through the published ones.
 */
final class Ancestry {

    private Ancestry() {}

    /**
     * Everything broader than these skills, with the fewest steps to it, as far as some steps up.
     *
     * @param own the employer's relations
     * @param published finds what is published to be broader than some skills
     */
    static List<Above> above(
            Collection<String> uris,
            int steps,
            Map<String, Set<String>> own,
            Function<Collection<String>, List<Above>> published) {
        Map<String, Map<String, Integer>> reached = new HashMap<>();
        Set<String> asked = new HashSet<>(uris);
        for (String uri : uris) {
            Map<String, Integer> steppedTo = climb(uri, steps, own);
            reached.put(uri, steppedTo);
            asked.addAll(steppedTo.keySet());
        }
        Map<String, List<Above>> further = new HashMap<>();
        published
                .apply(asked)
                .forEach(one ->
                        further.computeIfAbsent(one.skill(), _ -> new ArrayList<>()).add(one));
        List<Above> all = new ArrayList<>();
        for (String uri : uris) {
            Map<String, Integer> fewest = new HashMap<>(reached.getOrDefault(uri, Map.of()));
            further.getOrDefault(uri, List.of())
                    .forEach(one -> fewest.merge(one.broader(), one.steps(), Math::min));
            reached.getOrDefault(uri, Map.of())
                    .forEach((at, depth) ->
                            further.getOrDefault(at, List.of())
                                    .forEach(one ->
                                            fewest.merge(
                                                    one.broader(),
                                                    depth + one.steps(),
                                                    Math::min)));
            fewest.forEach((broader, depth) -> {
                if (depth <= steps && !broader.equals(uri)) {
                    all.add(new Above(uri, broader, depth));
                }
            });
        }
        return all;
    }

    private static Map<String, Integer> climb(
            String from, int steps, Map<String, Set<String>> own) {
        Map<String, Integer> reached = new HashMap<>();
        Set<String> at = Set.of(from);
        for (int depth = 1; depth <= steps && !at.isEmpty(); depth++) {
            Set<String> next = new HashSet<>();
            for (String uri : at) {
                next.addAll(own.getOrDefault(uri, Set.of()));
            }
            next.removeAll(reached.keySet());
            for (String uri : next) {
                reached.put(uri, depth);
            }
            at = next;
        }
        return reached;
    }
}
