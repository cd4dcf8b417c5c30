package dev.assay.credential.proof;

import dev.assay.credential.json.JsonTree;
import dev.assay.credential.jsonld.ContextCatalogue;
import dev.assay.credential.jsonld.LinkedData;
import dev.assay.credential.jsonld.WorkBudget;
import dev.assay.credential.key.KeyFinder;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/**
 * Verifies the Data Integrity proofs of any JSON document, such as a score receipt. Says whether
 * the signature fits the key that {@link KeyFinder} gives; the caller decides by that port which
 * keys it accepts. Credentials go through {@code CredentialVerifier}, which asks far more.
 * Thread-safe.
 */
public final class DataIntegrityVerifier {

    private final ContextCatalogue contexts;
    private final WorkBudget budget;

    public DataIntegrityVerifier() {
        this(ContextCatalogue.bundled(), WorkBudget.standard());
    }

    public DataIntegrityVerifier(ContextCatalogue contexts, WorkBudget budget) {
        this.contexts = contexts;
        this.budget = budget;
    }

    /**
     * Whether every proof of a suite we verify fits, and there is one.
     *
     * @param now proofs made later or expired by now are refused
     */
    public ProofVerdict verify(ObjectNode document, KeyFinder keys, Instant now) {
        var unsecured = document.deepCopy();
        unsecured.remove("proof");
        return new ProofChecker(new LinkedData(contexts, budget), keys, now, now)
                .check(unsecured, JsonTree.items(document, "proof"));
    }
}
