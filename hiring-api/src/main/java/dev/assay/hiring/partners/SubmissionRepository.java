package dev.assay.hiring.partners;

import static dev.assay.db.jooq.Tables.PARTNER_APPLICANT;
import static dev.assay.db.jooq.Tables.PARTNER_SUBMISSION;
import static dev.assay.db.jooq.Tables.SUBMITTED_APPLICATION;
import static org.jooq.impl.DSL.max;

import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.EmployerId;
import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class SubmissionRepository {

    private static final String KNOWN =
            """
            select applicant from partner_applicant
            where employer_id = ? and partner_id = ? and job_id = ? and applicant = any (?)
                and received_at > ?
            """;

    private final DSLContext sql;

    SubmissionRepository(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * False when the partner handed in the same applicant to the same job since. Two at once wait
     * for each other here.
     */
    boolean claim(
            EmployerId employer,
            UUID partner,
            JobId job,
            byte[] applicant,
            ApplicationId application,
            Instant now,
            Instant since) {
        return sql.insertInto(PARTNER_APPLICANT)
                        .set(PARTNER_APPLICANT.EMPLOYER_ID, employer.value())
                        .set(PARTNER_APPLICANT.PARTNER_ID, partner)
                        .set(PARTNER_APPLICANT.JOB_ID, job.value())
                        .set(PARTNER_APPLICANT.APPLICANT, applicant)
                        .set(PARTNER_APPLICANT.APPLICATION_ID, application.value())
                        .set(PARTNER_APPLICANT.RECEIVED_AT, now)
                        .onConflict(
                                PARTNER_APPLICANT.EMPLOYER_ID,
                                PARTNER_APPLICANT.PARTNER_ID,
                                PARTNER_APPLICANT.JOB_ID,
                                PARTNER_APPLICANT.APPLICANT)
                        .doUpdate()
                        .set(PARTNER_APPLICANT.APPLICATION_ID, application.value())
                        .set(PARTNER_APPLICANT.RECEIVED_AT, now)
                        .where(
                                PARTNER_APPLICANT.EMPLOYER_ID.eq(employer.value()),
                                PARTNER_APPLICANT.RECEIVED_AT.le(since))
                        .execute()
                == 1;
    }

    /** Whether the partner handed in the same applicant to the same job since. */
    boolean isKnown(EmployerId employer, UUID partner, JobId job, byte[] applicant, Instant since) {
        return sql.fetchExists(
                PARTNER_APPLICANT,
                PARTNER_APPLICANT.EMPLOYER_ID.eq(employer.value()),
                PARTNER_APPLICANT.PARTNER_ID.eq(partner),
                PARTNER_APPLICANT.JOB_ID.eq(job.value()),
                PARTNER_APPLICANT.APPLICANT.eq(applicant),
                PARTNER_APPLICANT.RECEIVED_AT.gt(since));
    }

    /** Those of these applicants whom the partner handed in to the same job since. */
    Set<ByteBuffer> known(
            EmployerId employer, UUID partner, JobId job, List<byte[]> applicants, Instant since) {
        return sql.connectionResult(connection -> {
            try (PreparedStatement query = connection.prepareStatement(KNOWN)) {
                query.setObject(1, employer.value());
                query.setObject(2, partner);
                query.setObject(3, job.value());
                query.setArray(
                        4, connection.createArrayOf("bytea", applicants.toArray(byte[][]::new)));
                query.setObject(5, since.atOffset(ZoneOffset.UTC));
                try (ResultSet found = query.executeQuery()) {
                    Set<ByteBuffer> known = new HashSet<>();
                    while (found.next()) {
                        known.add(ByteBuffer.wrap(found.getBytes(1)));
                    }
                    return known;
                }
            }
        });
    }

    void insert(
            EmployerId employer,
            UUID id,
            UUID partner,
            ApplicationId application,
            Instant now,
            Optional<byte[]> sealed) {
        sql.insertInto(PARTNER_SUBMISSION)
                .set(PARTNER_SUBMISSION.EMPLOYER_ID, employer.value())
                .set(PARTNER_SUBMISSION.ID, id)
                .set(PARTNER_SUBMISSION.PARTNER_ID, partner)
                .set(PARTNER_SUBMISSION.APPLICATION_ID, application.value())
                .set(PARTNER_SUBMISSION.RECEIVED_AT, now)
                .set(PARTNER_SUBMISSION.SEALED, sealed.orElse(null))
                .execute();
        sql.insertInto(SUBMITTED_APPLICATION)
                .set(SUBMITTED_APPLICATION.APPLICATION_ID, application.value())
                .set(SUBMITTED_APPLICATION.PARTNER_ID, partner)
                .set(SUBMITTED_APPLICATION.EMPLOYER_ID, employer.value())
                .onConflictDoNothing()
                .execute();
    }

    /** When the partner handed the application in last; empty when it never did. */
    Optional<Instant> lastReceived(EmployerId employer, UUID partner, ApplicationId application) {
        return Optional.ofNullable(
                sql.select(max(PARTNER_SUBMISSION.RECEIVED_AT))
                        .from(PARTNER_SUBMISSION)
                        .where(
                                PARTNER_SUBMISSION.EMPLOYER_ID.eq(employer.value()),
                                PARTNER_SUBMISSION.PARTNER_ID.eq(partner),
                                PARTNER_SUBMISSION.APPLICATION_ID.eq(application.value()))
                        .fetchSingle()
                        .value1());
    }

    Optional<EmployerId> employerOf(UUID partner, UUID application) {
        return sql.select(SUBMITTED_APPLICATION.EMPLOYER_ID)
                .from(SUBMITTED_APPLICATION)
                .where(
                        SUBMITTED_APPLICATION.APPLICATION_ID.eq(application),
                        SUBMITTED_APPLICATION.PARTNER_ID.eq(partner))
                .fetchOptional(row -> new EmployerId(row.value1()));
    }

    void forgetApplicants(EmployerId employer, Collection<ApplicationId> applications) {
        sql.deleteFrom(PARTNER_APPLICANT)
                .where(
                        PARTNER_APPLICANT.EMPLOYER_ID.eq(employer.value()),
                        PARTNER_APPLICANT.APPLICATION_ID.in(values(applications)))
                .execute();
    }

    Map<UUID, byte[]> sealedOf(EmployerId employer, Collection<ApplicationId> applications) {
        Map<UUID, byte[]> sealed = new LinkedHashMap<>();
        sql.select(PARTNER_SUBMISSION.ID, PARTNER_SUBMISSION.SEALED)
                .from(PARTNER_SUBMISSION)
                .where(
                        PARTNER_SUBMISSION.EMPLOYER_ID.eq(employer.value()),
                        PARTNER_SUBMISSION.APPLICATION_ID.in(values(applications)),
                        PARTNER_SUBMISSION.SEALED.isNotNull())
                .orderBy(PARTNER_SUBMISSION.ID)
                .forEach(row -> sealed.put(row.value1(), row.value2()));
        return sealed;
    }

    private static List<UUID> values(Collection<ApplicationId> applications) {
        return applications.stream().map(ApplicationId::value).toList();
    }
}
