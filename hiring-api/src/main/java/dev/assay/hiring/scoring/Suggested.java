package dev.assay.hiring.scoring;

import dev.assay.hiring.credentials.CredentialId;
import dev.assay.hiring.issuers.IssuerId;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.skills.SkillId;

/** A skill that an achievement's text mentions, and nobody has looked at yet. */
record Suggested(
        String achievementDigest,
        IssuerId issuer,
        ApplicationId application,
        CredentialId credential,
        SkillId skill) {}
