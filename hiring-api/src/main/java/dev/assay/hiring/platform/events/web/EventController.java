package dev.assay.hiring.platform.events.web;

import dev.assay.hiring.platform.events.Event;
import dev.assay.hiring.platform.events.EventLog;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.platform.web.PageResponse;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/v1/events")
class EventController {

    private final EventLog events;

    EventController(EventLog events) {
        this.events = events;
    }

    /** {@code after} is a sequence number, which is also what {@code next} holds. */
    @GetMapping
    @Allowed(Permission.READ_EVENTS)
    ResponseEntity<PageResponse<EventResponse>> list(
            Actor actor,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam Optional<String> type,
            @RequestParam(defaultValue = "50") int limit) {
        if (after < 0) {
            throw new InvalidInput("/after", "must be 0 or more, but is " + after);
        }
        return PageResponse.of(
                events.after(actor, after, type, new PageSize(limit)),
                EventResponse::of,
                cursor -> cursor.key().getFirst());
    }

    record EventResponse(
            UUID id,
            long sequence,
            String type,
            Instant time,
            EventSubject subject,
            JsonNode data,
            @Nullable String traceId) {

        static EventResponse of(Event event) {
            return new EventResponse(
                    event.id(),
                    event.sequence(),
                    event.type(),
                    event.occurredAt(),
                    new EventSubject(event.subjectKind(), event.subject()),
                    event.data(),
                    event.traceId().orElse(null));
        }
    }

    record EventSubject(String kind, UUID id) {}
}
