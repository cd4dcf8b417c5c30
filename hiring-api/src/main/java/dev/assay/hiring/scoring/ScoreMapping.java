package dev.assay.hiring.scoring;

import dev.assay.hiring.jobs.SkillLevel;
import dev.assay.hiring.scoring.engine.BasisPoints;
import dev.assay.hiring.scoring.engine.Importance;
import dev.assay.hiring.scoring.engine.Level;
import dev.assay.hiring.scoring.engine.Points;
import dev.assay.hiring.scoring.engine.Requirement;
import dev.assay.hiring.scoring.engine.RequirementScore;
import dev.assay.hiring.scoring.engine.ScoreResult;
import dev.assay.hiring.scoring.engine.ScoredEvidence;
import dev.assay.hiring.scoring.engine.SkillRef;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.skills.Skill;
import dev.assay.hiring.skills.SkillId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Between the platform's records and the engine's. */
final class ScoreMapping {

    private ScoreMapping() {}

    static List<Requirement> requirements(List<dev.assay.hiring.jobs.Requirement> requirements) {
        return requirements.stream().map(ScoreMapping::requirement).toList();
    }

    static Score score(
            ApplicationId application,
            ScoreResult result,
            Map<SkillId, Skill> skills,
            Instant now) {
        Points score = result.score();
        return new Score(
                application.value(),
                value(score),
                value(result.potential()),
                result.lane().code(),
                score == null ? null : score.band(),
                result.mustHaves().code(),
                new Score.Policy(result.policy().id(), result.policy().version()),
                result.engineVersion(),
                now,
                result.inputsDigest().hex(),
                result.requirements().stream()
                        .map(requirement -> requirement(requirement, skills))
                        .toList(),
                result.counterfactuals().stream()
                        .map(other ->
                                new Score.Counterfactual(
                                        skill(other.skill(), skills),
                                        other.gain().value(),
                                        other.with().code()))
                        .toList());
    }

    /** The figures alone: without what explains them. */
    static Score figures(ApplicationId application, ScoreResult result, Instant now) {
        Points score = result.score();
        return new Score(
                application.value(),
                value(score),
                value(result.potential()),
                result.lane().code(),
                score == null ? null : score.band(),
                result.mustHaves().code(),
                new Score.Policy(result.policy().id(), result.policy().version()),
                result.engineVersion(),
                now,
                result.inputsDigest().hex(),
                List.of(),
                List.of());
    }

    private static Requirement requirement(dev.assay.hiring.jobs.Requirement requirement) {
        SkillLevel level = requirement.level();
        return new Requirement(
                new SkillRef(requirement.skill().value()),
                new Importance(requirement.importance().value()),
                requirement.mustHave(),
                level == null ? null : new Level(level.value()));
    }

    private static Score.RequirementScore requirement(
            RequirementScore scored, Map<SkillId, Skill> skills) {
        Requirement requirement = scored.requirement();
        Level level = requirement.level();
        return new Score.RequirementScore(
                skill(requirement.skill(), skills),
                requirement.importance().value(),
                requirement.mustHave(),
                level == null ? null : level.value(),
                scored.state().code(),
                scored.points().value(),
                scored.potentialPoints().value(),
                scored.maxPoints().value(),
                scored.strength().rounded(),
                scored.evidence().stream().map(ScoreMapping::evidence).toList(),
                scored.ignored().stream()
                        .map(ignored ->
                                new Score.Ignored(ignored.item().id(), ignored.reason().code()))
                        .toList());
    }

    private static Score.Evidence evidence(ScoredEvidence evidence) {
        var openBecause = evidence.openBecause();
        BasisPoints recency = evidence.factors().recency();
        return new Score.Evidence(
                evidence.item().id(),
                evidence.kind().code(),
                evidence.group().reference(),
                evidence.factors().authority().value(),
                evidence.factors().alignment().value(),
                evidence.factors().level().value(),
                evidence.factors().assessment().value(),
                recency == null ? null : recency.value(),
                evidence.strength().rounded(),
                evidence.limiting().code(),
                evidence.levelUnstated(),
                evidence.open(),
                openBecause == null ? null : openBecause.code());
    }

    private static Score.Skill skill(SkillRef reference, Map<SkillId, Skill> skills) {
        Skill skill =
                Objects.requireNonNull(
                        skills.get(new SkillId(reference.id())), "a required skill is gone");
        return new Score.Skill(skill.id().value(), skill.uri().toString(), skill.label());
    }

    private static @Nullable BigDecimal value(@Nullable Points points) {
        return points == null ? null : points.value();
    }
}
