package dev.assay.credential.check;

import static dev.assay.credential.report.CheckName.CONTEXT;

import dev.assay.credential.format.CredentialDocument;
import dev.assay.credential.json.JsonTree;
import dev.assay.credential.jsonld.LinkedData;
import dev.assay.credential.report.Check;
import dev.assay.credential.report.CheckCode;

/**
 * Whether every word of the credential means what we take it for: the base context of one data
 * model version first (VC 2.0 §4.3), all contexts known, all terms defined.
 */
final class ContextCheck {

    static final String VC_1 = "https://www.w3.org/2018/credentials/v1";
    static final String VC_2 = "https://www.w3.org/ns/credentials/v2";

    private ContextCheck() {}

    static Check of(CredentialDocument document, LinkedData linkedData) {
        var claims = document.claims();
        var refusal = linkedData.refusal(claims);
        if (refusal.isPresent()) {
            var why = refusal.get();
            return why.code() == CheckCode.CONTEXT_UNAVAILABLE
                    ? withoutContext(document.securing(), why.detail())
                    : Check.failed(CONTEXT, why.code(), why.detail());
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

    /** A proof over the very words needs no context to say what it covers. */
    private static Check withoutContext(CredentialDocument.Securing securing, String detail) {
        boolean wordForWord =
                switch (securing) {
                    case CredentialDocument.Securing.Jwt _ -> true;
                    case CredentialDocument.Securing.Embedded(var proofs) ->
                            !proofs.isEmpty()
                                    && proofs.stream()
                                            .allMatch(p ->
                                                    JsonTree.text(p, "cryptosuite")
                                                            .filter(s -> s.contains("-jcs-"))
                                                            .isPresent());
                };
        return wordForWord
                ? Check.notApplicable(
                        CONTEXT,
                        CheckCode.NOT_RELEVANT,
                        "The proof covers the credential word for word.")
                : Check.indeterminate(CONTEXT, CheckCode.CONTEXT_UNAVAILABLE, detail);
    }
}
