package dev.assay.hiring.credentials;

import static dev.assay.db.jooq.Tables.CREDENTIAL;
import static dev.assay.db.jooq.Tables.RECHECK_DUE;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.select;

import dev.assay.db.jooq.tables.records.RecheckDueRecord;
import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.shared.EmployerId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;

@Repository
class RecheckRepository {

    private final DSLContext sql;

    RecheckRepository(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * @param due when each is tried again
     */
    void insert(EmployerId employer, Instant since, Map<CredentialId, Instant> due) {
        if (due.isEmpty()) {
            return;
        }
        List<RecheckDueRecord> rows = new ArrayList<>();
        due.forEach((credential, at) -> {
            RecheckDueRecord row = sql.newRecord(RECHECK_DUE);
            row.setEmployerId(employer.value());
            row.setCredentialId(credential.value());
            row.setSince(since);
            row.setAttempts(0);
            row.setDueAt(at);
            rows.add(row);
        });
        sql.insertInto(RECHECK_DUE).set(rows).execute();
    }

    /**
     * Takes what is due, the longest due first, unless another worker holds it; it is due again
     * when the lease ends, should nobody report back.
     */
    List<Taken> take(EmployerId employer, Instant now, Instant leaseEnd, int atMost) {
        List<UUID> due =
                sql.select(RECHECK_DUE.CREDENTIAL_ID)
                        .from(RECHECK_DUE)
                        .where(
                                RECHECK_DUE.EMPLOYER_ID.eq(employer.value()),
                                RECHECK_DUE.DUE_AT.le(now))
                        .orderBy(RECHECK_DUE.DUE_AT)
                        .limit(atMost)
                        .forUpdate()
                        .skipLocked()
                        .fetch(RECHECK_DUE.CREDENTIAL_ID);
        if (due.isEmpty()) {
            return List.of();
        }
        sql.update(RECHECK_DUE)
                .set(RECHECK_DUE.DUE_AT, leaseEnd)
                .where(
                        RECHECK_DUE.EMPLOYER_ID.eq(employer.value()),
                        RECHECK_DUE.CREDENTIAL_ID.in(due))
                .execute();
        return sql.select(
                        CREDENTIAL.ID,
                        CREDENTIAL.CANDIDATE_ID,
                        CREDENTIAL.SEALED,
                        CREDENTIAL.SEALED_ADDRESS,
                        CREDENTIAL.MEDIA_TYPE,
                        RECHECK_DUE.ATTEMPTS)
                .from(RECHECK_DUE)
                .join(CREDENTIAL)
                .on(
                        CREDENTIAL.EMPLOYER_ID.eq(RECHECK_DUE.EMPLOYER_ID),
                        CREDENTIAL.ID.eq(RECHECK_DUE.CREDENTIAL_ID))
                .where(
                        RECHECK_DUE.EMPLOYER_ID.eq(employer.value()),
                        RECHECK_DUE.CREDENTIAL_ID.in(due))
                .fetch(row -> taken(row, leaseEnd));
    }

    /** Settled, or withdrawn. False when the lease is another's by now. */
    boolean settle(EmployerId employer, Taken taken) {
        return sql.deleteFrom(RECHECK_DUE)
                        .where(
                                RECHECK_DUE.EMPLOYER_ID.eq(employer.value()),
                                RECHECK_DUE.CREDENTIAL_ID.eq(taken.credential().value()),
                                RECHECK_DUE.DUE_AT.eq(taken.leaseEnd()))
                        .execute()
                == 1;
    }

    /** Not settled yet. False when the lease is another's by now. */
    boolean postpone(EmployerId employer, Taken taken, Instant due) {
        return sql.update(RECHECK_DUE)
                        .set(RECHECK_DUE.ATTEMPTS, taken.attempts() + 1)
                        .set(RECHECK_DUE.DUE_AT, due)
                        .where(
                                RECHECK_DUE.EMPLOYER_ID.eq(employer.value()),
                                RECHECK_DUE.CREDENTIAL_ID.eq(taken.credential().value()),
                                RECHECK_DUE.DUE_AT.eq(taken.leaseEnd()))
                        .execute()
                == 1;
    }

    /** Nothing of an erased person's is tried again. */
    void deleteOf(EmployerId employer, CandidateId candidate) {
        sql.deleteFrom(RECHECK_DUE)
                .where(
                        RECHECK_DUE.EMPLOYER_ID.eq(employer.value()),
                        RECHECK_DUE.CREDENTIAL_ID.in(
                                select(CREDENTIAL.ID)
                                        .from(CREDENTIAL)
                                        .where(
                                                CREDENTIAL.EMPLOYER_ID.eq(employer.value()),
                                                CREDENTIAL.CANDIDATE_ID.eq(candidate.value()))))
                .execute();
    }

    Optional<Instant> nextDue(EmployerId employer) {
        return sql.select(min(RECHECK_DUE.DUE_AT))
                .from(RECHECK_DUE)
                .where(RECHECK_DUE.EMPLOYER_ID.eq(employer.value()))
                .fetchOptional(row -> row.value1());
    }

    private static Taken taken(Record row, Instant leaseEnd) {
        return new Taken(
                new CredentialId(row.get(CREDENTIAL.ID)),
                new CandidateId(row.get(CREDENTIAL.CANDIDATE_ID)),
                Optional.ofNullable(row.get(CREDENTIAL.SEALED)),
                Optional.ofNullable(row.get(CREDENTIAL.SEALED_ADDRESS)),
                Optional.ofNullable(row.get(CREDENTIAL.MEDIA_TYPE)),
                row.get(RECHECK_DUE.ATTEMPTS),
                leaseEnd);
    }

    /** A due credential in the hands of one worker. */
    record Taken(
            CredentialId credential,
            CandidateId candidate,
            Optional<byte[]> sealed,
            Optional<byte[]> sealedAddress,
            Optional<String> mediaType,
            int attempts,
            Instant leaseEnd) {}
}
