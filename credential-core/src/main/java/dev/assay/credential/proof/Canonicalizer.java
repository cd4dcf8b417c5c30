package dev.assay.credential.proof;

import dev.assay.credential.jsonld.CanonicalForm;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns a document and a proof without its value into the two texts that are hashed. A faster way
 * to the same texts plugs in here.
 */
interface Canonicalizer {

    /** The document without proofs, in canonical form. */
    CanonicalForm document(ObjectNode unsecured, ObjectNode proofOptions);

    /** The proof without {@code proofValue}, in canonical form. */
    CanonicalForm options(ObjectNode unsecured, ObjectNode proofOptions);
}
