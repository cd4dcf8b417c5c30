package dev.assay.hiring.scoring;

import static dev.assay.db.jooq.Tables.APPLICATION_SCORE;
import static dev.assay.db.jooq.Tables.POLICY_PREVIEW;
import static dev.assay.db.jooq.Tables.SCORE_HISTORY;
import static dev.assay.db.jooq.Tables.SCORING_POLICY;
import static dev.assay.db.jooq.Tables.SCORING_POLICY_IN_FORCE;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;

import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.platform.persistence.Rendered;
import dev.assay.hiring.scoring.engine.PolicyRef;
import dev.assay.hiring.scoring.engine.ScoringPolicy;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Version;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class PolicyRepository {

    private static final ScoringPolicy STANDARD = ScoringPolicy.standard();
    private static final int REMEMBERED = 1_000;

    private final DSLContext sql;
    private final JsonMapper json;
    private final Rendered share;
    private final Map<UUID, ScoringPolicy> said = Collections.synchronizedMap(new Newest());

    PolicyRepository(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
        this.share =
                new Rendered(
                        sql,
                        sql.select(SCORING_POLICY_IN_FORCE.POLICY_ID)
                                .from(SCORING_POLICY_IN_FORCE)
                                .where(SCORING_POLICY_IN_FORCE.EMPLOYER_ID.eq(Rendered.EMPLOYER))
                                .forShare());
    }

    int nextNumber(EmployerId employer) {
        return sql.select(coalesce(max(SCORING_POLICY.NUMBER), inline(0)).plus(1))
                .from(SCORING_POLICY)
                .where(SCORING_POLICY.EMPLOYER_ID.eq(employer.value()))
                .fetchSingle()
                .value1();
    }

    void insert(EmployerId employer, PolicyVersion policy) {
        sql.insertInto(SCORING_POLICY)
                .set(SCORING_POLICY.EMPLOYER_ID, employer.value())
                .set(SCORING_POLICY.ID, policy.id().value())
                .set(SCORING_POLICY.NUMBER, policy.number())
                .set(SCORING_POLICY.NAME, policy.name())
                .set(SCORING_POLICY.REASON, policy.reason())
                .set(SCORING_POLICY.STATE, policy.state().wireName())
                .set(
                        SCORING_POLICY.NUMBERS,
                        JSONB.jsonb(ScoringPolicyJson.write(policy.numbers()).toString()))
                .set(
                        SCORING_POLICY.RECENCY_REASONS,
                        JSONB.jsonb(json.writeValueAsString(policy.recencyReasons())))
                .set(SCORING_POLICY.CREATED_AT, policy.createdAt())
                .set(SCORING_POLICY.CREATED_BY, policy.createdBy())
                .set(SCORING_POLICY.VERSION, policy.version().value())
                .execute();
    }

    Optional<PolicyVersion> find(EmployerId employer, PolicyId id) {
        return where(employer, SCORING_POLICY.ID.eq(id.value())).fetchOptional(this::policy);
    }

    Page<PolicyVersion> list(EmployerId employer, Optional<PageCursor> after, PageSize size) {
        Condition older =
                after.map(cursor -> cursor.part(0, Integer::valueOf))
                        .<Condition>map(number -> SCORING_POLICY.NUMBER.lt(number))
                        .orElse(noCondition());
        List<PolicyVersion> rows =
                where(employer, older)
                        .orderBy(SCORING_POLICY.NUMBER.desc())
                        .limit(size.plusOne())
                        .fetch(this::policy);
        return Page.of(rows, size, last -> PageCursor.of(last.number()));
    }

    Optional<PolicyVersion> active(EmployerId employer) {
        return where(employer, SCORING_POLICY.STATE.eq(PolicyState.ACTIVE.wireName()))
                .fetchOptional(this::policy);
    }

    /**
     * The policy in force, which stays so until this transaction is over; the standard one where
     * the employer has none.
     */
    ScoringPolicy held(EmployerId employer) {
        Optional<Optional<UUID>> held = share(employer);
        if (held.isEmpty()) {
            sql.insertInto(SCORING_POLICY_IN_FORCE)
                    .set(SCORING_POLICY_IN_FORCE.EMPLOYER_ID, employer.value())
                    .onConflictDoNothing()
                    .execute();
            held = share(employer);
        }
        return held.orElseThrow().map(id -> numbers(employer, id)).orElse(STANDARD);
    }

    /** What a version says never changes, so whoever scores need not read it again. */
    private ScoringPolicy numbers(EmployerId employer, UUID id) {
        ScoringPolicy known = said.get(id);
        if (known != null) {
            return known;
        }
        ScoringPolicy read = find(employer, new PolicyId(id)).orElseThrow().numbers();
        said.put(id, read);
        return read;
    }

    /** Keeps everybody else from drafting and activating until this transaction is over. */
    void hold(EmployerId employer) {
        sql.insertInto(SCORING_POLICY_IN_FORCE)
                .set(SCORING_POLICY_IN_FORCE.EMPLOYER_ID, employer.value())
                .onConflictDoNothing()
                .execute();
        sql.select(SCORING_POLICY_IN_FORCE.POLICY_ID)
                .from(SCORING_POLICY_IN_FORCE)
                .where(SCORING_POLICY_IN_FORCE.EMPLOYER_ID.eq(employer.value()))
                .forUpdate()
                .fetch();
    }

    private Optional<Optional<UUID>> share(EmployerId employer) {
        return share
                .fetch(
                        employer,
                        row -> Optional.ofNullable(row.get(SCORING_POLICY_IN_FORCE.POLICY_ID)))
                .stream()
                .findFirst();
    }

    /** Puts a policy in force, once nobody scores under the one before any more. */
    void putInForce(EmployerId employer, PolicyId policy) {
        sql.insertInto(SCORING_POLICY_IN_FORCE)
                .set(SCORING_POLICY_IN_FORCE.EMPLOYER_ID, employer.value())
                .set(SCORING_POLICY_IN_FORCE.POLICY_ID, policy.value())
                .onConflict(SCORING_POLICY_IN_FORCE.EMPLOYER_ID)
                .doUpdate()
                .set(SCORING_POLICY_IN_FORCE.POLICY_ID, policy.value())
                .execute();
    }

    void retireActive(EmployerId employer, Instant now) {
        sql.update(SCORING_POLICY)
                .set(SCORING_POLICY.STATE, PolicyState.RETIRED.wireName())
                .set(SCORING_POLICY.RETIRED_AT, now)
                .set(SCORING_POLICY.VERSION, SCORING_POLICY.VERSION.plus(1))
                .where(
                        SCORING_POLICY.EMPLOYER_ID.eq(employer.value()),
                        SCORING_POLICY.STATE.eq(PolicyState.ACTIVE.wireName()))
                .execute();
    }

    /** False when it was activated meanwhile. */
    boolean activate(EmployerId employer, PolicyId id, Instant now) {
        return sql.update(SCORING_POLICY)
                        .set(SCORING_POLICY.STATE, PolicyState.ACTIVE.wireName())
                        .set(SCORING_POLICY.ACTIVATED_AT, now)
                        .set(SCORING_POLICY.VERSION, SCORING_POLICY.VERSION.plus(1))
                        .where(
                                SCORING_POLICY.EMPLOYER_ID.eq(employer.value()),
                                SCORING_POLICY.ID.eq(id.value()),
                                SCORING_POLICY.STATE.eq(PolicyState.PREVIEW.wireName()))
                        .execute()
                == 1;
    }

    void markPreviewed(EmployerId employer, PolicyId id) {
        sql.update(SCORING_POLICY)
                .set(SCORING_POLICY.STATE, PolicyState.PREVIEW.wireName())
                .set(SCORING_POLICY.VERSION, SCORING_POLICY.VERSION.plus(1))
                .where(
                        SCORING_POLICY.EMPLOYER_ID.eq(employer.value()),
                        SCORING_POLICY.ID.eq(id.value()),
                        SCORING_POLICY.STATE.eq(PolicyState.DRAFT.wireName()))
                .execute();
    }

    /** Numbers of a policy that some score was computed under. */
    ScoringPolicy numbers(EmployerId employer, PolicyRef ref) {
        if (!ref.id().equals(PolicyVersion.CUSTOM)) {
            return ScoringPolicy.standard();
        }
        return where(employer, SCORING_POLICY.NUMBER.eq(ref.version()))
                .fetchOptional(this::policy)
                .orElseThrow(
                        () -> new IllegalStateException("the policy of a score is gone: " + ref))
                .numbers();
    }

    /** What a job's current scores were computed from, page by page. */
    List<Ranked> inputs(EmployerId employer, JobId job, Optional<ApplicationId> after, int atMost) {
        var origin = SCORE_HISTORY.as("origin");
        return sql.select(
                        APPLICATION_SCORE.APPLICATION_ID,
                        APPLICATION_SCORE.POLICY_NUMBER,
                        ScoreRepository.inputs(origin))
                .from(APPLICATION_SCORE)
                .join(SCORE_HISTORY)
                .on(
                        SCORE_HISTORY.EMPLOYER_ID.eq(APPLICATION_SCORE.EMPLOYER_ID),
                        SCORE_HISTORY.ID.eq(APPLICATION_SCORE.HISTORY_ID))
                .leftJoin(origin)
                .on(ScoreRepository.isOrigin(origin))
                .where(
                        APPLICATION_SCORE.EMPLOYER_ID.eq(employer.value()),
                        APPLICATION_SCORE.JOB_ID.eq(job.value()),
                        after.<Condition>map(id -> APPLICATION_SCORE.APPLICATION_ID.gt(id.value()))
                                .orElse(noCondition()))
                .orderBy(APPLICATION_SCORE.APPLICATION_ID)
                .limit(atMost)
                .fetch(row ->
                        new Ranked(
                                new ApplicationId(row.value1()),
                                row.value2(),
                                Optional.ofNullable(row.value3())));
    }

    void insertPreview(
            EmployerId employer, UUID preview, PolicyId policy, PolicyEffect effect, Instant now) {
        sql.insertInto(POLICY_PREVIEW)
                .set(POLICY_PREVIEW.EMPLOYER_ID, employer.value())
                .set(POLICY_PREVIEW.ID, preview)
                .set(POLICY_PREVIEW.POLICY_ID, policy.value())
                .set(POLICY_PREVIEW.JOB_ID, effect.jobId())
                .set(POLICY_PREVIEW.COMPUTED_AT, now)
                .set(POLICY_PREVIEW.DOCUMENT, JSONB.jsonb(json.writeValueAsString(effect)))
                .execute();
    }

    Page<PolicyEffect> preview(
            EmployerId employer,
            PolicyId policy,
            UUID preview,
            Optional<PageCursor> after,
            PageSize size) {
        List<PolicyEffect> rows =
                sql.select(POLICY_PREVIEW.DOCUMENT)
                        .from(POLICY_PREVIEW)
                        .where(
                                POLICY_PREVIEW.EMPLOYER_ID.eq(employer.value()),
                                POLICY_PREVIEW.POLICY_ID.eq(policy.value()),
                                POLICY_PREVIEW.ID.eq(preview),
                                after.map(cursor -> cursor.part(0, UUID::fromString))
                                        .<Condition>map(job -> POLICY_PREVIEW.JOB_ID.gt(job))
                                        .orElse(noCondition()))
                        .orderBy(POLICY_PREVIEW.JOB_ID)
                        .limit(size.plusOne())
                        .fetch(row -> json.readValue(row.value1().data(), PolicyEffect.class));
        return Page.of(rows, size, last -> PageCursor.of(last.jobId()));
    }

    private SelectConditionStep<? extends Record> where(EmployerId employer, Condition condition) {
        return sql.select(
                        SCORING_POLICY.ID,
                        SCORING_POLICY.NAME,
                        SCORING_POLICY.REASON,
                        SCORING_POLICY.STATE,
                        SCORING_POLICY.NUMBERS,
                        SCORING_POLICY.RECENCY_REASONS,
                        SCORING_POLICY.CREATED_AT,
                        SCORING_POLICY.CREATED_BY,
                        SCORING_POLICY.ACTIVATED_AT,
                        SCORING_POLICY.RETIRED_AT,
                        SCORING_POLICY.VERSION)
                .from(SCORING_POLICY)
                .where(SCORING_POLICY.EMPLOYER_ID.eq(employer.value()), condition);
    }

    private PolicyVersion policy(Record row) {
        Map<UUID, String> reasons =
                json.readValue(
                        row.get(SCORING_POLICY.RECENCY_REASONS).data(), new TypeReference<>() {});
        return new PolicyVersion(
                new PolicyId(row.get(SCORING_POLICY.ID)),
                row.get(SCORING_POLICY.NAME),
                row.get(SCORING_POLICY.REASON),
                PolicyState.ofWireName(row.get(SCORING_POLICY.STATE)),
                ScoringPolicyJson.read(json.readTree(row.get(SCORING_POLICY.NUMBERS).data())),
                reasons,
                row.get(SCORING_POLICY.CREATED_AT),
                row.get(SCORING_POLICY.CREATED_BY),
                Optional.ofNullable(row.get(SCORING_POLICY.ACTIVATED_AT)),
                Optional.ofNullable(row.get(SCORING_POLICY.RETIRED_AT)),
                new Version(row.get(SCORING_POLICY.VERSION)));
    }

    /** A current score by what it was computed from. */
    record Ranked(ApplicationId application, int policyNumber, Optional<String> inputs) {}

    /** Those used last. */
    private static final class Newest extends LinkedHashMap<UUID, ScoringPolicy> {

        private static final long serialVersionUID = 1;

        Newest() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, ScoringPolicy> eldest) {
            return size() > REMEMBERED;
        }
    }
}
