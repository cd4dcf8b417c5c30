package dev.assay.hiring.interviews;

import static dev.assay.db.jooq.Tables.INTERVIEW;

import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.platform.privacy.PersonKeys;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class InterviewRepository {

    private final DSLContext sql;
    private final JsonMapper json;

    InterviewRepository(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    void insert(EmployerId employer, Interview interview, String createdBy, PersonKeys keys) {
        Words words = new Words(interview.location().orElse(null), interview.note().orElse(null));
        sql.insertInto(INTERVIEW)
                .set(INTERVIEW.EMPLOYER_ID, employer.value())
                .set(INTERVIEW.ID, interview.id().value())
                .set(INTERVIEW.APPLICATION_ID, interview.application().value())
                .set(INTERVIEW.CANDIDATE_ID, interview.candidate().value())
                .set(INTERVIEW.STATE, interview.state().wireName())
                .set(INTERVIEW.SLOTS, JSONB.jsonb(json.writeValueAsString(interview.slots())))
                .set(
                        INTERVIEW.SEALED_WORDS,
                        keys.seal(interview.candidate().person(), json.writeValueAsBytes(words)))
                .set(INTERVIEW.VERSION, interview.version().value())
                .set(INTERVIEW.CREATED_BY, createdBy)
                .set(INTERVIEW.CREATED_AT, interview.createdAt())
                .set(INTERVIEW.UPDATED_AT, interview.updatedAt())
                .execute();
    }

    /** False when it is no longer at the expected version. */
    boolean move(
            EmployerId employer,
            Interview before,
            InterviewState to,
            Optional<Slot> booked,
            Instant now) {
        return sql.update(INTERVIEW)
                        .set(INTERVIEW.STATE, to.wireName())
                        .set(INTERVIEW.BOOKED_START, booked.map(Slot::start).orElse(null))
                        .set(INTERVIEW.BOOKED_END, booked.map(Slot::end).orElse(null))
                        .set(INTERVIEW.VERSION, before.version().next().value())
                        .set(INTERVIEW.UPDATED_AT, now)
                        .where(
                                INTERVIEW.EMPLOYER_ID.eq(employer.value()),
                                INTERVIEW.ID.eq(before.id().value()),
                                INTERVIEW.VERSION.eq(before.version().value()))
                        .execute()
                == 1;
    }

    /** Whose it is, to find their key by. */
    Optional<CandidateId> candidate(EmployerId employer, InterviewId interview) {
        return sql.select(INTERVIEW.CANDIDATE_ID)
                .from(INTERVIEW)
                .where(
                        INTERVIEW.EMPLOYER_ID.eq(employer.value()),
                        INTERVIEW.ID.eq(interview.value()))
                .fetchOptional(INTERVIEW.CANDIDATE_ID)
                .map(CandidateId::new);
    }

    Optional<Interview> find(EmployerId employer, InterviewId interview, PersonKeys keys) {
        return where(employer, INTERVIEW.ID.eq(interview.value()), keys).stream().findFirst();
    }

    /** Oldest first. */
    List<Interview> of(EmployerId employer, ApplicationId application, PersonKeys keys) {
        return where(employer, INTERVIEW.APPLICATION_ID.eq(application.value()), keys);
    }

    List<Interview> ofCandidate(EmployerId employer, CandidateId candidate, PersonKeys keys) {
        return where(employer, INTERVIEW.CANDIDATE_ID.eq(candidate.value()), keys);
    }

    private List<Interview> where(EmployerId employer, Condition which, PersonKeys keys) {
        return sql.select(
                        INTERVIEW.ID,
                        INTERVIEW.APPLICATION_ID,
                        INTERVIEW.CANDIDATE_ID,
                        INTERVIEW.STATE,
                        INTERVIEW.SLOTS,
                        INTERVIEW.BOOKED_START,
                        INTERVIEW.BOOKED_END,
                        INTERVIEW.SEALED_WORDS,
                        INTERVIEW.VERSION,
                        INTERVIEW.CREATED_AT,
                        INTERVIEW.UPDATED_AT)
                .from(INTERVIEW)
                .where(INTERVIEW.EMPLOYER_ID.eq(employer.value()), which)
                .orderBy(INTERVIEW.ID)
                .fetch(row -> interview(row, keys));
    }

    private Interview interview(Record row, PersonKeys keys) {
        CandidateId candidate = new CandidateId(row.get(INTERVIEW.CANDIDATE_ID));
        Optional<Words> words =
                keys.open(candidate.person(), row.get(INTERVIEW.SEALED_WORDS))
                        .map(bytes -> json.readValue(bytes, Words.class));
        return new Interview(
                new InterviewId(row.get(INTERVIEW.ID)),
                new ApplicationId(row.get(INTERVIEW.APPLICATION_ID)),
                candidate,
                InterviewState.ofWireName(row.get(INTERVIEW.STATE)),
                List.of(json.readValue(row.get(INTERVIEW.SLOTS).data(), Slot[].class)),
                Optional.ofNullable(row.get(INTERVIEW.BOOKED_START))
                        .map(start -> new Slot(start, row.get(INTERVIEW.BOOKED_END))),
                words.map(Words::location),
                words.map(Words::note),
                new Version(row.get(INTERVIEW.VERSION)),
                row.get(INTERVIEW.CREATED_AT),
                row.get(INTERVIEW.UPDATED_AT));
    }

    private record Words(@Nullable String location, @Nullable String note) {}
}
