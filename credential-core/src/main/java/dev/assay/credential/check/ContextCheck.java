package dev.assay.credential.check;

import static dev.assay.credential.report.CheckName.CONTEXT;

import dev.assay.credential.json.JsonTree;
import dev.assay.credential.jsonld.LinkedData;
import dev.assay.credential.report.Check;
import dev.assay.credential.report.CheckCode;
import tools.jackson.databind.JsonNode;

/**
 * Whether every word of the credential means what we take it for: the base context of one data
 * model version first (VC 2.0 §4.3), all contexts known, all terms defined.
 */
final class ContextCheck {

    static final String VC_1 = "https://www.w3.org/2018/credentials/v1";
    static final String VC_2 = "https://www.w3.org/ns/credentials/v2";

    private ContextCheck() {}

    static Check of(JsonNode claims, LinkedData linkedData) {
        var refusal = linkedData.refusal(claims);
        if (refusal.isPresent()) {
            return Check.failed(CONTEXT, refusal.get().code(), refusal.get().detail());
        }
        var contexts = JsonTree.texts(claims, "@context");
        boolean startsWithBase =
                !contexts.isEmpty()
                        && (contexts.getFirst().equals(VC_1) || contexts.getFirst().equals(VC_2));
        if (!startsWithBase || (contexts.contains(VC_1) && contexts.contains(VC_2))) {
            return Check.failed(
                    CONTEXT,
                    CheckCode.INVALID_LINKED_DATA,
                    "The first context is not that of one version of the data model.");
        }
        return Check.passed(CONTEXT, "All contexts and terms are known.");
    }
}
