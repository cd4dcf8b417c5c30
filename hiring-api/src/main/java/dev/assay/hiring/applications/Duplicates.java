package dev.assay.hiring.applications;

import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.candidates.CandidatesMerged;
import dev.assay.hiring.candidates.CandidatesParted;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.AuditTrail;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * One person has one open application to a job, also when two candidates turn out to be one: the
 * one that got further stays, of equals the earlier; the other is withdrawn until they part again.
 */
@Component
class Duplicates {

    private static final Comparator<Application> FURTHEST_FIRST =
            Comparator.comparing(Application::phase, Comparator.reverseOrder())
                    .thenComparing(application -> application.id().value());

    private final ApplicationRepository repository;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    Duplicates(
            ApplicationRepository repository, AuditTrail audit, ApplicationEventPublisher events) {
        this.repository = repository;
        this.audit = audit;
        this.events = events;
    }

    @EventListener
    void onCandidatesMerged(CandidatesMerged event) {
        repository.holdOpenOf(event.actor().employer(), event.person()).stream()
                .collect(Collectors.groupingBy(Application::job))
                .values()
                .forEach(sameJob -> keepOne(event.actor(), sameJob));
    }

    @EventListener
    void onCandidatesParted(CandidatesParted event) {
        reopen(event.actor(), event.left(), event.stayed());
        reopen(event.actor(), event.stayed(), event.left());
    }

    private void keepOne(Actor actor, List<Application> sameJob) {
        List<Application> ordered = sameJob.stream().sorted(FURTHEST_FIRST).toList();
        ApplicationId kept = ordered.getFirst().id();
        for (Application duplicate : ordered.subList(1, ordered.size())) {
            repository.withdrawAsDuplicate(actor.employer(), duplicate, kept);
            audit.recordAndEmit(
                    actor,
                    "application.withdrawn",
                    "application",
                    duplicate.id().value(),
                    Map.of("reason", "duplicate", "duplicateOf", kept.toString()));
            events.publishEvent(new ApplicationWithdrawn(actor, duplicate.id()));
        }
    }

    private void reopen(Actor actor, Collection<CandidateId> some, Collection<CandidateId> others) {
        for (ApplicationId opened : repository.reopenDuplicates(actor.employer(), some, others)) {
            audit.recordAndEmit(
                    actor, "application.reopened", "application", opened.value(), Map.of());
            events.publishEvent(new ApplicationReopened(actor, opened));
        }
    }
}
