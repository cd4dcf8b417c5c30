package dev.assay.credential.proof;

import dev.assay.credential.jsonld.ContextCatalogue;
import dev.assay.credential.jsonld.LinkedData;
import dev.assay.credential.jsonld.WorkBudget;
import dev.assay.credential.key.Base58;
import dev.assay.credential.key.KeyKind;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Signs JSON documents with a Data Integrity proof (VC-DI-EDDSA §3). Refuses documents that have a
 * proof already, and for the RDF suites those that JSON-LD would not keep whole. Thread-safe.
 */
public final class DataIntegritySigner {

    private static final String DIGEST = "SHA-256";

    private final Ed25519SigningKey key;
    private final String verificationMethod;
    private final ProofSuite suite;
    private final ContextCatalogue contexts;

    private DataIntegritySigner(
            Ed25519SigningKey key,
            String verificationMethod,
            ProofSuite suite,
            ContextCatalogue contexts) {
        this.key = key;
        this.verificationMethod = verificationMethod;
        this.suite = suite;
        this.contexts = contexts;
    }

    /** Signs in the name of the key's own did:key. */
    public static DataIntegritySigner create(Ed25519SigningKey key, ProofSuite suite) {
        return create(key, key.verificationMethod(), suite);
    }

    /**
     * Signs in the name of a controller whose document lists the key.
     *
     * @param verificationMethod under which the key is listed in the signer's controller document
     */
    public static DataIntegritySigner create(
            Ed25519SigningKey key, String verificationMethod, ProofSuite suite) {
        if (!suite.uses(KeyKind.ED25519)) {
            throw new IllegalArgumentException("an Ed25519 key makes no proofs of " + suite);
        }
        return new DataIntegritySigner(key, verificationMethod, suite, ContextCatalogue.bundled());
    }

    /** A signed copy, made to state something ({@code assertionMethod}). */
    public ObjectNode sign(ObjectNode document, Instant created) {
        return sign(document, created, "assertionMethod");
    }

    /** A signed copy, made for a purpose of the caller's. */
    public ObjectNode sign(ObjectNode document, Instant created, String proofPurpose) {
        if (document.has("proof")) {
            throw new IllegalArgumentException("the document has a proof already");
        }
        var options = options(document, created, proofPurpose);
        var linkedData = new LinkedData(contexts, WorkBudget.standard());
        return switch (HashedData.of(
                suite.canonicalizer(linkedData, DIGEST), DIGEST, document, options)) {
            case HashedData.Refused(var code, var detail) ->
                    throw new IllegalArgumentException(
                            "the document cannot be signed: " + code.wireName() + ": " + detail);
            case HashedData.Bytes(var data) -> {
                var proof = options.deepCopy();
                proof.put("proofValue", "z" + Base58.encode(key.sign(data)));
                var signed = document.deepCopy();
                signed.set("proof", proof);
                yield signed;
            }
        };
    }

    private ObjectNode options(ObjectNode document, Instant created, String proofPurpose) {
        var options = JsonNodeFactory.instance.objectNode();
        options.put("type", suite.type());
        suite.cryptosuite().ifPresent(name -> options.put("cryptosuite", name));
        options.put("created", created.truncatedTo(ChronoUnit.SECONDS).toString());
        options.put("verificationMethod", verificationMethod);
        options.put("proofPurpose", proofPurpose);
        if (suite == ProofSuite.EDDSA_JCS_2022 && document.has("@context")) {
            options.set("@context", document.path("@context"));
        }
        return options;
    }
}
