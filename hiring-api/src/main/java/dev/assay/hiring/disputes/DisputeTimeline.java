package dev.assay.hiring.disputes;

import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.TimelineEntry;
import dev.assay.hiring.shared.TimelineKind;
import dev.assay.hiring.shared.TimelineScope;
import dev.assay.hiring.shared.TimelineTeller;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What candidates said is wrong, and when it was answered; without the words of either side. */
@Component
class DisputeTimeline implements TimelineTeller {

    private final DisputeRepository repository;

    DisputeTimeline(DisputeRepository repository) {
        this.repository = repository;
    }

    @Override
    public List<TimelineEntry> tell(Actor actor, TimelineScope scope) {
        if (!scope.wantsAnyOf(TimelineKind.DISPUTE_OPENED, TimelineKind.DISPUTE_CLOSED)) {
            return List.of();
        }
        List<TimelineEntry> told = new ArrayList<>();
        for (Dispute dispute : repository.ofEach(actor.employer(), scope.applications())) {
            told.add(opened(dispute));
            closed(dispute).ifPresent(told::add);
        }
        return scope.cut(told);
    }

    private static TimelineEntry opened(Dispute dispute) {
        Map<String, Object> detail = about(dispute);
        detail.put("dueAt", dispute.dueAt());
        return new TimelineEntry(
                TimelineKind.DISPUTE_OPENED,
                dispute.openedAt(),
                dispute.id().value(),
                Optional.of(dispute.application()),
                Optional.of(dispute.openedBy()),
                detail);
    }

    private static Optional<TimelineEntry> closed(Dispute dispute) {
        Map<String, Object> detail = about(dispute);
        detail.put("state", dispute.state().wireName());
        dispute.outcome().ifPresent(outcome -> detail.put("outcome", outcome.wireName()));
        dispute.scoreThen().ifPresent(points -> detail.put("before", points));
        dispute.scoreNow().ifPresent(points -> detail.put("after", points));
        return dispute.closedAt()
                .map(at ->
                        new TimelineEntry(
                                TimelineKind.DISPUTE_CLOSED,
                                at,
                                dispute.id().value(),
                                Optional.of(dispute.application()),
                                dispute.closedBy(),
                                detail));
    }

    private static Map<String, Object> about(Dispute dispute) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("disputeId", dispute.id().toString());
        detail.put("about", dispute.kind().wireName());
        return detail;
    }
}
