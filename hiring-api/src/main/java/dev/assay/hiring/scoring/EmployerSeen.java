package dev.assay.hiring.scoring;

import dev.assay.hiring.evidence.EvidenceMethod;
import dev.assay.hiring.evidence.RecordedEvidence;
import dev.assay.hiring.evidence.Supervision;
import dev.assay.hiring.scoring.engine.AssessmentMode;
import dev.assay.hiring.scoring.engine.AuthorityTier;
import dev.assay.hiring.scoring.engine.EvidenceItem;
import dev.assay.hiring.scoring.engine.EvidenceKind;
import dev.assay.hiring.scoring.engine.IndependenceGroup;
import dev.assay.hiring.scoring.engine.ItemRef;
import dev.assay.hiring.scoring.engine.Level;
import dev.assay.hiring.scoring.engine.SkillRef;
import dev.assay.hiring.scoring.engine.SkillShown;
import dev.assay.hiring.scoring.engine.Standing;
import dev.assay.hiring.skills.Skill;
import java.util.Set;
import java.util.stream.Collectors;

/** What the employer saw a candidate do, as evidence: one voice, however often it looked. */
final class EmployerSeen {

    private static final IndependenceGroup GROUP = new IndependenceGroup("employer");

    private EmployerSeen() {}

    static EvidenceItem item(RecordedEvidence evidence, Skill skill, RequiredSkills required) {
        Level level = new Level(evidence.level());
        Set<SkillShown> shown =
                required.alignments(skill.uri().toString()).entrySet().stream()
                        .map(asked ->
                                new SkillShown(
                                        new SkillRef(asked.getKey().id().value()),
                                        asked.getValue(),
                                        level,
                                        true))
                        .collect(Collectors.toSet());
        return new EvidenceItem(
                new ItemRef(evidence.id().value()),
                kind(evidence.method()),
                new Standing.Counted(),
                AuthorityTier.EMPLOYER,
                GROUP,
                mode(evidence.supervision()),
                evidence.performedOn(),
                1,
                shown);
    }

    private static EvidenceKind kind(EvidenceMethod method) {
        return switch (method) {
            case WORK_SAMPLE -> EvidenceKind.WORK_SAMPLE;
            case STRUCTURED_INTERVIEW -> EvidenceKind.STRUCTURED_INTERVIEW;
            case ASSESSMENT -> EvidenceKind.ASSESSMENT;
        };
    }

    private static AssessmentMode mode(Supervision supervision) {
        return switch (supervision) {
            case SUPERVISED_WITH_IDENTITY -> AssessmentMode.SUPERVISED_WITH_IDENTITY;
            case SUPERVISED -> AssessmentMode.SUPERVISED;
            case UNSUPERVISED -> AssessmentMode.UNSUPERVISED;
        };
    }
}
