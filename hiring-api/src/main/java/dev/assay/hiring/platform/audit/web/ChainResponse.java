package dev.assay.hiring.platform.audit.web;

import dev.assay.hiring.platform.audit.ChainReport;
import dev.assay.hiring.platform.audit.Checkpoint;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * @param state {@code intact}: all of the chain is in order; {@code broken}; or {@code
 *     intact-so-far}: there is more, to be asked for with {@code verified} as the checkpoint
 */
record ChainResponse(
        String state,
        Checkpoint from,
        Checkpoint verified,
        long end,
        @Nullable ChainBreak broken,
        UnsealedTail unsealed) {

    static ChainResponse of(ChainReport report) {
        return new ChainResponse(
                state(report),
                report.from(),
                report.verified(),
                report.end(),
                report.broken()
                        .map(broken -> new ChainBreak(broken.sequence(), broken.flaw().wireName()))
                        .orElse(null),
                new UnsealedTail(report.unsealed(), report.oldestUnsealed().orElse(null)));
    }

    private static String state(ChainReport report) {
        if (report.broken().isPresent()) {
            return "broken";
        }
        return report.isIntact() ? "intact" : "intact-so-far";
    }

    record ChainBreak(long sequence, String reason) {}

    record UnsealedTail(long count, @Nullable Instant oldest) {}
}
