package dev.assay.hiring.applications;

import static dev.assay.db.jooq.Tables.APPLICATION;
import static dev.assay.db.jooq.Tables.APPLICATION_RECEIVED;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import dev.assay.db.jooq.tables.records.ApplicationReceivedRecord;
import dev.assay.db.jooq.tables.records.ApplicationRecord;
import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.jobs.StageId;
import dev.assay.hiring.platform.persistence.Rendered;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.PersonId;
import dev.assay.hiring.shared.Version;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectJoinStep;
import org.springframework.stereotype.Repository;

@Repository
class ApplicationRepository {

    static final List<String> OPEN_PHASES =
            Arrays.stream(ApplicationPhase.values())
                    .filter(ApplicationPhase::isOpen)
                    .map(ApplicationPhase::wireName)
                    .toList();

    private final DSLContext sql;
    private final Rendered withIds;

    ApplicationRepository(DSLContext sql) {
        this.sql = sql;
        this.withIds =
                new Rendered(
                        sql,
                        selected()
                                .where(
                                        APPLICATION.EMPLOYER_ID.eq(Rendered.EMPLOYER),
                                        APPLICATION.ID.eq(any(Rendered.IDS)))
                                .orderBy(APPLICATION.ID));
    }

    /** Those of them that are stored now: none for who has an open one to the job already. */
    Set<ApplicationId> insert(EmployerId employer, Collection<Application> applications) {
        return sql.insertInto(APPLICATION)
                .set(applications.stream().map(one -> row(employer, one)).toList())
                .onConflictDoNothing()
                .returning(APPLICATION.ID)
                .fetchSet(row -> new ApplicationId(row.getId()));
    }

    private ApplicationRecord row(EmployerId employer, Application application) {
        ApplicationRecord row = sql.newRecord(APPLICATION);
        row.setEmployerId(employer.value());
        row.setId(application.id().value());
        row.setJobId(application.job().value());
        row.setCandidateId(application.candidate().value());
        row.setPhase(application.phase().wireName());
        row.setStageId(application.stage().map(StageId::value).orElse(null));
        row.setSubmittedAt(application.submittedAt());
        row.setSubmittedBy(application.submittedBy());
        row.setSourceChannel(application.source().channel());
        row.setSourceReference(application.source().reference());
        row.setVersion(application.version().value());
        return row;
    }

    void insertReceived(EmployerId employer, Map<ApplicationId, byte[]> sealed) {
        List<ApplicationReceivedRecord> rows = new ArrayList<>();
        sealed.forEach((application, bytes) -> {
            ApplicationReceivedRecord row = sql.newRecord(APPLICATION_RECEIVED);
            row.setEmployerId(employer.value());
            row.setApplicationId(application.value());
            row.setSealed(bytes);
            rows.add(row);
        });
        sql.insertInto(APPLICATION_RECEIVED).set(rows).execute();
    }

    Optional<byte[]> received(EmployerId employer, ApplicationId application) {
        return sql.select(APPLICATION_RECEIVED.SEALED)
                .from(APPLICATION_RECEIVED)
                .where(
                        APPLICATION_RECEIVED.EMPLOYER_ID.eq(employer.value()),
                        APPLICATION_RECEIVED.APPLICATION_ID.eq(application.value()))
                .fetchOptional(APPLICATION_RECEIVED.SEALED);
    }

    List<Application> withIds(EmployerId employer, Collection<ApplicationId> ids) {
        return withIds.fetch(
                employer,
                ids.stream().map(ApplicationId::value).toList(),
                ApplicationRepository::application);
    }

    Set<ApplicationId> openAmong(EmployerId employer, Collection<ApplicationId> ids) {
        UUID[] values = ids.stream().map(ApplicationId::value).toArray(UUID[]::new);
        return sql.select(APPLICATION.ID)
                .from(APPLICATION)
                .where(
                        APPLICATION.EMPLOYER_ID.eq(employer.value()),
                        APPLICATION.ID.eq(any(values)),
                        APPLICATION.PHASE.in(OPEN_PHASES))
                .fetchSet(row -> new ApplicationId(row.value1()));
    }

    /** The open ones of a job, first who stands longest where they stand. */
    List<Application> openOf(EmployerId employer, JobId job, int atMost) {
        return selected()
                .where(
                        APPLICATION.EMPLOYER_ID.eq(employer.value()),
                        APPLICATION.JOB_ID.eq(job.value()),
                        APPLICATION.PHASE.in(OPEN_PHASES))
                .orderBy(coalesce(APPLICATION.MOVED_AT, APPLICATION.SUBMITTED_AT), APPLICATION.ID)
                .limit(atMost)
                .fetch(ApplicationRepository::application);
    }

    /** The applications of these candidates, oldest first. */
    List<Application> ofEach(EmployerId employer, Collection<CandidateId> candidates) {
        return where(isOf(employer, candidates));
    }

