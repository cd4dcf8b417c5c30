package dev.assay.credential.proof;

import dev.assay.credential.jsonld.CanonicalForm;
import dev.assay.credential.jsonld.LinkedData;
import tools.jackson.databind.node.ObjectNode;

/** RDFC-1.0; the proof is read under the document's own context (VC-DI-EDDSA §3.2.5). */
record RdfCanonicalizer(LinkedData linkedData, String digest) implements Canonicalizer {

    @Override
    public CanonicalForm document(ObjectNode unsecured, ObjectNode proofOptions) {
        return linkedData.canonicalForm(unsecured, digest);
    }

    @Override
    public CanonicalForm options(ObjectNode unsecured, ObjectNode proofOptions) {
        var options = proofOptions.deepCopy();
        options.set("@context", unsecured.path("@context"));
        return linkedData.canonicalForm(options, digest);
    }
}
