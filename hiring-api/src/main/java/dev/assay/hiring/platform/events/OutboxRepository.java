package dev.assay.hiring.platform.events;

import static dev.assay.db.jooq.Tables.OUTBOX_EVENT;

import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.Events;
import dev.assay.hiring.shared.NewIds;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.slf4j.MDC;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Events in the feature's own transaction, without a number yet. */
@Repository
class OutboxRepository implements Events {

    private final DSLContext sql;
    private final JsonMapper json;
    private final Clock clock;

    OutboxRepository(DSLContext sql, JsonMapper json, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public void emit(
            Actor actor, String type, String subjectKind, UUID subject, Map<String, Object> data) {
        sql.insertInto(OUTBOX_EVENT)
                .set(OUTBOX_EVENT.EMPLOYER_ID, actor.employer().value())
                .set(OUTBOX_EVENT.ID, NewIds.next())
                .set(OUTBOX_EVENT.OCCURRED_AT, clock.instant())
                .set(OUTBOX_EVENT.TYPE, type)
                .set(OUTBOX_EVENT.SUBJECT_KIND, subjectKind)
                .set(OUTBOX_EVENT.SUBJECT_ID, subject)
                .set(OUTBOX_EVENT.DATA, JSONB.jsonb(json.writeValueAsString(data)))
                .set(OUTBOX_EVENT.TRACE_ID, MDC.get("traceId"))
                .execute();
    }
}
