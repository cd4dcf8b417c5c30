package dev.assay.credential.proof;

import dev.assay.credential.report.CheckCode;
import dev.assay.credential.report.CheckOutcome;
import dev.assay.credential.report.ProofDescription;
import java.util.List;
import java.util.Optional;

/**
 * What all proofs of a document together came to. Passed means: at least one proof is of a suite we
 * verify, and every such proof fits.
 *
 * @param described the first proof as it describes itself
 * @param proven the proofs that fit, empty unless passed
 */
public record ProofVerdict(
        CheckOutcome outcome,
        CheckCode code,
        String detail,
        Optional<ProofDescription> described,
        List<ProvenProof> proven) {

    public ProofVerdict {
        proven = List.copyOf(proven);
    }

    public boolean passed() {
        return outcome == CheckOutcome.PASSED;
    }
}
