package dev.assay.credential.badge2;

import dev.assay.credential.report.Check;
import dev.assay.credential.report.ProofDescription;
import tools.jackson.databind.node.ObjectNode;

/**
 * What looking into an Open Badge 2.0 came to.
 *
 * @param claims the badge in the terms of Open Badges 3.0, from documents that count and no others
 */
public record Findings(
        ProofDescription proofDescription,
        ObjectNode claims,
        Check structure,
        Check proof,
        Check keyBinding,
        Check status) {

    /** Empty claims name no issuer, and so there is nothing to show. */
    public boolean isEmpty() {
        return claims.isEmpty();
    }
}
