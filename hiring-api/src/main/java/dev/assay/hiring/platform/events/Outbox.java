package dev.assay.hiring.platform.events;

import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.Events;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events: written in the feature's own transaction, those of many at once with their numbers, the
 * others without, to be numbered once later.
 */
@Component
class Outbox implements Events {

    private final OutboxRepository repository;
    private final EventNumbering numbering;
    private final JsonMapper json;

    Outbox(OutboxRepository repository, EventNumbering numbering, JsonMapper json) {
        this.json = json;
        this.repository = repository;
        this.numbering = numbering;
    }

    @Override
    public void emit(
            Actor actor, String type, String subjectKind, UUID subject, Map<String, Object> data) {
        emitSome(actor, type, subjectKind, Map.of(subject, data));
    }

    @Override
    public void emitSome(
            Actor actor, String type, String subjectKind, Map<UUID, Map<String, Object>> data) {
        emitSome(actor, type, subjectKind, data, Map.of());
    }

    @Override
    public void emitSome(
            Actor actor,
            String type,
            String subjectKind,
            Map<UUID, Map<String, Object>> data,
            Map<UUID, String> traces) {
        if (data.isEmpty()) {
            return;
        }
        Map<UUID, String> written = LinkedHashMap.newLinkedHashMap(data.size());
        data.forEach((subject, one) -> written.put(subject, json.writeValueAsString(one)));
        repository.insertEach(
                actor.employer(), type, subjectKind, written, traces, OptionalLong.empty());
    }

    @Override
    public void emitEach(
            Actor.Service actor, String type, String subjectKind, Map<UUID, String> data) {
        if (data.isEmpty()) {
            return;
        }
        OptionalLong last = numbering.take(actor, data.size());
        repository.insertEach(actor.employer(), type, subjectKind, data, Map.of(), last);
        if (last.isPresent()) {
            long before = last.getAsLong();
            numbering.tell(actor, before + 1, before + data.size(), Set.of(type));
        }
    }
}
