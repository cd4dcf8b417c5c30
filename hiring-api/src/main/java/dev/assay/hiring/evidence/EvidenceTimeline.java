package dev.assay.hiring.evidence;

import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.TimelineEntry;
import dev.assay.hiring.shared.TimelineKind;
import dev.assay.hiring.shared.TimelineScope;
import dev.assay.hiring.shared.TimelineTeller;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the employer's own people saw, and what of it they took back. */
@Component
class EvidenceTimeline implements TimelineTeller {

    private final RecordedEvidenceRepository repository;

    EvidenceTimeline(RecordedEvidenceRepository repository) {
        this.repository = repository;
    }

    @Override
    public List<TimelineEntry> tell(Actor actor, TimelineScope scope) {
        if (!scope.wantsAnyOf(TimelineKind.EVIDENCE_RECORDED, TimelineKind.EVIDENCE_WITHDRAWN)) {
            return List.of();
        }
        List<TimelineEntry> told = new ArrayList<>();
        for (RecordedEvidence seen : repository.ofEach(actor.employer(), scope.applications())) {
            told.add(
                    entry(
                            TimelineKind.EVIDENCE_RECORDED,
                            seen,
                            seen.recordedAt(),
                            Optional.of(seen.ratedBy())));
            seen.withdrawnAt()
                    .ifPresent(at ->
                            told.add(
                                    entry(
                                            TimelineKind.EVIDENCE_WITHDRAWN,
                                            seen,
                                            at,
                                            Optional.empty())));
        }
        return scope.cut(told);
    }

    private static TimelineEntry entry(
            TimelineKind kind, RecordedEvidence seen, Instant at, Optional<String> by) {
        return new TimelineEntry(
                kind,
                at,
                seen.id().value(),
                Optional.of(seen.application()),
                by,
                Map.of(
                        "evidenceId", seen.id().toString(),
                        "method", seen.method().wireName(),
                        "skillId", seen.skill().toString(),
                        "level", seen.level()));
    }
}
