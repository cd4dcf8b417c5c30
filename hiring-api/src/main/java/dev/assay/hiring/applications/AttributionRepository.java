package dev.assay.hiring.applications;

import static dev.assay.db.jooq.Tables.APPLICATION_ATTRIBUTION;

import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.EmployerId;
import java.util.Collection;
import java.util.Map;
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

    /** Those of these that came by a partner. */
    Map<ApplicationId, Attribution> of(EmployerId employer, Collection<ApplicationId> ids) {
        return sql.select(
                        APPLICATION_ATTRIBUTION.APPLICATION_ID,
                        APPLICATION_ATTRIBUTION.PARTNER_ID,
                        APPLICATION_ATTRIBUTION.WAY,
                        APPLICATION_ATTRIBUTION.ATTRIBUTED_AT)
                .from(APPLICATION_ATTRIBUTION)
                .where(
                        APPLICATION_ATTRIBUTION.EMPLOYER_ID.eq(employer.value()),
                        APPLICATION_ATTRIBUTION.APPLICATION_ID.in(
                                ids.stream().map(ApplicationId::value).toList()))
                .fetchMap(
                        row -> new ApplicationId(row.value1()),
                        row ->
                                new Attribution(
                                        row.value2(),
                                        Attribution.Way.ofWireName(row.value3()),
                                        row.value4()));
    }
}
