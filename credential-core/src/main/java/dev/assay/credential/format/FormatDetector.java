package dev.assay.credential.format;

import static dev.assay.credential.report.CredentialFormat.BLOCKCERTS;
import static dev.assay.credential.report.CredentialFormat.CLR_2;
import static dev.assay.credential.report.CredentialFormat.EUROPEAN_DIGITAL_CREDENTIAL;
import static dev.assay.credential.report.CredentialFormat.LER_RS;
import static dev.assay.credential.report.CredentialFormat.OPEN_BADGES_2;
import static dev.assay.credential.report.CredentialFormat.OPEN_BADGES_3;
import static dev.assay.credential.report.CredentialFormat.UNKNOWN;
import static dev.assay.credential.report.CredentialFormat.VERIFIABLE_CREDENTIAL;

import dev.assay.credential.json.JsonTree;
import dev.assay.credential.report.CredentialFormat;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Recognises formats by their own marks. A mark of a format we do not verify wins over the general
 * ones, so that such a document is never verified by the wrong rules.
 */
final class FormatDetector {

    private FormatDetector() {}

    static CredentialFormat detect(JsonNode document) {
        var contexts = JsonTree.texts(document, "@context");
        var types = JsonTree.texts(document, "type");
        if (mentions(contexts, "openbadges/v2")
                || mentions(contexts, "openbadges/v1")
                || isAssertionOfFirstDays(document)) {
            return OPEN_BADGES_2;
        }
        if (mentions(contexts, "hropenstandards.org")) {
            return LER_RS;
        }
        if (mentions(contexts, "blockcerts") || hasMerkleProof(document)) {
            return BLOCKCERTS;
        }
        if (types.contains("ClrCredential")) {
            return CLR_2;
        }
        if (types.contains("EuropeanDigitalCredential") || types.contains("EuropassCredential")) {
            return EUROPEAN_DIGITAL_CREDENTIAL;
        }
        if (!types.contains("VerifiableCredential")) {
            return UNKNOWN;
        }
        return types.contains("OpenBadgeCredential") || types.contains("AchievementCredential")
                ? OPEN_BADGES_3
                : VERIFIABLE_CREDENTIAL;
    }

    /** Open Badges 1.0 knew neither contexts nor types. */
    private static boolean isAssertionOfFirstDays(JsonNode document) {
        return !document.has("@context")
                && document.has("recipient")
                && document.has("badge")
                && document.has("verify");
    }

    private static boolean mentions(List<String> contexts, String mark) {
        for (var context : contexts) {
            if (context.contains(mark)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasMerkleProof(JsonNode document) {
        for (var proof : JsonTree.items(document, "proof")) {
            for (var type : JsonTree.texts(proof, "type")) {
                if (type.startsWith("MerkleProof")) {
                    return true;
                }
            }
        }
        return false;
    }
}
