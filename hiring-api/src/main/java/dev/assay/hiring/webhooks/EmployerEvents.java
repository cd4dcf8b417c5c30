package dev.assay.hiring.webhooks;

import dev.assay.hiring.platform.events.Event;
import dev.assay.hiring.platform.events.EventLog;
import dev.assay.hiring.shared.Actor;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** All that happens at an employer, for the employer's own endpoints. */
@Component
class EmployerEvents implements EventSource {

    /** In bytes: leaves room for what is around it in a message of less than 20 kB. */
    private static final int LONGEST_DETAILS = 18_000;

    private final EventLog log;

    EmployerEvents(EventLog log) {
        this.log = log;
    }

    @Override
    public boolean isFor(Optional<UUID> partner) {
        return partner.isEmpty();
    }

    @Override
    public long head(Actor actor, Optional<UUID> partner) {
        return log.head(actor);
    }

    @Override
    public List<HeardEvent> after(Actor actor, Optional<UUID> partner, long after, int atMost) {
        return log.following(actor, after, atMost).stream().map(EmployerEvents::heard).toList();
    }

    @Override
    public List<HeardEvent> numbered(
            Actor actor, Optional<UUID> partner, Collection<Long> sequences) {
        return log.numbered(actor, sequences).stream().map(EmployerEvents::heard).toList();
    }

    static HeardEvent heard(Event event) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("id", event.id().toString()).put("sequence", event.sequence());
        data.putObject("subject")
                .put("kind", event.subjectKind())
                .put("id", event.subject().toString());
        boolean fits =
                event.data().toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST_DETAILS;
        // What is too long for a message is in the log of events, under its number.
        data.set("details", fits ? event.data() : JsonNodeFactory.instance.nullNode());
        return new HeardEvent(event.id(), event.sequence(), event.type(), event.occurredAt(), data);
    }
}
