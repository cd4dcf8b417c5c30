package dev.assay.hiring.partners;

import static dev.assay.db.jooq.Tables.APPLICATION_ATTRIBUTION;
import static dev.assay.db.jooq.Tables.PARTNER;
import static dev.assay.db.jooq.Tables.PARTNER_ENDPOINT;
import static dev.assay.db.jooq.Tables.PARTNER_EVENT;
import static dev.assay.db.jooq.Tables.PARTNER_SUBMISSION;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import dev.assay.db.jooq.tables.records.PartnerEventRecord;
import dev.assay.hiring.applications.ApplicationPhase;
import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.EmployerId;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Repository;

/** What partners are told, and where. */
@Repository
class PartnerEventRepository {

    private final DSLContext sql;

    PartnerEventRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** Who handed these applications in, each with when they did so first, by application. */
    Map<UUID, Map<UUID, Instant>> handedInBy(EmployerId employer, Collection<UUID> applications) {
        Field<UUID[]> all = val(applications.toArray(UUID[]::new));
        Map<UUID, Map<UUID, Instant>> found = new LinkedHashMap<>();
        sql.select(
                        PARTNER_SUBMISSION.APPLICATION_ID,
                        PARTNER_SUBMISSION.PARTNER_ID,
                        PARTNER_SUBMISSION.RECEIVED_AT)
                .from(PARTNER_SUBMISSION)
                .where(
                        PARTNER_SUBMISSION.EMPLOYER_ID.eq(employer.value()),
                        PARTNER_SUBMISSION.APPLICATION_ID.eq(any(all)))
                .orderBy(PARTNER_SUBMISSION.RECEIVED_AT)
                .forEach(row ->
                        found.computeIfAbsent(row.value1(), _ -> new LinkedHashMap<>())
                                .putIfAbsent(row.value2(), row.value3()));
        return found;
    }

    /** To be called by who numbers the employer's events, since the next number is looked up. */
    void append(
            EmployerId employer,
            UUID partner,
            UUID event,
            ApplicationId application,
            JobId job,
            ApplicationPhase phase,
            Instant occurredAt) {
        sql.insertInto(PARTNER_EVENT)
                .set(PARTNER_EVENT.EMPLOYER_ID, employer.value())
                .set(PARTNER_EVENT.PARTNER_ID, partner)
                .set(PARTNER_EVENT.SEQUENCE, last(employer, partner) + 1)
                .set(PARTNER_EVENT.EVENT_ID, event)
                .set(PARTNER_EVENT.APPLICATION_ID, application.value())
                .set(PARTNER_EVENT.JOB_ID, job.value())
                .set(PARTNER_EVENT.PHASE, phase.wireName())
                .set(PARTNER_EVENT.OCCURRED_AT, occurredAt)
                .execute();
    }

    /** The number of the last event; 0 before the first. */
    long last(EmployerId employer, UUID partner) {
        return sql.select(coalesce(max(PARTNER_EVENT.SEQUENCE), val(0L)))
                .from(PARTNER_EVENT)
                .where(isOf(employer, partner))
                .fetchSingle()
                .value1();
    }

    List<PartnerEvent> after(EmployerId employer, UUID partner, long after, int atMost) {
        return events(isOf(employer, partner).and(PARTNER_EVENT.SEQUENCE.gt(after)), atMost);
    }

    List<PartnerEvent> numbered(EmployerId employer, UUID partner, Collection<Long> sequences) {
        Field<Long[]> all = val(sequences.toArray(Long[]::new));
        return events(
                isOf(employer, partner).and(PARTNER_EVENT.SEQUENCE.eq(any(all))), sequences.size());
    }

    /** Notes at which employer an endpoint of a partner's is. */
    void noteEndpoint(EmployerId employer, UUID partner, UUID endpoint) {
        sql.insertInto(PARTNER_ENDPOINT)
                .set(PARTNER_ENDPOINT.ENDPOINT_ID, endpoint)
                .set(PARTNER_ENDPOINT.PARTNER_ID, partner)
                .set(PARTNER_ENDPOINT.EMPLOYER_ID, employer.value())
                .execute();
    }

    Optional<EmployerId> employerOfEndpoint(UUID partner, UUID endpoint) {
        return sql.select(PARTNER_ENDPOINT.EMPLOYER_ID)
                .from(PARTNER_ENDPOINT)
                .where(
                        PARTNER_ENDPOINT.ENDPOINT_ID.eq(endpoint),
                        PARTNER_ENDPOINT.PARTNER_ID.eq(partner))
                .fetchOptional(row -> new EmployerId(row.value1()));
    }

    /** The service account of a partner that is not disabled. */
    Optional<UUID> subjectOf(UUID partner) {
        return sql.select(PARTNER.SUBJECT)
                .from(PARTNER)
                .where(PARTNER.ID.eq(partner), PARTNER.DISABLED.isFalse())
                .fetchOptional(row -> row.value1());
    }

    private List<PartnerEvent> events(Condition matching, int atMost) {
        Field<Boolean> attributed =
                field(
                        exists(
                                selectOne()
                                        .from(APPLICATION_ATTRIBUTION)
                                        .where(
                                                APPLICATION_ATTRIBUTION.EMPLOYER_ID.eq(
                                                        PARTNER_EVENT.EMPLOYER_ID),
                                                APPLICATION_ATTRIBUTION.APPLICATION_ID.eq(
                                                        PARTNER_EVENT.APPLICATION_ID),
                                                APPLICATION_ATTRIBUTION.PARTNER_ID.eq(
                                                        PARTNER_EVENT.PARTNER_ID))));
        return sql.select(PARTNER_EVENT, attributed)
                .from(PARTNER_EVENT)
                .where(matching)
                .orderBy(PARTNER_EVENT.SEQUENCE)
                .limit(atMost)
                .fetch(row -> event(row.value1(), row.value2()));
    }

    private static PartnerEvent event(PartnerEventRecord row, boolean attributed) {
        return new PartnerEvent(
                row.getEventId(),
                row.getSequence(),
                new ApplicationId(row.getApplicationId()),
                new JobId(row.getJobId()),
                ApplicationPhase.ofWireName(row.getPhase()),
                row.getOccurredAt(),
                attributed);
    }

    private static Condition isOf(EmployerId employer, UUID partner) {
        return PARTNER_EVENT
                .EMPLOYER_ID
                .eq(employer.value())
                .and(PARTNER_EVENT.PARTNER_ID.eq(partner));
    }
}
