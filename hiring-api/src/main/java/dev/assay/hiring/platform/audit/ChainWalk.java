package dev.assay.hiring.platform.audit;

import dev.assay.hiring.platform.audit.AuditEntry.Seal;
import dev.assay.hiring.platform.audit.ChainReport.Break;
import dev.assay.hiring.platform.audit.ChainReport.Flaw;
import dev.assay.hiring.shared.EmployerId;
import java.util.Optional;

/** Recomputes a chain row by row, and remembers nothing but the last. */
final class ChainWalk {

    private final EmployerId employer;
    private Checkpoint at;

    /**
     * @param from the last row that is taken for granted
     */
    ChainWalk(EmployerId employer, Checkpoint from) {
        this.employer = employer;
        this.at = from;
    }

    /** The last row that was found in order. */
    Checkpoint at() {
        return at;
    }

    /**
     * Steps onto the next row; on a row that does not belong there the walk stays where it is.
     *
     * @param entry sealed
     */
    Optional<Break> step(AuditEntry entry) {
        Seal found = entry.seal().orElseThrow();
        long next = at.sequence() + 1;
        if (found.sequence() != next) {
            return Optional.of(new Break(next, Flaw.ROW_MISSING));
        }
        Seal expected = AuditChain.seal(employer, next, at.hash(), entry);
        if (!expected.equals(found)) {
            return Optional.of(new Break(next, Flaw.HASH_MISMATCH));
        }
        at = new Checkpoint(next, found.hash());
        return Optional.empty();
    }
}
