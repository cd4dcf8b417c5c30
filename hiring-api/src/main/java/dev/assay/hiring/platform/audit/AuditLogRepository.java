package dev.assay.hiring.platform.audit;

import static dev.assay.db.jooq.Tables.AUDIT_ENTRY;

import dev.assay.hiring.shared.EmployerId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class AuditLogRepository {

    private final DSLContext sql;
    private final JsonMapper json;

    AuditLogRepository(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    List<AuditLogEntry> about(EmployerId employer, Collection<UUID> subjects) {
        return sql.select(
                        AUDIT_ENTRY.ID,
                        AUDIT_ENTRY.OCCURRED_AT,
                        AUDIT_ENTRY.ACTOR,
                        AUDIT_ENTRY.ACTION,
                        AUDIT_ENTRY.SUBJECT_KIND,
                        AUDIT_ENTRY.SUBJECT_ID,
                        AUDIT_ENTRY.DETAIL)
                .from(AUDIT_ENTRY)
                .where(
                        AUDIT_ENTRY.EMPLOYER_ID.eq(employer.value()),
                        AUDIT_ENTRY.SUBJECT_ID.in(subjects))
                .orderBy(AUDIT_ENTRY.ID)
                .fetch(row ->
                        new AuditLogEntry(
                                row.value1(),
                                row.value2(),
                                row.value3(),
                                row.value4(),
                                row.value5(),
                                row.value6(),
                                json.readTree(row.value7().data())));
    }
}
