package dev.assay.hiring.scoring.engine;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A recognised, supervised badge of its own group, counted, showing nothing yet; tests say only
 * what differs.
 */
record Item(
        int number,
        EvidenceKind kind,
        Standing standing,
        AuthorityTier tier,
        String group,
        AssessmentMode assessment,
        @Nullable LocalDate achievedOn,
        int skillsListed,
        Set<SkillShown> skills) {

    static Item badge(int number) {
        return new Item(
                number,
                EvidenceKind.CREDENTIAL,
                new Standing.Counted(),
                AuthorityTier.RECOGNISED,
                "group-" + number,
                AssessmentMode.SUPERVISED_WITH_IDENTITY,
                null,
                1,
                Set.of());
    }

    static Item workSample(int number) {
        return new Item(
                number,
                EvidenceKind.WORK_SAMPLE,
                new Standing.Counted(),
                AuthorityTier.EMPLOYER,
                "employer",
                AssessmentMode.SUPERVISED_WITH_IDENTITY,
                null,
                1,
                Set.of());
    }

    static ItemRef ref(int number) {
        return new ItemRef(new UUID(0, number));
    }

    Item standing(Standing other) {
        return new Item(
                number, kind, other, tier, group, assessment, achievedOn, skillsListed, skills);
    }

    Item ignored(IgnoreReason reason) {
        return standing(new Standing.Ignored(reason));
    }

    Item open(IgnoreReason reason) {
        return standing(new Standing.Open(reason));
    }

    Item tier(AuthorityTier other) {
        return new Item(
                number, kind, standing, other, group, assessment, achievedOn, skillsListed, skills);
    }

    Item group(String other) {
        return new Item(
                number, kind, standing, tier, other, assessment, achievedOn, skillsListed, skills);
    }

    Item assessment(AssessmentMode other) {
        return new Item(
                number, kind, standing, tier, group, other, achievedOn, skillsListed, skills);
    }

    Item achievedOn(String date) {
        return new Item(
                number,
                kind,
                standing,
                tier,
                group,
                assessment,
                LocalDate.parse(date),
                skillsListed,
                skills);
    }

    Item listing(int count) {
        return new Item(number, kind, standing, tier, group, assessment, achievedOn, count, skills);
    }

    Item shows(SkillRef skill) {
        return shows(skill, new Alignment.Exact());
    }

    Item shows(SkillRef skill, int level) {
        return shows(new SkillShown(skill, new Alignment.Exact(), new Level(level), false));
    }

    /** A confirmation that the item covers so much of a skill. */
    static Alignment mapped(int factor) {
        return new Alignment.Mapped(new MappingRef(new UUID(7, 7), 2), new BasisPoints(factor));
    }

    Item shows(SkillRef skill, Alignment alignment) {
        return shows(new SkillShown(skill, alignment, null, false));
    }

    Item shows(SkillRef skill, Alignment alignment, int level) {
        return shows(new SkillShown(skill, alignment, new Level(level), false));
    }

    Item shows(SkillShown another) {
        Set<SkillShown> all = new LinkedHashSet<>(skills);
        all.add(another);
        return new Item(
                number,
                kind,
                standing,
                tier,
                group,
                assessment,
                achievedOn,
                Math.max(skillsListed, all.size()),
                all);
    }

    EvidenceItem built() {
        return new EvidenceItem(
                ref(number),
                kind,
                standing,
                tier,
                new IndependenceGroup(group),
                assessment,
                achievedOn,
                skillsListed,
                skills);
    }
}
