package dev.assay.hiring.applications;

import static dev.assay.db.jooq.Tables.APPLICATION_ATTRIBUTION;

import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.EmployerId;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class AttributionRepository {

    private final DSLContext sql;

    AttributionRepository(DSLContext sql) {
        this.sql = sql;
    }

    void insert(EmployerId employer, ApplicationId application, Attribution attribution) {
        sql.insertInto(APPLICATION_ATTRIBUTION)
                .set(APPLICATION_ATTRIBUTION.EMPLOYER_ID, employer.value())
                .set(APPLICATION_ATTRIBUTION.APPLICATION_ID, application.value())
                .set(APPLICATION_ATTRIBUTION.PARTNER_ID, attribution.partner())
                .set(APPLICATION_ATTRIBUTION.WAY, attribution.way().wireName())
                .set(APPLICATION_ATTRIBUTION.ATTRIBUTED_AT, attribution.at())
                .execute();
    }

    Optional<Attribution> find(EmployerId employer, ApplicationId application) {
        return sql.select(
                        APPLICATION_ATTRIBUTION.PARTNER_ID,
                        APPLICATION_ATTRIBUTION.WAY,
                        APPLICATION_ATTRIBUTION.ATTRIBUTED_AT)
                .from(APPLICATION_ATTRIBUTION)
                .where(
                        APPLICATION_ATTRIBUTION.EMPLOYER_ID.eq(employer.value()),
                        APPLICATION_ATTRIBUTION.APPLICATION_ID.eq(application.value()))
                .fetchOptional(row ->
                        new Attribution(
                                row.value1(),
                                Attribution.Way.ofWireName(row.value2()),
                                row.value3()));
    }
}
