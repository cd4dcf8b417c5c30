package dev.assay.hiring.applications;

import dev.assay.hiring.jobs.StageId;
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

/** When somebody applied, how that moved on, and what was decided. */
@Component
class ApplicationTimeline implements TimelineTeller {

    private final ApplicationRepository applications;
    private final TransitionRepository transitions;

    ApplicationTimeline(ApplicationRepository applications, TransitionRepository transitions) {
        this.applications = applications;
        this.transitions = transitions;
    }

    @Override
    public List<TimelineEntry> tell(Actor actor, TimelineScope scope) {
        List<TimelineEntry> told = new ArrayList<>();
        if (scope.wants(TimelineKind.APPLICATION_SUBMITTED)) {
            applications
                    .withIds(actor.employer(), scope.applications())
                    .forEach(application -> told.add(submitted(application)));
        }
        if (scope.wantsAnyOf(TimelineKind.APPLICATION_MOVED, TimelineKind.DECIDED)) {
            transitions
                    .ofEach(actor.employer(), scope.applications())
                    .forEach(move -> told.add(moved(move)));
        }
        return scope.cut(told);
    }

    private static TimelineEntry submitted(Application application) {
        return new TimelineEntry(
                TimelineKind.APPLICATION_SUBMITTED,
                application.submittedAt(),
                application.id().value(),
                Optional.of(application.id()),
                Optional.of(application.submittedBy()),
                Map.of("channel", application.source().channel()));
    }

    /** Without the words a person wrote about why it could not wait. */
    private static TimelineEntry moved(Transition move) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("from", move.from().wireName());
        detail.put("to", move.to().wireName());
        move.fromStage().map(StageId::toString).ifPresent(stage -> detail.put("fromStage", stage));
        move.toStage().map(StageId::toString).ifPresent(stage -> detail.put("toStage", stage));
        move.reason().ifPresent(reason -> detail.put("reason", reason.wireName()));
        move.ownReason().ifPresent(reason -> detail.put("ownReason", reason));
        return new TimelineEntry(
                move.isDecision() ? TimelineKind.DECIDED : TimelineKind.APPLICATION_MOVED,
                move.movedAt(),
                move.id(),
                Optional.of(move.application()),
                Optional.of(move.movedBy()),
                detail);
    }
}
