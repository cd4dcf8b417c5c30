package dev.assay.hiring.scoring;

import dev.assay.credential.model.Achievement;
import dev.assay.hiring.credentials.CredentialId;
import dev.assay.hiring.issuers.Issuer;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.skills.Skill;
import java.util.List;

/**
 * An achievement whose text mentions skills that jobs ask for, and that no person has looked at. It
 * counts nothing until one has.
 *
 * @param application one that brought it
 * @param credential the one it was read in
 */
public record MappingSuggestion(
        Issuer issuer,
        Achievement achievement,
        List<Skill> skills,
        ApplicationId application,
        CredentialId credential) {

    public MappingSuggestion {
        skills = List.copyOf(skills);
    }
}
