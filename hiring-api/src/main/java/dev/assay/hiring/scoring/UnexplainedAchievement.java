package dev.assay.hiring.scoring;

import dev.assay.hiring.credentials.CredentialId;
import dev.assay.hiring.issuers.IssuerId;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.skills.SkillId;
import java.util.List;
import java.util.Map;

/**
 * A trusted issuer's achievement of which nobody has said yet what it shows, with what its text
 * speaks of.
 */
record UnexplainedAchievement(
        String digest,
        IssuerId issuer,
        ApplicationId application,
        CredentialId credential,
        Mentions mentions) {

    /** Those of the skills that the text mentions by one of their names. */
    List<Suggested> mentioned(Map<SkillId, List<String>> names) {
        return names.entrySet().stream()
                .filter(skill -> skill.getValue().stream().anyMatch(mentions::has))
                .map(skill ->
                        new Suggested(digest, issuer, application, credential, skill.getKey()))
                .toList();
    }
}
