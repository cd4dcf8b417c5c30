package dev.assay.hiring.scoring;

import dev.assay.hiring.scoring.ScoreTimelineRepository.Change;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.TimelineEntry;
import dev.assay.hiring.shared.TimelineKind;
import dev.assay.hiring.shared.TimelineScope;
import dev.assay.hiring.shared.TimelineTeller;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** When scores changed, from what to what, and why; a computation that changed none is not told. */
@Component
class ScoreTimeline implements TimelineTeller {

    private final ScoreTimelineRepository repository;

    ScoreTimeline(ScoreTimelineRepository repository) {
        this.repository = repository;
    }

    @Override
    public List<TimelineEntry> tell(Actor actor, TimelineScope scope) {
        return scope.wants(TimelineKind.SCORE_CHANGED)
                ? repository.changes(actor.employer(), scope).stream()
                        .map(ScoreTimeline::entry)
                        .toList()
                : List.of();
    }

    private static TimelineEntry entry(Change change) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("cause", change.cause().wireName());
        change.before().ifPresent(points -> detail.put("before", points));
        change.after().ifPresent(points -> detail.put("after", points));
        change.potential().ifPresent(points -> detail.put("potential", points));
        return new TimelineEntry(
                TimelineKind.SCORE_CHANGED,
                change.at(),
                change.id(),
                Optional.of(change.application()),
                Optional.empty(),
                detail);
    }
}
