package dev.assay.hiring.platform.audit;

import static dev.assay.db.jooq.Tables.AUDIT_ENTRY;

import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.AuditTrail;
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

/** Audit rows in the feature's own transaction, not sealed yet. */
@Repository
class AuditRepository implements AuditTrail {

    private final DSLContext sql;
    private final Events events;
    private final JsonMapper json;
    private final Clock clock;

    AuditRepository(DSLContext sql, Events events, JsonMapper json, Clock clock) {
        this.sql = sql;
        this.events = events;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public void record(
            Actor actor,
            String action,
            String subjectKind,
            UUID subject,
            Map<String, Object> detail) {
        sql.insertInto(AUDIT_ENTRY)
                .set(AUDIT_ENTRY.EMPLOYER_ID, actor.employer().value())
                .set(AUDIT_ENTRY.ID, NewIds.next())
                .set(AUDIT_ENTRY.OCCURRED_AT, clock.instant())
                .set(AUDIT_ENTRY.ACTOR, actor.reference())
                .set(AUDIT_ENTRY.ACTION, action)
                .set(AUDIT_ENTRY.SUBJECT_KIND, subjectKind)
                .set(AUDIT_ENTRY.SUBJECT_ID, subject)
                .set(AUDIT_ENTRY.DETAIL, JSONB.jsonb(json.writeValueAsString(detail)))
                .set(AUDIT_ENTRY.TRACE_ID, MDC.get("traceId"))
                .execute();
    }

    @Override
    public void recordAndEmit(
            Actor actor,
            String action,
            String subjectKind,
            UUID subject,
            Map<String, Object> detail) {
        record(actor, action, subjectKind, subject, detail);
        events.emit(actor, action, subjectKind, subject, detail);
    }
}
