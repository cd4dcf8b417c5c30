package dev.assay.hiring.evidence;

import static dev.assay.db.jooq.Tables.RECORDED_EVIDENCE;
import static org.jooq.impl.DSL.any;

import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.platform.persistence.Rendered;
import dev.assay.hiring.platform.privacy.PersonKeys;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.Version;
import dev.assay.hiring.skills.SkillId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Select;
import org.springframework.stereotype.Repository;

@Repository
class RecordedEvidenceRepository {

    private final DSLContext sql;
    private final Rendered ofEach;

    RecordedEvidenceRepository(DSLContext sql) {
        this.sql = sql;
        this.ofEach =
                new Rendered(
                        sql,
                        where(
                                RECORDED_EVIDENCE.EMPLOYER_ID.eq(Rendered.EMPLOYER),
                                RECORDED_EVIDENCE.APPLICATION_ID.eq(any(Rendered.IDS))));
    }

    void insert(
            EmployerId employer,
            RecordedEvidence evidence,
            Optional<String> note,
            PersonKeys keys) {
        byte[] sealed =
                note.map(text ->
                                keys.seal(
                                        evidence.candidate().person(),
                                        text.getBytes(StandardCharsets.UTF_8)))
                        .orElse(null);
        sql.insertInto(RECORDED_EVIDENCE)
                .set(RECORDED_EVIDENCE.EMPLOYER_ID, employer.value())
                .set(RECORDED_EVIDENCE.ID, evidence.id().value())
                .set(RECORDED_EVIDENCE.APPLICATION_ID, evidence.application().value())
                .set(RECORDED_EVIDENCE.CANDIDATE_ID, evidence.candidate().value())
                .set(RECORDED_EVIDENCE.METHOD, evidence.method().wireName())
                .set(RECORDED_EVIDENCE.SKILL_ID, evidence.skill().value())
                .set(RECORDED_EVIDENCE.RUBRIC_ID, evidence.rubric().value())
                .set(RECORDED_EVIDENCE.RUBRIC_VERSION, evidence.rubricVersion().value())
                .set(RECORDED_EVIDENCE.RATINGS, evidence.ratings().toArray(Integer[]::new))
                .set(RECORDED_EVIDENCE.LEVEL, evidence.level())
                .set(RECORDED_EVIDENCE.SUPERVISION, evidence.supervision().wireName())
                .set(RECORDED_EVIDENCE.PERFORMED_ON, evidence.performedOn())
                .set(RECORDED_EVIDENCE.SEALED_NOTE, sealed)
                .set(RECORDED_EVIDENCE.RATED_BY, evidence.ratedBy())
                .set(RECORDED_EVIDENCE.RECORDED_AT, evidence.recordedAt())
                .execute();
    }

    /** False when it was withdrawn before. */
    boolean withdraw(
            EmployerId employer, RecordedEvidenceId evidence, String withdrawnBy, Instant now) {
        return sql.update(RECORDED_EVIDENCE)
                        .set(RECORDED_EVIDENCE.WITHDRAWN_AT, now)
                        .set(RECORDED_EVIDENCE.WITHDRAWN_BY, withdrawnBy)
                        .where(
                                RECORDED_EVIDENCE.EMPLOYER_ID.eq(employer.value()),
                                RECORDED_EVIDENCE.ID.eq(evidence.value()),
                                RECORDED_EVIDENCE.WITHDRAWN_AT.isNull())
                        .execute()
                == 1;
    }

    Optional<RecordedEvidence> find(
            EmployerId employer, ApplicationId application, RecordedEvidenceId evidence) {
        return where(
                        employer,
                        RECORDED_EVIDENCE
                                .APPLICATION_ID
                                .eq(application.value())
                                .and(RECORDED_EVIDENCE.ID.eq(evidence.value())))
                .stream()
                .findFirst();
    }

    List<RecordedEvidence> of(EmployerId employer, ApplicationId application) {
        return ofEach(employer, List.of(application));
    }

    List<RecordedEvidence> ofEach(EmployerId employer, Collection<ApplicationId> applications) {
        return ofEach.fetch(
                employer,
                applications.stream().map(ApplicationId::value).toList(),
                RecordedEvidenceRepository::evidence);
    }

    List<RecordedEvidence> ofPerson(EmployerId employer, Collection<CandidateId> person) {
        return where(
                employer,
                RECORDED_EVIDENCE.CANDIDATE_ID.in(
                        person.stream().map(CandidateId::value).toList()));
    }

    Optional<byte[]> note(EmployerId employer, RecordedEvidenceId evidence) {
        return sql.select(RECORDED_EVIDENCE.SEALED_NOTE)
                .from(RECORDED_EVIDENCE)
                .where(
                        RECORDED_EVIDENCE.EMPLOYER_ID.eq(employer.value()),
                        RECORDED_EVIDENCE.ID.eq(evidence.value()))
                .fetchOptional(RECORDED_EVIDENCE.SEALED_NOTE);
    }

    private List<RecordedEvidence> where(EmployerId employer, Condition condition) {
        return where(RECORDED_EVIDENCE.EMPLOYER_ID.eq(employer.value()), condition)
                .fetch(RecordedEvidenceRepository::evidence);
    }

    private Select<? extends Record> where(Condition employer, Condition condition) {
        return sql.select(
                        RECORDED_EVIDENCE.ID,
                        RECORDED_EVIDENCE.APPLICATION_ID,
                        RECORDED_EVIDENCE.CANDIDATE_ID,
                        RECORDED_EVIDENCE.METHOD,
                        RECORDED_EVIDENCE.SKILL_ID,
                        RECORDED_EVIDENCE.RUBRIC_ID,
                        RECORDED_EVIDENCE.RUBRIC_VERSION,
                        RECORDED_EVIDENCE.RATINGS,
                        RECORDED_EVIDENCE.LEVEL,
                        RECORDED_EVIDENCE.SUPERVISION,
                        RECORDED_EVIDENCE.PERFORMED_ON,
                        RECORDED_EVIDENCE.RATED_BY,
                        RECORDED_EVIDENCE.RECORDED_AT,
                        RECORDED_EVIDENCE.WITHDRAWN_AT)
                .from(RECORDED_EVIDENCE)
                .where(employer, condition)
                .orderBy(RECORDED_EVIDENCE.ID);
    }

    private static RecordedEvidence evidence(Record row) {
        return new RecordedEvidence(
                new RecordedEvidenceId(row.get(RECORDED_EVIDENCE.ID)),
                new ApplicationId(row.get(RECORDED_EVIDENCE.APPLICATION_ID)),
                new CandidateId(row.get(RECORDED_EVIDENCE.CANDIDATE_ID)),
                EvidenceMethod.ofWireName(row.get(RECORDED_EVIDENCE.METHOD)),
                new SkillId(row.get(RECORDED_EVIDENCE.SKILL_ID)),
                new RubricId(row.get(RECORDED_EVIDENCE.RUBRIC_ID)),
                new Version(row.get(RECORDED_EVIDENCE.RUBRIC_VERSION)),
                Arrays.asList(row.get(RECORDED_EVIDENCE.RATINGS)),
                row.get(RECORDED_EVIDENCE.LEVEL),
                Supervision.ofWireName(row.get(RECORDED_EVIDENCE.SUPERVISION)),
                row.get(RECORDED_EVIDENCE.PERFORMED_ON),
                row.get(RECORDED_EVIDENCE.RATED_BY),
                row.get(RECORDED_EVIDENCE.RECORDED_AT),
                Optional.ofNullable(row.get(RECORDED_EVIDENCE.WITHDRAWN_AT)));
    }
}
