package dev.assay.hiring.records;

import dev.assay.credential.report.IgnoreReason;
import dev.assay.credential.report.Outcome;
import dev.assay.hiring.credentials.StoredCredential;
import dev.assay.hiring.credentials.SubmittedDocument;
import java.time.Instant;
import java.util.Optional;

/**
 * A credential as a record tells it.
 *
 * @param superseded whether a newer version of it is in the same record
 * @param document as it came in; empty when it has not arrived
 */
record RecordedCredential(
        StoredCredential credential, boolean superseded, Optional<SubmittedDocument> document) {

    private static final String SUPERSEDED = "superseded";

    /**
     * Why it is not told as proven: it failed, could not be checked, is not known to be this
     * person's, or has come to its end since. Empty when it is proven.
     */
    Optional<String> objection(Instant now) {
        var report = credential.report();
        if (report.ignoreReason().isPresent()) {
            return report.ignoreReason().map(IgnoreReason::wireName);
        }
        if (report.outcome() != Outcome.VERIFIED || report.credential().isEmpty()) {
            return Optional.of(IgnoreReason.COULD_NOT_CHECK.wireName());
        }
        if (report.credential()
                .flatMap(said -> said.validUntil())
                .filter(end -> !now.isBefore(end))
                .isPresent()) {
            return Optional.of(IgnoreReason.EXPIRED.wireName());
        }
        return superseded ? Optional.of(SUPERSEDED) : Optional.empty();
    }
}
