package dev.assay.hiring.interviews;

import static dev.assay.db.jooq.Tables.ACCOMMODATION_REQUEST;

import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.platform.privacy.PersonKeys;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.EmployerId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class AccommodationRepository {

    private final DSLContext sql;

    AccommodationRepository(DSLContext sql) {
        this.sql = sql;
    }

    void insert(EmployerId employer, AccommodationRequest request, PersonKeys keys) {
        byte[] words = request.request().orElseThrow().getBytes(StandardCharsets.UTF_8);
        sql.insertInto(ACCOMMODATION_REQUEST)
                .set(ACCOMMODATION_REQUEST.EMPLOYER_ID, employer.value())
                .set(ACCOMMODATION_REQUEST.ID, request.id())
                .set(ACCOMMODATION_REQUEST.APPLICATION_ID, request.application().value())
                .set(ACCOMMODATION_REQUEST.CANDIDATE_ID, request.candidate().value())
                .set(
                        ACCOMMODATION_REQUEST.SEALED_WORDS,
                        keys.seal(request.candidate().person(), words))
                .set(ACCOMMODATION_REQUEST.RECORDED_BY, request.recordedBy())
                .set(ACCOMMODATION_REQUEST.RECORDED_AT, request.recordedAt())
                .execute();
    }

    /** False when there is none such. */
    boolean delete(EmployerId employer, ApplicationId application, UUID request) {
        return sql.deleteFrom(ACCOMMODATION_REQUEST)
                        .where(
                                ACCOMMODATION_REQUEST.EMPLOYER_ID.eq(employer.value()),
                                ACCOMMODATION_REQUEST.APPLICATION_ID.eq(application.value()),
                                ACCOMMODATION_REQUEST.ID.eq(request))
                        .execute()
                == 1;
    }

    void deleteOf(EmployerId employer, CandidateId candidate) {
        sql.deleteFrom(ACCOMMODATION_REQUEST)
                .where(
                        ACCOMMODATION_REQUEST.EMPLOYER_ID.eq(employer.value()),
                        ACCOMMODATION_REQUEST.CANDIDATE_ID.eq(candidate.value()))
                .execute();
    }

    /** Oldest first. */
    List<AccommodationRequest> of(EmployerId employer, ApplicationId application, PersonKeys keys) {
        return where(employer, ACCOMMODATION_REQUEST.APPLICATION_ID.eq(application.value()), keys);
    }

    List<AccommodationRequest> ofCandidate(
            EmployerId employer, CandidateId candidate, PersonKeys keys) {
        return where(employer, ACCOMMODATION_REQUEST.CANDIDATE_ID.eq(candidate.value()), keys);
    }

    private List<AccommodationRequest> where(
            EmployerId employer, Condition which, PersonKeys keys) {
        return sql.select(
                        ACCOMMODATION_REQUEST.ID,
                        ACCOMMODATION_REQUEST.APPLICATION_ID,
                        ACCOMMODATION_REQUEST.CANDIDATE_ID,
                        ACCOMMODATION_REQUEST.SEALED_WORDS,
                        ACCOMMODATION_REQUEST.RECORDED_BY,
                        ACCOMMODATION_REQUEST.RECORDED_AT)
                .from(ACCOMMODATION_REQUEST)
                .where(ACCOMMODATION_REQUEST.EMPLOYER_ID.eq(employer.value()), which)
                .orderBy(ACCOMMODATION_REQUEST.ID)
                .fetch(row -> {
                    CandidateId candidate = new CandidateId(row.value3());
                    return new AccommodationRequest(
                            row.value1(),
                            new ApplicationId(row.value2()),
                            candidate,
                            keys.open(candidate.person(), row.value4())
                                    .map(bytes -> new String(bytes, StandardCharsets.UTF_8)),
                            row.value5(),
                            row.value6());
                });
    }
}
