package dev.assay.hiring.scoring;

import dev.assay.credential.model.Achievement;
import dev.assay.credential.model.CredentialSummary;
import dev.assay.hiring.applications.Application;
import dev.assay.hiring.applications.Applications;
import dev.assay.hiring.credentials.Credentials;
import dev.assay.hiring.credentials.StoredCredential;
import dev.assay.hiring.evidence.EvidenceRecords;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.scoring.engine.EvidenceItem;
import dev.assay.hiring.scoring.engine.IgnoreReason;
import dev.assay.hiring.scoring.engine.IgnoredItem;
import dev.assay.hiring.scoring.engine.Importance;
import dev.assay.hiring.scoring.engine.Level;
import dev.assay.hiring.scoring.engine.Requirement;
import dev.assay.hiring.scoring.engine.RequirementScore;
import dev.assay.hiring.scoring.engine.ScoringEngine;
import dev.assay.hiring.scoring.engine.ScoringInput;
import dev.assay.hiring.scoring.engine.ScoringPolicy;
import dev.assay.hiring.scoring.engine.SkillRef;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.skills.Skill;
import dev.assay.hiring.skills.SkillId;
import dev.assay.hiring.skills.Skills;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What an application proves of skills that need not be those of its job: read by the very rules
 * and the same engine that scores it.
 */
@Component
public class ProvenSkills {

    private final TenantTransaction transactions;
    private final Applications applications;
    private final Credentials credentials;
    private final Skills skills;
    private final EvidenceAssembler evidence;
    private final EvidenceRecords records;
    private final PolicyRepository policies;

    ProvenSkills(
            TenantTransaction transactions,
            Applications applications,
            Credentials credentials,
            Skills skills,
            EvidenceAssembler evidence,
            EvidenceRecords records,
            PolicyRepository policies) {
        this.transactions = transactions;
        this.applications = applications;
        this.credentials = credentials;
        this.skills = skills;
        this.evidence = evidence;
        this.records = records;
        this.policies = policies;
    }

    /**
     * What each credential shows of these skills, held against the levels needed. Of several in one
     * voice only the best is told, as in a score.
     *
     * @throws NotFound when this employer has no such application
     */
    public List<ProvenSkill> of(Actor actor, ApplicationId id, Map<SkillId, Integer> needed) {
        return transactions.in(
                actor,
                () -> {
                    Application application = applications.get(actor, id);
                    List<StoredCredential> offered =
                            credentials.countingFor(actor, id, application.candidate());
                    Map<SkillId, Skill> known = skills.withIds(actor, needed.keySet());
                    List<EvidenceItem> items =
                            evidence.assemble(
                                            actor,
                                            offered,
                                            records.countingFor(actor, id, application.candidate()),
                                            known.values())
                                    .items();
                    List<Requirement> asked =
                            known.keySet().stream()
                                    .map(skill ->
                                            new Requirement(
                                                    new SkillRef(skill.value()),
                                                    new Importance(1),
                                                    false,
                                                    new Level(needed.getOrDefault(skill, 1))))
                                    .toList();
                    Map<UUID, StoredCredential> byId =
                            offered.stream()
                                    .collect(
                                            Collectors.toMap(
                                                    credential -> credential.id().value(),
                                                    Function.identity()));
                    ScoringPolicy policy =
                            policies.active(actor.employer())
                                    .map(PolicyVersion::numbers)
                                    .orElseGet(ScoringPolicy::standard);
                    return ScoringEngine.score(
                                    new ScoringInput(
                                            asked,
                                            items,
                                            application
                                                    .submittedAt()
                                                    .atOffset(ZoneOffset.UTC)
                                                    .toLocalDate(),
                                            policy))
                            .requirements()
                            .stream()
                            .flatMap(scored -> shown(scored, items, byId).stream())
                            .toList();
                });
    }

    private static List<ProvenSkill> shown(
            RequirementScore scored,
            List<EvidenceItem> items,
            Map<UUID, StoredCredential> credentials) {
        SkillRef skill = scored.requirement().skill();
        List<ProvenSkill> shown = new ArrayList<>();
        scored.evidence()
                .forEach(found ->
                        shown.add(
                                proven(
                                        found.item().id(),
                                        skill,
                                        found.strength().value().doubleValue(),
                                        found.open()
                                                ? ProvenSkill.Standing.UNSETTLED
                                                : ProvenSkill.Standing.COUNTS,
                                        credentials)));
        for (IgnoredItem ignored : scored.ignored()) {
            boolean showsIt =
                    items.stream()
                            .filter(item -> item.ref().equals(ignored.item()))
                            .flatMap(item -> item.skills().stream())
                            .anyMatch(claim -> claim.skill().equals(skill));
            if (showsIt) {
                standing(ignored.reason())
                        .ifPresent(standing ->
                                shown.add(
                                        proven(
                                                ignored.item().id(),
                                                skill,
                                                0,
                                                standing,
                                                credentials)));
            }
        }
        return shown;
    }

    private static Optional<ProvenSkill.Standing> standing(IgnoreReason reason) {
        return switch (reason) {
            case REVOKED, SUSPENDED, EXPIRED -> Optional.of(ProvenSkill.Standing.LAPSED);
            case COULD_NOT_CHECK, EMAIL_UNCONFIRMED, MAPPING_UNCONFIRMED ->
                    Optional.of(ProvenSkill.Standing.UNSETTLED);
            default -> Optional.empty();
        };
    }

    private static ProvenSkill proven(
            UUID item,
            SkillRef skill,
            double strength,
            ProvenSkill.Standing standing,
            Map<UUID, StoredCredential> credentials) {
        Optional<CredentialSummary> said =
                Optional.ofNullable(credentials.get(item))
                        .flatMap(credential -> credential.report().credential());
        return new ProvenSkill(
                item,
                new SkillId(skill.id()),
                strength,
                standing,
                said.flatMap(CredentialSummary::validUntil)
                        .map(end -> end.atOffset(ZoneOffset.UTC).toLocalDate()),
                said.flatMap(CredentialSummary::achievement).map(Achievement::id));
    }
}
