package dev.assay.hiring.demographics;

import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.EmployerId;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Names its schema, which is on nobody's search path. */
@Repository
class SelfIdentificationRepository {

    private final DSLContext sql;

    SelfIdentificationRepository(DSLContext sql) {
        this.sql = sql;
    }

    void insert(
            EmployerId employer,
            UUID id,
            ApplicationId application,
            JobId job,
            byte[] sealed,
            Instant now) {
        sql.execute(
                "insert into demographics.self_identification"
                        + " (employer_id, id, application_id, job_id, sealed, given_at)"
                        + " values (?, ?, ?, ?, ?, cast(? as timestamptz))",
                employer.value(),
                id,
                application.value(),
                job.value(),
                sealed,
                now.toString());
    }

    /** What was said with these, sealed, in its order. Only who may look gets an answer. */
    Map<UUID, byte[]> sealedOf(EmployerId employer, Collection<ApplicationId> applications) {
        Map<UUID, byte[]> sealed = new LinkedHashMap<>();
        sql.fetch(
                        "select id, sealed from demographics.self_identification"
                                + " where employer_id = ? and application_id = any (?)"
                                + " order by id",
                        employer.value(),
                        applications.stream().map(ApplicationId::value).toArray(UUID[]::new))
                .forEach(row -> sealed.put(row.get(0, UUID.class), row.get(1, byte[].class)));
        return sealed;
    }
}
