package dev.assay.hiring.candidates;

import static dev.assay.db.jooq.Tables.CANDIDATE;
import static dev.assay.db.jooq.Tables.EMAIL_CONFIRMATION;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;

import dev.assay.db.jooq.tables.records.EmailConfirmationRecord;
import dev.assay.hiring.shared.EmployerId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class ConfirmationRepository {

    private final DSLContext sql;

    ConfirmationRepository(DSLContext sql) {
        this.sql = sql;
    }

    void insert(EmployerId employer, Map<UUID, Candidate> links, Instant now, Instant expiresAt) {
        List<EmailConfirmationRecord> rows = new ArrayList<>();
        links.forEach((link, candidate) -> {
            EmailConfirmationRecord row = sql.newRecord(EMAIL_CONFIRMATION);
            row.setEmployerId(employer.value());
            row.setId(link);
            row.setCandidateId(candidate.id().value());
            row.setCreatedAt(now);
            row.setExpiresAt(expiresAt);
            rows.add(row);
        });
        sql.insertInto(EMAIL_CONFIRMATION).set(rows).execute();
    }

    /**
     * How many links went to addresses since then, whichever candidates they were for; by the key
     * of the address, those that got none left out.
     */
    Map<String, Integer> sentTo(EmployerId employer, Collection<String> emailKeys, Instant since) {
        return sql.select(CANDIDATE.EMAIL_KEY, count())
                .from(EMAIL_CONFIRMATION)
                .join(CANDIDATE)
                .on(
                        CANDIDATE.EMPLOYER_ID.eq(EMAIL_CONFIRMATION.EMPLOYER_ID),
                        CANDIDATE.ID.eq(EMAIL_CONFIRMATION.CANDIDATE_ID))
                .where(
                        EMAIL_CONFIRMATION.EMPLOYER_ID.eq(employer.value()),
                        CANDIDATE.EMPLOYER_ID.eq(employer.value()),
                        CANDIDATE.EMAIL_KEY.eq(any(emailKeys.toArray(String[]::new))),
                        EMAIL_CONFIRMATION.CREATED_AT.gt(since))
                .groupBy(CANDIDATE.EMAIL_KEY)
                .fetchMap(row -> row.value1(), row -> row.value2());
    }

    /** The link, held until the transaction is over: two who use it at once come one by one. */
    Optional<Sent> lock(EmployerId employer, UUID link) {
        return sql.select(
                        EMAIL_CONFIRMATION.CANDIDATE_ID,
                        EMAIL_CONFIRMATION.EXPIRES_AT,
                        EMAIL_CONFIRMATION.USED_AT)
                .from(EMAIL_CONFIRMATION)
                .where(is(employer, link))
                .forUpdate()
                .fetchOptional(
                        row -> new Sent(new CandidateId(row.value1()), row.value2(), row.value3()));
    }

    void use(EmployerId employer, UUID link, Instant now) {
        sql.update(EMAIL_CONFIRMATION)
                .set(EMAIL_CONFIRMATION.USED_AT, now)
                .where(is(employer, link))
                .execute();
    }

    void deleteOf(EmployerId employer, CandidateId candidate) {
        sql.deleteFrom(EMAIL_CONFIRMATION)
                .where(
                        EMAIL_CONFIRMATION.EMPLOYER_ID.eq(employer.value()),
                        EMAIL_CONFIRMATION.CANDIDATE_ID.eq(candidate.value()))
                .execute();
    }

    private static Condition is(EmployerId employer, UUID link) {
        return EMAIL_CONFIRMATION
                .EMPLOYER_ID
                .eq(employer.value())
                .and(EMAIL_CONFIRMATION.ID.eq(link));
    }

    record Sent(CandidateId candidate, Instant expiresAt, @Nullable Instant usedAt) {}
}
