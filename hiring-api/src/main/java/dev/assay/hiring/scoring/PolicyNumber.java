package dev.assay.hiring.scoring;

import dev.assay.hiring.scoring.engine.PolicyRef;

/** How current scores name their policy: 0 for the standard one, which is nobody's own. */
final class PolicyNumber {

    private PolicyNumber() {}

    static int of(PolicyRef policy) {
        return policy.id().equals(PolicyVersion.CUSTOM) ? policy.version() : 0;
    }
}
