package dev.assay.hiring.partners;

import dev.assay.hiring.applications.Application;
import dev.assay.hiring.applications.ApplicationPhase;
import dev.assay.hiring.applications.Applications;
import dev.assay.hiring.platform.events.Event;
import dev.assay.hiring.platform.events.EventLog;
import dev.assay.hiring.platform.events.EventsNumbered;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Passes on to partners where the applications stand that they handed in: each change of phase
 * once, from when they handed it in, in the order of the employer's events. Written in the
 * transaction that numbers those, which goes on for one at a time: so each partner's numbers have
 * no gap either.
 */
@Component
class Dispositions {

    private static final String RECEIVED = "partner.application-received";
    private static final String MOVED = "application.moved";
    private static final String WITHDRAWN = "application.withdrawn";
    private static final String REOPENED = "application.reopened";

    private static final Set<String> TYPES = Set.of(RECEIVED, MOVED, WITHDRAWN, REOPENED);

    private final EventLog log;
    private final PartnerEventRepository repository;
    private final Applications applications;

    Dispositions(EventLog log, PartnerEventRepository repository, Applications applications) {
        this.log = log;
        this.repository = repository;
        this.applications = applications;
    }

    @EventListener
    void onEventsNumbered(EventsNumbered numbered) {
        if (Collections.disjoint(numbered.types(), TYPES)) {
            return;
        }
        List<Event> events = log.among(numbered, TYPES);
        Map<UUID, Map<UUID, Instant>> handedIn =
                repository.handedInBy(
                        numbered.actor().employer(),
                        events.stream().map(Event::subject).collect(Collectors.toSet()));
        Map<ApplicationId, Application> known =
                handedIn.isEmpty()
                        ? Map.of()
                        : new HashMap<>(
                                applications.withIds(
                                        numbered.actor(),
                                        handedIn.keySet().stream()
                                                .map(ApplicationId::new)
                                                .toList()));
        for (Event event : events) {
            Optional.ofNullable(known.get(new ApplicationId(event.subject())))
                    .ifPresent(application ->
                            handedIn.getOrDefault(event.subject(), Map.of())
                                    .forEach((partner, since) ->
                                            pass(
                                                    numbered.actor(),
                                                    event,
                                                    application,
                                                    partner,
                                                    since)));
        }
    }

    private void pass(
            Actor.Service actor,
            Event event,
            Application application,
            UUID partner,
            Instant since) {
        if (concerns(event, partner, since)) {
            phase(event, application)
                    .ifPresent(phase ->
                            repository.append(
                                    actor.employer(),
                                    partner,
                                    event.id(),
                                    application.id(),
                                    application.job(),
                                    phase,
                                    event.occurredAt()));
        }
    }

    /** What was before the partner handed it in is not told, nor that another did so. */
    private static boolean concerns(Event event, UUID partner, Instant since) {
        return event.type().equals(RECEIVED)
                ? event.data().path("partner").asString("").equals(partner.toString())
                : !event.occurredAt().isBefore(since);
    }

    /** Empty when it stands where it stood. */
    private static Optional<ApplicationPhase> phase(Event event, Application application) {
        return switch (event.type()) {
            case MOVED -> {
                String to = event.data().path("to").asString();
                yield event.data().path("from").asString().equals(to)
                        ? Optional.empty()
                        : Optional.of(ApplicationPhase.ofWireName(to));
            }
            case WITHDRAWN -> Optional.of(ApplicationPhase.WITHDRAWN);
            case RECEIVED ->
                    event.data().has("phase")
                            ? Optional.of(
                                    ApplicationPhase.ofWireName(
                                            event.data().path("phase").asString()))
                            : Optional.of(application.phase());
            default -> Optional.of(application.phase());
        };
    }
}
