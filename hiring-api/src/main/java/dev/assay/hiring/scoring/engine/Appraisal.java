package dev.assay.hiring.scoring.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All items of a candidate weighed for one requirement. */
final class Appraisal {

    private final List<ScoredEvidence> shown = new ArrayList<>();
    private final List<IgnoredItem> ignored = new ArrayList<>();
    private final List<ScoredEvidence> evidence;

    Appraisal(Requirement requirement, List<EvidenceItem> items, EvidenceReader reader) {
        for (EvidenceItem item : items) {
            switch (reader.read(item, requirement)) {
                case EvidenceReader.Reading.Shows shows -> shown.addAll(shows.showings());
                case EvidenceReader.Reading.PassedOver passed ->
                        ignored.add(new IgnoredItem(item.ref(), passed.reason()));
            }
        }
        if (shown.size() > 1) {
            shown.sort(ScoredEvidence.STRONGEST_FIRST);
            evidence = bestOfEachGroup();
            ignoreTheRestOfEachGroup();
        } else {
            evidence = List.copyOf(shown);
        }
        ignored.sort(Comparator.comparing(IgnoredItem::item));
    }

    List<ScoredEvidence> evidence() {
        return evidence;
    }

    List<IgnoredItem> ignored() {
        return ignored;
    }

    Voices counted() {
        return Voices.of(evidence, false);
    }

    Voices countedAndOpen() {
        return Voices.of(evidence, true);
    }

    /** By single items, also those their group outshines: recency must not touch a must-have. */
    RequirementState state() {
        RequirementState state = RequirementState.NOT_SHOWN;
        for (ScoredEvidence one : shown) {
            if (one.meets() && !one.open()) {
                return RequirementState.MET;
            }
            if (one.meets()) {
                state = RequirementState.OPEN;
            }
        }
        return state;
    }

    private List<ScoredEvidence> bestOfEachGroup() {
        Map<IndependenceGroup, List<ScoredEvidence>> groups =
                shown.stream()
                        .collect(
                                Collectors.groupingBy(
                                        ScoredEvidence::group, TreeMap::new, Collectors.toList()));
        return groups.values().stream()
                .flatMap(Appraisal::bestCountedAndBetterOpen)
                .sorted(ScoredEvidence.STRONGEST_FIRST)
                .toList();
    }

    /** Strongest first as they are, an open item that leads is better than all that count. */
    private static Stream<ScoredEvidence> bestCountedAndBetterOpen(List<ScoredEvidence> group) {
        ScoredEvidence first = group.getFirst();
        if (!first.open()) {
            return Stream.of(first);
        }
        Stream<ScoredEvidence> counted = group.stream().filter(e -> !e.open()).limit(1);
        return Stream.concat(Stream.of(first), counted);
    }

    private void ignoreTheRestOfEachGroup() {
        Set<ItemRef> used = evidence.stream().map(ScoredEvidence::item).collect(Collectors.toSet());
        shown.stream()
                .map(ScoredEvidence::item)
                .distinct()
                .filter(item -> !used.contains(item))
                .map(item -> new IgnoredItem(item, IgnoreReason.SAME_GROUP))
                .forEach(ignored::add);
    }
}
