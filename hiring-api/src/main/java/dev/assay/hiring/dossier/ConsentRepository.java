package dev.assay.hiring.dossier;

import static dev.assay.db.jooq.Tables.CONSENT;

import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.EmployerId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class ConsentRepository {

    private final DSLContext sql;

    ConsentRepository(DSLContext sql) {
        this.sql = sql;
    }

    void insert(EmployerId employer, Consent consent) {
        sql.insertInto(CONSENT)
                .set(CONSENT.EMPLOYER_ID, employer.value())
                .set(CONSENT.ID, consent.id().value())
                .set(CONSENT.CANDIDATE_ID, consent.about().candidate().value())
                .set(
                        CONSENT.APPLICATION_ID,
                        consent.about().application().map(ApplicationId::value).orElse(null))
                .set(CONSENT.PURPOSE, consent.purpose())
                .set(CONSENT.TEXT_VERSION, consent.textVersion())
                .set(CONSENT.GIVEN_AT, consent.givenAt())
                .set(CONSENT.RECORDED_BY, consent.recordedBy())
                .set(CONSENT.RECORDED_AT, consent.recordedAt())
                .execute();
    }

    /** False when it was withdrawn before. */
    boolean withdraw(EmployerId employer, ConsentId id, String by, Instant now) {
        return sql.update(CONSENT)
                        .set(CONSENT.WITHDRAWN_BY, by)
                        .set(CONSENT.WITHDRAWN_AT, now)
                        .where(
                                CONSENT.EMPLOYER_ID.eq(employer.value()),
                                CONSENT.ID.eq(id.value()),
                                CONSENT.WITHDRAWN_AT.isNull())
                        .execute()
                == 1;
    }

    Optional<Consent> find(EmployerId employer, ConsentId id) {
        return where(employer, CONSENT.ID.eq(id.value())).stream().findFirst();
    }

    /** Oldest first. */
    List<Consent> of(EmployerId employer, Collection<CandidateId> candidates) {
        return where(
                employer,
                CONSENT.CANDIDATE_ID.in(candidates.stream().map(CandidateId::value).toList()));
    }

    void removeOf(EmployerId employer, CandidateId candidate) {
        sql.deleteFrom(CONSENT)
                .where(
                        CONSENT.EMPLOYER_ID.eq(employer.value()),
                        CONSENT.CANDIDATE_ID.eq(candidate.value()))
                .execute();
    }

    private List<Consent> where(EmployerId employer, Condition condition) {
        return sql.selectFrom(CONSENT)
                .where(CONSENT.EMPLOYER_ID.eq(employer.value()), condition)
                .orderBy(CONSENT.ID)
                .fetch(row ->
                        new Consent(
                                new ConsentId(row.getId()),
                                new Owner(
                                        new CandidateId(row.getCandidateId()),
                                        Optional.ofNullable(row.getApplicationId())
                                                .map(ApplicationId::new)),
                                row.getPurpose(),
                                row.getTextVersion(),
                                row.getGivenAt(),
                                row.getRecordedBy(),
                                row.getRecordedAt(),
                                Optional.ofNullable(row.getWithdrawnAt())));
    }
}
