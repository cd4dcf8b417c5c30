package dev.assay.hiring.jobs;

import static dev.assay.db.jooq.Tables.JOB;
import static dev.assay.db.jooq.Tables.JOB_REQUIREMENT;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;

import dev.assay.hiring.platform.lists.SearchWords;
import dev.assay.hiring.platform.persistence.Rendered;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.JobReach;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Version;
import dev.assay.hiring.skills.SkillId;
import java.time.Instant;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.SelectJoinStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JobRepository {

    private static final TypeReference<List<Location>> LOCATIONS = new TypeReference<>() {};

    private final DSLContext sql;
    private final JsonMapper json;
    private final Rendered requirements;

    JobRepository(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
        this.requirements =
                new Rendered(
                        sql,
                        sql.select(
                                        JOB_REQUIREMENT.SKILL_ID,
                                        JOB_REQUIREMENT.IMPORTANCE,
                                        JOB_REQUIREMENT.MUST_HAVE,
                                        JOB_REQUIREMENT.LEVEL,
                                        JOB_REQUIREMENT.JOB_ANALYSIS_SOURCE)
                                .from(JOB_REQUIREMENT)
                                .where(
                                        JOB_REQUIREMENT.EMPLOYER_ID.eq(Rendered.EMPLOYER),
                                        JOB_REQUIREMENT.JOB_ID.eq(Rendered.ID))
                                .orderBy(JOB_REQUIREMENT.POSITION));
    }

    void insert(EmployerId employer, Job job) {
        sql.insertInto(JOB)
                .set(JOB.EMPLOYER_ID, employer.value())
                .set(JOB.ID, job.id().value())
                .set(JOB.CREATED_AT, job.createdAt())
                .set(contentOf(job))
                .execute();
        insertRequirements(employer, job);
    }

    /**
     * False when the job is no longer at the expected version, or its requirements froze meanwhile.
     *
     * @param evenFrozen somebody said why they change all the same
     */
    boolean update(
            EmployerId employer,
            Version expected,
            Job job,
            boolean requirementsChanged,
            boolean evenFrozen) {
        int changed =
                sql.update(JOB)
                        .set(contentOf(job))
                        .where(
                                JOB.EMPLOYER_ID.eq(employer.value()),
                                JOB.ID.eq(job.id().value()),
                                JOB.VERSION.eq(expected.value()),
                                requirementsChanged && !evenFrozen
                                        ? JOB.REQUIREMENTS_FROZEN_AT.isNull()
                                        : noCondition())
                        .execute();
        if (changed == 1 && requirementsChanged) {
            sql.deleteFrom(JOB_REQUIREMENT)
                    .where(
                            JOB_REQUIREMENT.EMPLOYER_ID.eq(employer.value()),
                            JOB_REQUIREMENT.JOB_ID.eq(job.id().value()))
                    .execute();
            insertRequirements(employer, job);
        }
        return changed == 1;
    }

    /** Counts a change of what belongs to a job; false when it is not at the expected version. */
    boolean touch(EmployerId employer, JobId job, Version expected, Instant now) {
        return sql.update(JOB)
                        .set(JOB.VERSION, expected.next().value())
                        .set(JOB.UPDATED_AT, now)
                        .where(
                                JOB.EMPLOYER_ID.eq(employer.value()),
                                JOB.ID.eq(job.value()),
                                JOB.VERSION.eq(expected.value()))
                        .execute()
                == 1;
    }

    void freezeRequirements(EmployerId employer, JobId job, Instant now) {
        sql.update(JOB)
                .set(JOB.REQUIREMENTS_FROZEN_AT, now)
                .where(
                        JOB.EMPLOYER_ID.eq(employer.value()),
                        JOB.ID.eq(job.value()),
                        JOB.REQUIREMENTS_FROZEN_AT.isNull())
                .execute();
    }

    List<JobId> asking(EmployerId employer, Collection<SkillId> wanted) {
        return sql.selectDistinct(JOB_REQUIREMENT.JOB_ID)
                .from(JOB_REQUIREMENT)
                .where(
                        JOB_REQUIREMENT.EMPLOYER_ID.eq(employer.value()),
                        JOB_REQUIREMENT.SKILL_ID.in(wanted.stream().map(SkillId::value).toList()))
                .fetch(row -> new JobId(row.value1()));
    }

    Set<JobId> existing(EmployerId employer, Collection<JobId> ids) {
        return sql.select(JOB.ID)
                .from(JOB)
                .where(
                        JOB.EMPLOYER_ID.eq(employer.value()),
                        JOB.ID.in(ids.stream().map(JobId::value).toList()))
                .fetchSet(row -> new JobId(row.value1()));
    }

    Optional<Job> find(EmployerId employer, JobId job) {
        List<Requirement> requirements = requirements(employer, job);
        return selected()
                .where(JOB.EMPLOYER_ID.eq(employer.value()), JOB.ID.eq(job.value()))
                .fetchOptional(row -> job(row, requirements));
    }

    Page<JobSummary> list(
            EmployerId employer,
            JobReach reach,
            JobFilter filter,
            Optional<PageCursor> after,
            PageSize size) {
        Condition matching = wanted(employer, reach, filter);
        if (after.isPresent()) {
            matching =
                    matching.and(
                            row(JOB.CREATED_AT, JOB.ID)
                                    .lt(
                                            after.get().part(0, Instant::parse),
                                            after.get().part(1, UUID::fromString)));
        }
        List<JobSummary> rows = summaries(matching, size.plusOne());
        return Page.of(rows, size, last -> PageCursor.of(last.createdAt(), last.id()));
    }

    /** Those of these postings that are wanted, newest first. */
    List<JobSummary> among(EmployerId employer, JobReach reach, JobFilter filter, Set<UUID> ids) {
        return summaries(
                wanted(employer, reach, filter).and(JOB.ID.eq(any(ids.toArray(UUID[]::new)))),
                ids.size());
    }

    private List<JobSummary> summaries(Condition matching, int atMost) {
        return sql.select(
                        JOB.ID,
                        JOB.TITLE,
                        JOB.DEPARTMENT,
                        JOB.STATUS,
                        JOB.OPENINGS,
                        JOB.CREATED_AT,
                        JOB.UPDATED_AT)
                .from(JOB)
                .where(matching)
                .orderBy(JOB.CREATED_AT.desc(), JOB.ID.desc())
                .limit(atMost)
                .fetch(row ->
                        new JobSummary(
                                new JobId(row.value1()),
                                row.value2(),
                                row.value3(),
                                JobStatus.ofWireName(row.value4()),
                                row.value5(),
                                row.value6(),
                                row.value7()));
    }

    private static Condition wanted(EmployerId employer, JobReach reach, JobFilter filter) {
        Condition wanted = JOB.EMPLOYER_ID.eq(employer.value()).and(within(reach));
        if (!filter.statuses().isEmpty()) {
            wanted =
                    wanted.and(
                            JOB.STATUS.in(
                                    filter.statuses().stream().map(JobStatus::wireName).toList()));
        }
        if (!filter.departments().isEmpty()) {
            wanted = wanted.and(JOB.DEPARTMENT.in(filter.departments()));
        }
        Field<String> told = lower(concat(JOB.TITLE, val(" "), coalesce(JOB.DEPARTMENT, val(""))));
        for (String pattern : filter.words().map(SearchWords::patterns).orElse(List.of())) {
            wanted = wanted.and(told.like(lower(pattern), '\\'));
        }
        return wanted;
    }

    Map<JobStatus, Integer> counts(EmployerId employer, JobReach reach) {
        return sql.select(JOB.STATUS, count())
                .from(JOB)
                .where(JOB.EMPLOYER_ID.eq(employer.value()), within(reach))
                .groupBy(JOB.STATUS)
                .fetchMap(row -> JobStatus.ofWireName(row.value1()), row -> row.value2());
    }

    private static Condition within(JobReach reach) {
        return switch (reach) {
            case JobReach.Everywhere() -> noCondition();
            case JobReach.Only(var jobs) -> JOB.ID.in(jobs);
            case JobReach.Nowhere() -> falseCondition();
        };
    }

    /** Open ones whose last day has not passed, by id. */
    List<Job> openAfter(
            EmployerId employer, JobReach reach, Optional<JobId> after, int limit, Instant now) {
        return jobs(
                employer,
                openAt(now, reach)
                        .and(after.map(last -> JOB.ID.gt(last.value())).orElse(noCondition())),
                limit);
    }

    /** How many are open whose last day has not passed. */
    int countOpen(EmployerId employer, JobReach reach, Instant now) {
        return sql.fetchCount(JOB, JOB.EMPLOYER_ID.eq(employer.value()).and(openAt(now, reach)));
    }

    /** Those of these that are open and whose last day has not passed, by id. */
    List<Job> openAmong(EmployerId employer, JobReach reach, Collection<UUID> ids, Instant now) {
        return jobs(
                employer,
                openAt(now, reach).and(JOB.ID.eq(any(ids.toArray(UUID[]::new)))),
                ids.size());
    }

    /** Those of these that are there, by id. */
    List<Job> withIds(EmployerId employer, Collection<UUID> ids) {
        return jobs(employer, JOB.ID.eq(any(ids.toArray(UUID[]::new))), ids.size());
    }

    /** Those whose last day passed after one moment and not after another. */
    Set<JobId> expired(EmployerId employer, JobReach reach, Instant after, Instant until) {
        return sql.select(JOB.ID)
                .from(JOB)
                .where(
                        JOB.EMPLOYER_ID.eq(employer.value()),
                        within(reach),
                        JOB.VALID_THROUGH.gt(after),
                        JOB.VALID_THROUGH.le(until))
                .fetchSet(row -> new JobId(row.value1()));
    }

    private static Condition openAt(Instant now, JobReach reach) {
        return within(reach)
                .and(JOB.STATUS.eq(JobStatus.OPEN.wireName()))
                .and(JOB.VALID_THROUGH.isNull().or(JOB.VALID_THROUGH.ge(now)));
    }

    private List<Job> jobs(EmployerId employer, Condition matching, int limit) {
        List<Record> rows =
                List.copyOf(
                        selected()
                                .where(JOB.EMPLOYER_ID.eq(employer.value()), matching)
                                .orderBy(JOB.ID)
                                .limit(limit)
                                .fetch());
        Map<UUID, List<Requirement>> requirements =
                sql.select(
                                JOB_REQUIREMENT.JOB_ID,
                                JOB_REQUIREMENT.SKILL_ID,
                                JOB_REQUIREMENT.IMPORTANCE,
                                JOB_REQUIREMENT.MUST_HAVE,
                                JOB_REQUIREMENT.LEVEL,
                                JOB_REQUIREMENT.JOB_ANALYSIS_SOURCE)
                        .from(JOB_REQUIREMENT)
                        .where(
                                JOB_REQUIREMENT.EMPLOYER_ID.eq(employer.value()),
                                JOB_REQUIREMENT.JOB_ID.eq(
                                        any(
                                                rows.stream()
                                                        .map(row -> row.get(JOB.ID))
                                                        .toArray(UUID[]::new))))
                        .orderBy(JOB_REQUIREMENT.JOB_ID, JOB_REQUIREMENT.POSITION)
                        .fetchGroups(JOB_REQUIREMENT.JOB_ID, JobRepository::requirement);
        return rows.stream()
                .map(row -> job(row, requirements.getOrDefault(row.get(JOB.ID), List.of())))
                .toList();
    }

    private SelectJoinStep<? extends Record> selected() {
        return sql.select(
                        JOB.ID,
                        JOB.TITLE,
                        JOB.DESCRIPTION,
                        JOB.DEPARTMENT,
                        JOB.LANGUAGE,
                        JOB.LOCATIONS,
                        JOB.WORKPLACE_TYPE,
                        JOB.EMPLOYMENT_TYPE,
                        JOB.OPENINGS,
                        JOB.VALID_THROUGH,
                        JOB.ENTRY_LEVEL,
                        JOB.SALARY_MIN,
                        JOB.SALARY_MAX,
                        JOB.SALARY_CURRENCY,
                        JOB.SALARY_UNIT,
                        JOB.ROLE_PROFILE_ID,
                        JOB.STATUS,
                        JOB.REQUIREMENTS_FROZEN_AT,
                        JOB.VERSION,
                        JOB.CREATED_AT,
                        JOB.UPDATED_AT)
                .from(JOB);
    }

    private static Requirement requirement(Record row) {
        Integer level = row.get(JOB_REQUIREMENT.LEVEL);
        return new Requirement(
                new SkillId(row.get(JOB_REQUIREMENT.SKILL_ID)),
                new Importance(row.get(JOB_REQUIREMENT.IMPORTANCE)),
                row.get(JOB_REQUIREMENT.MUST_HAVE),
                level == null ? null : new SkillLevel(level),
                row.get(JOB_REQUIREMENT.JOB_ANALYSIS_SOURCE));
    }

    List<Requirement> requirements(EmployerId employer, JobId job) {
        return requirements.fetch(employer, job.value(), JobRepository::requirement);
    }

    private void insertRequirements(EmployerId employer, Job job) {
        List<Requirement> requirements = job.content().requirements();
        if (requirements.isEmpty()) {
            return;
        }
        var insert =
                sql.insertInto(
                        JOB_REQUIREMENT,
                        JOB_REQUIREMENT.EMPLOYER_ID,
                        JOB_REQUIREMENT.JOB_ID,
                        JOB_REQUIREMENT.POSITION,
                        JOB_REQUIREMENT.SKILL_ID,
                        JOB_REQUIREMENT.IMPORTANCE,
                        JOB_REQUIREMENT.MUST_HAVE,
                        JOB_REQUIREMENT.LEVEL,
                        JOB_REQUIREMENT.JOB_ANALYSIS_SOURCE);
        for (int position = 0; position < requirements.size(); position++) {
            Requirement requirement = requirements.get(position);
            SkillLevel level = requirement.level();
            insert =
                    insert.values(
                            employer.value(),
                            job.id().value(),
                            position,
                            requirement.skill().value(),
                            requirement.importance().value(),
                            requirement.mustHave(),
                            level == null ? null : level.value(),
                            requirement.jobAnalysisSource());
        }
        insert.execute();
    }

    private Map<Field<?>, @Nullable Object> contentOf(Job job) {
        JobContent content = job.content();
        PayRange salary = content.salary();
        Map<Field<?>, @Nullable Object> values = new java.util.HashMap<>();
        values.put(JOB.TITLE, content.title());
        values.put(JOB.DESCRIPTION, content.description());
        values.put(JOB.DEPARTMENT, content.department());
        values.put(JOB.LANGUAGE, content.language());
        values.put(JOB.LOCATIONS, JSONB.jsonb(json.writeValueAsString(content.locations())));
        values.put(JOB.WORKPLACE_TYPE, content.workplaceType().wireName());
        values.put(JOB.EMPLOYMENT_TYPE, content.employmentType().name());
        values.put(JOB.OPENINGS, content.openings());
        values.put(JOB.VALID_THROUGH, content.validThrough());
        values.put(JOB.ENTRY_LEVEL, content.entryLevel());
        values.put(JOB.SALARY_MIN, salary == null ? null : salary.min());
        values.put(JOB.SALARY_MAX, salary == null ? null : salary.max());
        values.put(
                JOB.SALARY_CURRENCY, salary == null ? null : salary.currency().getCurrencyCode());
        values.put(JOB.SALARY_UNIT, salary == null ? null : salary.unit().name());
        values.put(JOB.ROLE_PROFILE_ID, content.roleProfileId());
        values.put(JOB.STATUS, job.status().wireName());
        values.put(JOB.VERSION, job.version().value());
        values.put(JOB.UPDATED_AT, job.updatedAt());
        return values;
    }

    private Job job(Record row, List<Requirement> requirements) {
        JobContent content =
                new JobContent(
                        row.get(JOB.TITLE),
                        row.get(JOB.DESCRIPTION),
                        row.get(JOB.DEPARTMENT),
                        row.get(JOB.LANGUAGE),
                        json.readValue(row.get(JOB.LOCATIONS).data(), LOCATIONS),
                        WorkplaceType.ofWireName(row.get(JOB.WORKPLACE_TYPE)),
                        EmploymentType.valueOf(row.get(JOB.EMPLOYMENT_TYPE)),
                        row.get(JOB.OPENINGS),
                        row.get(JOB.VALID_THROUGH),
                        row.get(JOB.ENTRY_LEVEL),
                        salary(row),
                        row.get(JOB.ROLE_PROFILE_ID),
                        requirements);
        return new Job(
                new JobId(row.get(JOB.ID)),
                content,
                JobStatus.ofWireName(row.get(JOB.STATUS)),
                row.get(JOB.REQUIREMENTS_FROZEN_AT) != null,
                new Version(row.get(JOB.VERSION)),
                row.get(JOB.CREATED_AT),
                row.get(JOB.UPDATED_AT));
    }

    private static @Nullable PayRange salary(Record row) {
        if (row.get(JOB.SALARY_CURRENCY) == null) {
            return null;
        }
        return new PayRange(
                row.get(JOB.SALARY_MIN),
                row.get(JOB.SALARY_MAX),
                Currency.getInstance(row.get(JOB.SALARY_CURRENCY)),
                PayRange.PayUnit.valueOf(row.get(JOB.SALARY_UNIT)));
    }
}
