package dev.assay.credential.check;

import static dev.assay.credential.report.CheckName.ACHIEVEMENT_AUTHORITY;

import dev.assay.credential.format.CredentialDocument;
import dev.assay.credential.json.JsonTree;
import dev.assay.credential.report.Check;
import dev.assay.credential.report.CheckCode;

/**
 * Whether the issuer awards its own achievement. Anyone can sign a badge for an achievement that
 * somebody else defined (1EdTech openbadges-specification issue 451); whether that was delegated is
 * the registry's knowledge, not ours. Without a creator the achievement is the issuer's own word.
 */
final class AuthorityCheck {

    private AuthorityCheck() {}

    static Check of(CredentialDocument document) {
        var achievement = document.achievement();
        if (achievement.isEmpty()) {
            return Check.notApplicable(
                    ACHIEVEMENT_AUTHORITY, CheckCode.NOT_RELEVANT, "There is no achievement.");
        }
        var creator = JsonTree.id(achievement.get().path("creator"));
        if (creator.isEmpty()) {
            return Check.notApplicable(
                    ACHIEVEMENT_AUTHORITY,
                    CheckCode.CREATOR_NOT_STATED,
                    "The achievement names no creator beside the issuer.");
        }
        return creator.equals(document.issuerId())
                ? Check.passed(
                        ACHIEVEMENT_AUTHORITY, "The issuer created the achievement it awards.")
                : Check.failed(
                        ACHIEVEMENT_AUTHORITY,
                        CheckCode.CREATOR_IS_ANOTHER,
                        "The achievement was created by somebody other than the issuer.");
    }
}
