package dev.assay.hiring.platform.events;

import dev.assay.hiring.platform.ledger.LedgerNotes;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.Events;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Events: written in the feature's own transaction, those of many at once with their numbers, the
 * others without, to be numbered once later.
 */
@Component
class Outbox implements Events {

    private final OutboxRepository repository;
    private final EventNumbering numbering;
    private final LedgerNotes notes;

    Outbox(OutboxRepository repository, EventNumbering numbering, LedgerNotes notes) {
        this.repository = repository;
        this.numbering = numbering;
        this.notes = notes;
    }

    @Override
    public void emit(
            Actor actor, String type, String subjectKind, UUID subject, Map<String, Object> data) {
        repository.insert(actor.employer(), type, subjectKind, subject, data);
        notes.note(actor);
    }

    @Override
    public void emitEach(
            Actor.Service actor, String type, String subjectKind, Map<UUID, String> data) {
        if (data.isEmpty()) {
            return;
        }
        OptionalLong last = numbering.take(actor, data.size());
        repository.insertEach(actor.employer(), type, subjectKind, data, last);
        if (last.isPresent()) {
            long before = last.getAsLong();
            numbering.tell(actor, before + 1, before + data.size(), Set.of(type));
        } else {
            notes.note(actor);
        }
    }
}
