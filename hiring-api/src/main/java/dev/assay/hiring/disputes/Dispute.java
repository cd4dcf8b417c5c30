package dev.assay.hiring.disputes;

import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What a candidate says is wrong, without the words of either side.
 *
 * @param of which requirement, credential or item it is about
 * @param dueAt until when a person has to answer
 * @param scoreThen the score when it was opened; empty where there was none
 * @param scoreNow the score when it was answered
 */
public record Dispute(
        DisputeId id,
        ApplicationId application,
        CandidateId candidate,
        DisputeKind kind,
        Optional<UUID> of,
        Instant openedAt,
        String openedBy,
        Instant dueAt,
        Optional<BigDecimal> scoreThen,
        DisputeState state,
        Optional<DisputeOutcome> outcome,
        Optional<Instant> closedAt,
        Optional<String> closedBy,
        Optional<BigDecimal> scoreNow,
        Version version) {

    /** Whether nobody answered in time so far. */
    public boolean isOverdueAt(Instant now) {
        return state == DisputeState.OPEN && now.isAfter(dueAt);
    }
}
