package dev.assay.credential.proof;

import dev.assay.credential.jsonld.CanonicalForm;
import dev.assay.credential.report.CheckCode;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * JCS. When the proof carries a context, the document's context must begin with it, and the proof's
 * is what was signed (VC-DI-EDDSA §3.3.2).
 */
record JcsCanonicalizer() implements Canonicalizer {

    private static final String CONTEXT = "@context";

    @Override
    public CanonicalForm document(ObjectNode unsecured, ObjectNode proofOptions) {
        if (!proofOptions.has(CONTEXT)) {
            return CanonicalForm.Canonical.of(Jcs.utf8(unsecured));
        }
        if (!startsWith(unsecured.path(CONTEXT), proofOptions.path(CONTEXT))) {
            return new CanonicalForm.Refused(
                    CheckCode.PROOF_MALFORMED, "The proof was made under another context.");
        }
        return CanonicalForm.Canonical.of(Jcs.utf8(unsecured, CONTEXT, proofOptions.path(CONTEXT)));
    }

    @Override
    public CanonicalForm options(ObjectNode unsecured, ObjectNode proofOptions) {
        return CanonicalForm.Canonical.of(Jcs.utf8(proofOptions));
    }

    private static boolean startsWith(JsonNode contexts, JsonNode start) {
        var all = list(contexts);
        var first = list(start);
        return all.size() >= first.size() && all.subList(0, first.size()).equals(first);
    }

    private static List<JsonNode> list(JsonNode value) {
        return value.isArray() ? new ArrayList<>(value.values()) : List.of(value);
    }
}
