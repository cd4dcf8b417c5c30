package dev.assay.hiring.candidates;

import static dev.assay.db.jooq.Tables.CANDIDATE;

import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.Version;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.springframework.stereotype.Repository;

@Repository
class CandidateRepository {

    private final DSLContext sql;

    CandidateRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** False when somebody with the same vouched-for address was admitted meanwhile. */
    boolean insert(EmployerId employer, Candidate candidate, String assertedBy) {
        boolean asserted = candidate.emailStatus() == EmailStatus.ASSERTED;
        return sql.insertInto(CANDIDATE)
                        .set(CANDIDATE.EMPLOYER_ID, employer.value())
                        .set(CANDIDATE.ID, candidate.id().value())
                        .set(CANDIDATE.GIVEN_NAME, candidate.givenName())
                        .set(CANDIDATE.FAMILY_NAME, candidate.familyName())
                        .set(CANDIDATE.EMAIL, candidate.email().address())
                        .set(CANDIDATE.EMAIL_KEY, candidate.email().key())
                        .set(CANDIDATE.EMAIL_STATUS, candidate.emailStatus().wireName())
                        .set(CANDIDATE.EMAIL_ASSERTED_BY, asserted ? assertedBy : null)
                        .set(CANDIDATE.PHONE, candidate.phone())
                        .set(CANDIDATE.CREATED_AT, candidate.createdAt())
                        .set(CANDIDATE.VERSION, candidate.version().value())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    Optional<Candidate> byAssertedEmail(EmployerId employer, Email email) {
        return where(
                        CANDIDATE
                                .EMPLOYER_ID
                                .eq(employer.value())
                                .and(CANDIDATE.EMAIL_KEY.eq(email.key()))
                                .and(CANDIDATE.EMAIL_STATUS.eq(EmailStatus.ASSERTED.wireName())))
                .fetchOptional(CandidateRepository::candidate);
    }

    List<Candidate> withIds(EmployerId employer, Collection<CandidateId> ids) {
        return where(
                        CANDIDATE
                                .EMPLOYER_ID
                                .eq(employer.value())
                                .and(CANDIDATE.ID.in(ids.stream().map(CandidateId::value).toList()))
                                .and(CANDIDATE.ERASED_AT.isNull()))
                .fetch(CandidateRepository::candidate);
    }

    /** Leaves of the person what points to nobody: an id, and when they came and went. */
    void empty(EmployerId employer, CandidateId candidate, Instant now) {
        sql.update(CANDIDATE)
                .setNull(CANDIDATE.GIVEN_NAME)
                .setNull(CANDIDATE.FAMILY_NAME)
                .setNull(CANDIDATE.EMAIL)
                .setNull(CANDIDATE.EMAIL_KEY)
                .setNull(CANDIDATE.EMAIL_ASSERTED_BY)
                .setNull(CANDIDATE.PHONE)
                .set(CANDIDATE.EMAIL_STATUS, EmailStatus.UNCONFIRMED.wireName())
                .set(CANDIDATE.VERSION, CANDIDATE.VERSION.plus(1))
                .set(CANDIDATE.ERASED_AT, now)
                .where(
                        CANDIDATE.EMPLOYER_ID.eq(employer.value()),
                        CANDIDATE.ID.eq(candidate.value()),
                        CANDIDATE.ERASED_AT.isNull())
                .execute();
    }

    private SelectConditionStep<? extends Record> where(Condition condition) {
        return sql.select(
                        CANDIDATE.ID,
                        CANDIDATE.GIVEN_NAME,
                        CANDIDATE.FAMILY_NAME,
                        CANDIDATE.EMAIL,
                        CANDIDATE.EMAIL_STATUS,
                        CANDIDATE.PHONE,
                        CANDIDATE.CREATED_AT,
                        CANDIDATE.VERSION)
                .from(CANDIDATE)
                .where(condition);
    }

    private static Candidate candidate(Record row) {
        return new Candidate(
                new CandidateId(row.get(CANDIDATE.ID)),
                row.get(CANDIDATE.GIVEN_NAME),
                row.get(CANDIDATE.FAMILY_NAME),
                new Email(row.get(CANDIDATE.EMAIL)),
                EmailStatus.ofWireName(row.get(CANDIDATE.EMAIL_STATUS)),
                row.get(CANDIDATE.PHONE),
                row.get(CANDIDATE.CREATED_AT),
                new Version(row.get(CANDIDATE.VERSION)));
    }
}
