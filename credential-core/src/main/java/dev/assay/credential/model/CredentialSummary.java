package dev.assay.credential.model;

import dev.assay.credential.skill.SkillClaim;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a credential claims, read only from the part its proof covers; nothing here says that the
 * claims are true.
 *
 * @param subjectId whom or what it is about, where it says so by an id
 */
public record CredentialSummary(
        Optional<String> id,
        Optional<String> name,
        Party issuer,
        Optional<String> subjectId,
        Optional<Instant> validFrom,
        Optional<Instant> validUntil,
        Optional<Achievement> achievement,
        List<Alignment> alignments,
        List<Result> results,
        Optional<Credits> credits,
        List<SkillClaim> skills,
        Optional<Learning> learning) {

    public CredentialSummary {
        alignments = List.copyOf(alignments);
        results = List.copyOf(results);
        skills = List.copyOf(skills);
    }
}
