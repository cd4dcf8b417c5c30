package dev.assay.hiring.scoring.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** A job as tests word it, and the scoring of a candidate for it. */
record Job(List<Requirement> requirements, ScoringPolicy policy) {

    static final SkillRef SQL = skill(1);
    static final SkillRef PYTHON = skill(2);
    static final SkillRef STATISTICS = skill(3);

    static final LocalDate SUBMITTED_ON = LocalDate.parse("2026-11-24");

    static SkillRef skill(int number) {
        return new SkillRef(new UUID(1, number));
    }

    static Job job() {
        return new Job(List.of(), ScoringPolicy.standard());
    }

    Job needs(SkillRef skill, int importance) {
        return with(new Requirement(skill, new Importance(importance), false, null));
    }

    Job needs(SkillRef skill, int importance, int level) {
        return with(new Requirement(skill, new Importance(importance), false, new Level(level)));
    }

    Job mustHave(SkillRef skill, int importance) {
        return with(new Requirement(skill, new Importance(importance), true, null));
    }

    Job mustHave(SkillRef skill, int importance, int level) {
        return with(new Requirement(skill, new Importance(importance), true, new Level(level)));
    }

    Job under(ScoringPolicy other) {
        return new Job(requirements, other);
    }

    ScoringInput input(Item... items) {
        List<EvidenceItem> evidence = Arrays.stream(items).map(Item::built).toList();
        return new ScoringInput(requirements, evidence, SUBMITTED_ON, policy);
    }

    ScoreResult score(Item... items) {
        return ScoringEngine.score(input(items));
    }

    /** The only requirement of a job with one. */
    RequirementScore only(Item... items) {
        return score(items).requirements().getFirst();
    }

    /** The only evidence of the only requirement. */
    ScoredEvidence evidence(Item item) {
        return only(item).evidence().getFirst();
    }

    private Job with(Requirement requirement) {
        List<Requirement> all = new ArrayList<>(requirements);
        all.add(requirement);
        return new Job(all, policy);
    }
}