    /** Those of these candidates who have an open application to the job. */
    Set<CandidateId> openFor(EmployerId employer, JobId job, Collection<CandidateId> candidates) {
        return candidates.isEmpty()
                ? Set.of()
                : sql.select(APPLICATION.CANDIDATE_ID)
                        .from(APPLICATION)
                        .where(
                                isOf(employer, candidates),
                                APPLICATION.JOB_ID.eq(job.value()),
                                APPLICATION.PHASE.in(OPEN_PHASES))
                        .fetchSet(row -> new CandidateId(row.value1()));
    }

    /** The open ones of these candidates, against changes until the transaction ends. */
    List<Application> holdOpenOf(EmployerId employer, Collection<CandidateId> candidates) {
        return selected()
                .where(isOf(employer, candidates).and(APPLICATION.PHASE.in(OPEN_PHASES)))
                .orderBy(APPLICATION.ID)
                .forNoKeyUpdate()
                .fetch(ApplicationRepository::application);
    }

    /** Withdraws an application for another of the same person to the same job. */
    void withdrawAsDuplicate(EmployerId employer, Application duplicate, ApplicationId kept) {
        sql.update(APPLICATION)
                .set(APPLICATION.DUPLICATE_OF, kept.value())
                .set(APPLICATION.DUPLICATE_PHASE, APPLICATION.PHASE)
                .set(APPLICATION.DUPLICATE_STAGE_ID, APPLICATION.STAGE_ID)
                .setNull(APPLICATION.STAGE_ID)
                .set(APPLICATION.PHASE, ApplicationPhase.WITHDRAWN.wireName())
                .set(APPLICATION.VERSION, APPLICATION.VERSION.plus(1))
                .where(
                        APPLICATION.EMPLOYER_ID.eq(employer.value()),
                        APPLICATION.ID.eq(duplicate.id().value()),
                        APPLICATION.PHASE.in(OPEN_PHASES))
                .execute();
    }

    /**
     * Opens anew what some of these withdrew for the others of them, where it is still withdrawn
     * and nothing took its place; returns what was opened.
     */
    List<ApplicationId> reopenDuplicates(
            EmployerId employer, Collection<CandidateId> some, Collection<CandidateId> others) {
        var kept = APPLICATION.as("kept");
        var rival = APPLICATION.as("rival");
        return sql.update(APPLICATION)
                .set(APPLICATION.PHASE, APPLICATION.DUPLICATE_PHASE)
                .set(APPLICATION.STAGE_ID, APPLICATION.DUPLICATE_STAGE_ID)
                .setNull(APPLICATION.DUPLICATE_OF)
                .setNull(APPLICATION.DUPLICATE_PHASE)
                .setNull(APPLICATION.DUPLICATE_STAGE_ID)
                .set(APPLICATION.VERSION, APPLICATION.VERSION.plus(1))
                .where(
                        isOf(employer, some)
                                .and(APPLICATION.PHASE.eq(ApplicationPhase.WITHDRAWN.wireName()))
                                .and(
                                        APPLICATION.DUPLICATE_OF.in(
                                                select(kept.ID)
                                                        .from(kept)
                                                        .where(
                                                                kept.EMPLOYER_ID.eq(
                                                                        employer.value()),
                                                                kept.CANDIDATE_ID.in(
                                                                        values(others)))))
                                .andNotExists(
                                        selectOne()
                                                .from(rival)
                                                .where(
                                                        rival.EMPLOYER_ID.eq(employer.value()),
                                                        rival.JOB_ID.eq(APPLICATION.JOB_ID),
                                                        rival.CANDIDATE_ID.in(values(some)),
                                                        rival.PHASE.in(OPEN_PHASES))))
                .returning(APPLICATION.ID)
                .fetch(row -> new ApplicationId(row.get(APPLICATION.ID)));
    }

    /** Withdraws what is still open of a candidate, and returns it as it was. */
    List<Application> withdrawOpenOf(EmployerId employer, CandidateId candidate) {
        Condition open = isOf(employer, List.of(candidate)).and(APPLICATION.PHASE.in(OPEN_PHASES));
        List<Application> before =
                selected()
                        .where(open)
                        .orderBy(APPLICATION.ID)
                        .forNoKeyUpdate()
                        .fetch(ApplicationRepository::application);
        sql.update(APPLICATION)
                .set(APPLICATION.PHASE, ApplicationPhase.WITHDRAWN.wireName())
                .setNull(APPLICATION.STAGE_ID)
                .set(APPLICATION.VERSION, APPLICATION.VERSION.plus(1))
                .where(open)
                .execute();
        return before;
    }

    void emptySources(EmployerId employer, CandidateId candidate) {
        sql.update(APPLICATION)
                .set(APPLICATION.SOURCE_CHANNEL, ApplicationSource.ERASED)
                .setNull(APPLICATION.SOURCE_REFERENCE)
                .where(isOf(employer, List.of(candidate)))
                .execute();
    }

