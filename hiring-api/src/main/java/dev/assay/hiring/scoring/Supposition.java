package dev.assay.hiring.scoring;

import dev.assay.hiring.credentials.StoredCredential;
import dev.assay.hiring.scoring.engine.Alignment;
import dev.assay.hiring.scoring.engine.EvidenceItem;
import dev.assay.hiring.scoring.engine.EvidenceKind;
import dev.assay.hiring.scoring.engine.Importance;
import dev.assay.hiring.scoring.engine.IndependenceGroup;
import dev.assay.hiring.scoring.engine.ItemRef;
import dev.assay.hiring.scoring.engine.Level;
import dev.assay.hiring.scoring.engine.Requirement;
import dev.assay.hiring.scoring.engine.ScoringInput;
import dev.assay.hiring.scoring.engine.SkillRef;
import dev.assay.hiring.scoring.engine.SkillShown;
import dev.assay.hiring.scoring.engine.Standing;
import dev.assay.hiring.skills.SkillId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** An application's inputs as they would be under a hypothesis. Pure: it stores nothing. */
final class Supposition {

    private Supposition() {}

    static ScoringInput of(
            ScoringInput input, List<StoredCredential> offered, Hypothesis hypothesis) {
        Map<UUID, String> issuers = new HashMap<>();
        offered.forEach(credential ->
                credential
                        .issuerId()
                        .ifPresent(issuer -> issuers.put(credential.id().value(), issuer)));
        List<EvidenceItem> evidence = new ArrayList<>();
        input.evidence().stream()
                .filter(item -> !hypothesis.without().contains(item.ref().id()))
                .map(item -> trusted(item, issuers, hypothesis))
                .forEach(evidence::add);
        for (int i = 0; i < hypothesis.items().size(); i++) {
            evidence.add(supposed(hypothesis.items().get(i), i));
        }
        return new ScoringInput(
                input.requirements().stream().map(one -> weighed(one, hypothesis)).toList(),
                evidence,
                input.submittedOn(),
                input.policy());
    }

    private static EvidenceItem trusted(
            EvidenceItem item, Map<UUID, String> issuers, Hypothesis hypothesis) {
        return Optional.ofNullable(issuers.get(item.ref().id()))
                .map(hypothesis.tiers()::get)
                .map(tier ->
                        new EvidenceItem(
                                item.ref(),
                                item.kind(),
                                item.standing(),
                                tier,
                                item.group(),
                                item.assessment(),
                                item.achievedOn(),
                                item.skillsListed(),
                                item.skills()))
                .orElse(item);
    }

    private static EvidenceItem supposed(Hypothesis.Item item, int number) {
        Level level = item.level().isPresent() ? new Level(item.level().getAsInt()) : null;
        return new EvidenceItem(
                new ItemRef(new UUID(0, number + 1L)),
                EvidenceKind.CREDENTIAL,
                new Standing.Counted(),
                item.tier(),
                new IndependenceGroup("supposed:" + number),
                item.assessment(),
                null,
                1,
                Set.of(
                        new SkillShown(
                                new SkillRef(item.skill().value()),
                                new Alignment.Exact(),
                                level,
                                true)));
    }

    private static Requirement weighed(Requirement requirement, Hypothesis hypothesis) {
        return Optional.ofNullable(
                        hypothesis.importances().get(new SkillId(requirement.skill().id())))
                .map(importance ->
                        new Requirement(
                                requirement.skill(),
                                new Importance(importance),
                                requirement.mustHave(),
                                requirement.level()))
                .orElse(requirement);
    }
}
