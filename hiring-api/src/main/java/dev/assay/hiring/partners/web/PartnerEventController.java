package dev.assay.hiring.partners.web;

import dev.assay.hiring.partners.PartnerEvent;
import dev.assay.hiring.partners.PartnerEvents;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.platform.web.PageResponse;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a partner catches up from. */
@RestController
@RequestMapping("/v1/partner/events")
class PartnerEventController {

    private final PartnerEvents events;

    PartnerEventController(PartnerEvents events) {
        this.events = events;
    }

    /** {@code after} is a sequence number, which is also what {@code next} holds. */
    @GetMapping
    @Allowed(Permission.FOLLOW_APPLICATIONS)
    ResponseEntity<PageResponse<PartnerEventResponse>> list(
            Actor.Partner actor,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "50") int limit) {
        if (after < 0) {
            throw new InvalidInput("/after", "must be 0 or more, but is " + after);
        }
        return PageResponse.of(
                events.after(actor, after, new PageSize(limit)),
                PartnerEventResponse::of,
                cursor -> cursor.key().getFirst());
    }

    record PartnerEventResponse(UUID id, long sequence, String type, Instant time, Status data) {

        static PartnerEventResponse of(PartnerEvent event) {
            return new PartnerEventResponse(
                    event.id(),
                    event.sequence(),
                    PartnerEvent.TYPE,
                    event.occurredAt(),
                    new Status(
                            event.application().value(),
                            event.job().value(),
                            event.phase().wireName(),
                            event.attributed()));
        }
    }

    /** Where an application stands. */
    record Status(UUID applicationId, UUID jobId, String phase, boolean attributed) {}
}