    Map<JobId, Integer> counts(EmployerId employer, Collection<JobId> jobs) {
        return sql.select(APPLICATION.JOB_ID, count())
                .from(APPLICATION)
                .where(
                        APPLICATION.EMPLOYER_ID.eq(employer.value()),
                        APPLICATION.JOB_ID.in(jobs.stream().map(JobId::value).toList()))
                .groupBy(APPLICATION.JOB_ID)
                .fetchMap(row -> new JobId(row.value1()), row -> row.value2());
    }

    Set<ApplicationId> toJobs(
            EmployerId employer, Collection<ApplicationId> applications, Set<UUID> jobs) {
        return Set.copyOf(
                sql.select(APPLICATION.ID)
                        .from(APPLICATION)
                        .where(
                                APPLICATION.EMPLOYER_ID.eq(employer.value()),
                                APPLICATION.ID.in(
                                        applications.stream().map(ApplicationId::value).toList()),
                                APPLICATION.JOB_ID.in(jobs))
                        .fetch(row -> new ApplicationId(row.value1())));
    }

    Set<PersonId> appliedTo(EmployerId employer, Collection<PersonId> people, Set<UUID> jobs) {
        return Set.copyOf(
                sql.selectDistinct(APPLICATION.CANDIDATE_ID)
                        .from(APPLICATION)
                        .where(
                                APPLICATION.EMPLOYER_ID.eq(employer.value()),
                                APPLICATION.CANDIDATE_ID.in(
                                        people.stream().map(PersonId::value).toList()),
                                APPLICATION.JOB_ID.in(jobs))
                        .fetch(row -> new PersonId(row.value1())));
    }

    List<CandidateId> openCandidates(
            EmployerId employer, JobId job, Optional<CandidateId> after, int atMost) {
        return sql.selectDistinct(APPLICATION.CANDIDATE_ID)
                .from(APPLICATION)
                .where(
                        APPLICATION.EMPLOYER_ID.eq(employer.value()),
                        APPLICATION.JOB_ID.eq(job.value()),
                        APPLICATION.PHASE.in(OPEN_PHASES),
                        after.map(last -> APPLICATION.CANDIDATE_ID.gt(last.value()))
                                .orElse(noCondition()))
                .orderBy(APPLICATION.CANDIDATE_ID)
                .limit(atMost)
                .fetch(row -> new CandidateId(row.value1()));
    }

    List<ApplicationId> standingOf(EmployerId employer, JobId job) {
        return sql.select(APPLICATION.ID)
                .from(APPLICATION)
                .where(
                        APPLICATION.EMPLOYER_ID.eq(employer.value()),
                        APPLICATION.JOB_ID.eq(job.value()),
                        APPLICATION.PHASE.ne(ApplicationPhase.WITHDRAWN.wireName()))
                .fetch(row -> new ApplicationId(row.value1()));
    }

    private static Condition isOf(EmployerId employer, Collection<CandidateId> candidates) {
        return APPLICATION
                .EMPLOYER_ID
                .eq(employer.value())
                .and(APPLICATION.CANDIDATE_ID.in(values(candidates)));
    }

    private static List<UUID> values(Collection<CandidateId> candidates) {
        return candidates.stream().map(CandidateId::value).toList();
    }

    private List<Application> where(Condition condition) {
        return selected()
                .where(condition)
                .orderBy(APPLICATION.ID)
                .fetch(ApplicationRepository::application);
    }

    private SelectJoinStep<? extends Record> selected() {
        return sql.select(
                        APPLICATION.ID,
                        APPLICATION.JOB_ID,
                        APPLICATION.CANDIDATE_ID,
                        APPLICATION.PHASE,
                        APPLICATION.STAGE_ID,
                        APPLICATION.SUBMITTED_AT,
                        APPLICATION.MOVED_AT,
                        APPLICATION.SUBMITTED_BY,
                        APPLICATION.SOURCE_CHANNEL,
                        APPLICATION.SOURCE_REFERENCE,
                        APPLICATION.VERSION)
                .from(APPLICATION);
    }

    private static Application application(Record row) {
        return new Application(
                new ApplicationId(row.get(APPLICATION.ID)),
                new JobId(row.get(APPLICATION.JOB_ID)),
                new CandidateId(row.get(APPLICATION.CANDIDATE_ID)),
                ApplicationPhase.ofWireName(row.get(APPLICATION.PHASE)),
                Optional.ofNullable(row.get(APPLICATION.STAGE_ID)).map(StageId::new),
                row.get(APPLICATION.SUBMITTED_AT),
                Objects.requireNonNullElse(
                        row.get(APPLICATION.MOVED_AT), row.get(APPLICATION.SUBMITTED_AT)),
                row.get(APPLICATION.SUBMITTED_BY),
                new ApplicationSource(
                        row.get(APPLICATION.SOURCE_CHANNEL), row.get(APPLICATION.SOURCE_REFERENCE)),
                new Version(row.get(APPLICATION.VERSION)));
    }
}
