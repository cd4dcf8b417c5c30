package dev.assay.hiring.scoring.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Draws jobs and candidates small enough that skills, groups and ties collide often: three skills,
 * three groups, every tier, standing, alignment and mode.
 */
final class Candidates {

    private Candidates() {}

    static Arbitrary<SkillRef> skills() {
        return Arbitraries.of(Job.SQL, Job.PYTHON, Job.STATISTICS);
    }

    static Arbitrary<Requirement> requirements(int heaviest) {
        return Combinators.combine(
                        skills(),
                        Arbitraries.integers().between(1, heaviest).map(Importance::new),
                        Arbitraries.of(true, false),
                        levels().injectNull(0.3))
                .as(Requirement::new);
    }

    static Arbitrary<Level> levels() {
        return Arbitraries.integers().between(1, 5).map(Level::new);
    }

    static Arbitrary<Alignment> alignments() {
        return Arbitraries.of(
                new Alignment.Exact(),
                Item.mapped(10_000),
                Item.mapped(6_000),
                new Alignment.Crosswalk(),
                new Alignment.Narrower(1),
                new Alignment.Narrower(3),
                new Alignment.Broader(),
                new Alignment.Unconfirmed());
    }

    static Arbitrary<SkillShown> shown() {
        return Combinators.combine(
                        skills(),
                        alignments(),
                        levels().injectNull(0.3),
                        Arbitraries.of(true, false))
                .as(SkillShown::new);
    }

    static Arbitrary<Standing> standings() {
        Stream<Standing> ignored =
                Arrays.stream(IgnoreReason.values())
                        .filter(IgnoreReason::comesWithTheItem)
                        .map(Standing.Ignored::new);
        Stream<Standing> open =
                Arrays.stream(IgnoreReason.values())
                        .filter(IgnoreReason::mayBeOurDoubt)
                        .map(Standing.Open::new);
        return Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just(new Standing.Counted())),
                Tuple.of(2, Arbitraries.of(open.toList())),
                Tuple.of(1, Arbitraries.of(ignored.toList())));
    }

    static Arbitrary<EvidenceItem> items(int number) {
        Arbitrary<Set<SkillShown>> shown = shown().set().ofMaxSize(4);
        Arbitrary<EvidenceKind> kinds =
                Arbitraries.frequencyOf(
                        Tuple.of(4, Arbitraries.just(EvidenceKind.CREDENTIAL)),
                        Tuple.of(1, Arbitraries.of(EvidenceKind.class)));
        return Combinators.combine(
                        kinds,
                        standings(),
                        Arbitraries.of(AuthorityTier.class)
                                .filter(t -> t != AuthorityTier.EMPLOYER),
                        Arbitraries.of("north", "south", "west").map(IndependenceGroup::new),
                        Arbitraries.of(AssessmentMode.class),
                        Arbitraries.integers().between(4, 7),
                        shown)
                .as((kind, standing, tier, group, mode, listed, skills) ->
                        new EvidenceItem(
                                Item.ref(number),
                                kind,
                                standing,
                                kind.employerRecorded() ? AuthorityTier.EMPLOYER : tier,
                                group,
                                mode,
                                null,
                                listed,
                                skills));
    }

    static Arbitrary<List<EvidenceItem>> evidence() {
        return Arbitraries.integers()
                .between(0, 6)
                .flatMap(count -> {
                    List<Arbitrary<EvidenceItem>> each = new ArrayList<>();
                    for (int number = 1; number <= count; number++) {
                        each.add(items(number));
                    }
                    return Combinators.combine(each).as(items -> items);
                });
    }

    static Arbitrary<ScoringInput> inputs(int heaviest) {
        return Combinators.combine(requirements(heaviest).list().ofMaxSize(4), evidence())
                .as((requirements, evidence) ->
                        new ScoringInput(
                                requirements,
                                evidence,
                                Job.SUBMITTED_ON,
                                ScoringPolicy.standard()));
    }
}
