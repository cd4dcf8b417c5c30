package dev.assay.hiring.scoring;

import static dev.assay.db.jooq.Tables.APPLICATION;
import static dev.assay.db.jooq.Tables.APPLICATION_SCORE;
import static dev.assay.db.jooq.Tables.RESCORE_DUE;
import static dev.assay.db.jooq.Tables.SCORE_BASIS;
import static dev.assay.db.jooq.Tables.SCORE_HISTORY;
import static dev.assay.db.jooq.Tables.SCORE_MOMENT;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.SQLDataType.CLOB;

import dev.assay.db.jooq.tables.ScoreHistory;
import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.platform.persistence.BlindPeople;
import dev.assay.hiring.platform.persistence.Columns;
import dev.assay.hiring.platform.persistence.Rendered;
import dev.assay.hiring.scoring.engine.Candidacy;
import dev.assay.hiring.scoring.engine.Lane;
import dev.assay.hiring.scoring.engine.Points;
import dev.assay.hiring.scoring.engine.RankKey;
import dev.assay.hiring.scoring.engine.ScoreResult;
import dev.assay.hiring.scoring.engine.ScoringInput;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.NewIds;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class ScoreRepository {

    /** A statement takes only so many values. */
    private static final int NOTED_AT_ONCE = 5_000;

    private static final String BASIS = "basis";

    /** What is current refers to what is kept, which is seen to when the statement is over. */
    private static final String STORE =
            """
            with kept as (
                insert into score_history (employer_id, id, application_id, computed_at, cause, score, potential,
                    schema_version, basis_id, explanation, inputs_digest, inputs_text)
                select ?, one.id, one.application_id, one.computed_at, cast(? as text), one.score, one.potential,
                    cast(? as int), one.basis_id, one.explanation, one.inputs_digest, one.inputs_text
                from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?)
                    as one (id, application_id, computed_at, score, potential, basis_id, explanation,
                            inputs_digest, inputs_text))
            insert into application_score (employer_id, application_id, job_id, history_id, lane, must_haves, gate,
                score, potential, rank_key, tie_break, policy_number)
            select ?, one.*
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                as one (application_id, job_id, history_id, lane, must_haves, gate, score, potential, rank_key,
                        tie_break, policy_number)
            on conflict (employer_id, application_id) do update
            set history_id = excluded.history_id, lane = excluded.lane, must_haves = excluded.must_haves,
                gate = excluded.gate, score = excluded.score, potential = excluded.potential,
                rank_key = excluded.rank_key, policy_number = excluded.policy_number
            """;

    private final DSLContext sql;
    private final JsonMapper json;
    private final Rendered ranked;
    private final Rendered current;

    ScoreRepository(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
        this.ranked =
                new Rendered(
                        sql,
                        sql.select(StoredScores.COLUMNS)
                                .select(SCORE_MOMENT.AT)
                                .from(APPLICATION_SCORE)
                                .join(SCORE_HISTORY)
                                .on(
                                        SCORE_HISTORY.EMPLOYER_ID.eq(APPLICATION_SCORE.EMPLOYER_ID),
                                        SCORE_HISTORY.ID.eq(APPLICATION_SCORE.HISTORY_ID))
                                .leftJoin(SCORE_BASIS)
                                .on(isBasis())
                                .leftJoin(SCORE_MOMENT)
                                .on(
                                        SCORE_MOMENT.EMPLOYER_ID.eq(APPLICATION_SCORE.EMPLOYER_ID),
                                        SCORE_MOMENT.APPLICATION_ID.eq(
                                                APPLICATION_SCORE.APPLICATION_ID))
                                .where(
                                        APPLICATION_SCORE.EMPLOYER_ID.eq(Rendered.EMPLOYER),
                                        APPLICATION_SCORE.APPLICATION_ID.eq(Rendered.ID)));
        this.current =
                new Rendered(
                        sql,
                        sql.select(StoredScores.COLUMNS)
                                .from(SCORE_HISTORY)
                                .leftJoin(SCORE_BASIS)
                                .on(isBasis())
                                .leftJoin(APPLICATION_SCORE)
                                .on(
                                        APPLICATION_SCORE.EMPLOYER_ID.eq(SCORE_HISTORY.EMPLOYER_ID),
                                        APPLICATION_SCORE.HISTORY_ID.eq(SCORE_HISTORY.ID))
                                .where(
                                        SCORE_HISTORY.EMPLOYER_ID.eq(Rendered.EMPLOYER),
                                        SCORE_HISTORY.APPLICATION_ID.eq(Rendered.ID))
                                .orderBy(
                                        APPLICATION_SCORE.HISTORY_ID.isNull(),
                                        SCORE_HISTORY.COMPUTED_AT.desc(),
                                        SCORE_HISTORY.ID.desc())
                                .limit(inline(1)));
    }

    /**
     * A score to be kept and made current.
     *
     * @param job what the application is to
     */
    record NewScore(JobId job, Score score, ScoreResult result, ScoringInput input) {}

    /** The same as the columns have it. */
    private record Stored(
            UUID history,
            UUID application,
            UUID job,
            Instant computedAt,
            String lane,
            String mustHaves,
            Place place,
            @Nullable Integer score,
            @Nullable Integer potential,
            int policyNumber,
            UUID basis,
            String explanation,
            String inputsDigest,
            String inputs) {

        static Stored of(NewScore one, UUID basis) {
            ScoreResult result = one.result();
            UUID application = one.score().applicationId();
            return new Stored(
                    NewIds.next(),
                    application,
                    one.job().value(),
                    one.score().computedAt(),
                    result.lane().code(),
                    result.mustHaves().code(),
                    Place.of(result, new Candidacy(one.job().value(), application)),
                    tenThousandths(result.score()),
                    tenThousandths(result.potential()),
                    PolicyNumber.of(result.policy()),
                    basis,
                    Explanation.write(result),
                    one.score().inputsDigest(),
                    KeptInputs.write(one.input()));
        }
    }

    /**
     * Keeps these in the history and makes them current, one an application.
     *
     * @param kept what scores rest on that is there already, as far as that is known
     */
    void store(EmployerId employer, ScoreCause cause, List<NewScore> all, Set<UUID> kept) {
        Map<ScoreBasis, ScoreBasis.Named> bases = new LinkedHashMap<>();
        List<Stored> rows = new ArrayList<>();
        for (NewScore one : all) {
            rows.add(
                    Stored.of(
                            one,
                            bases.computeIfAbsent(ScoreBasis.of(one.score()), ScoreBasis::named)
                                    .id()));
        }
        keep(
                employer,
                bases.values().stream().filter(basis -> !kept.contains(basis.id())).toList());
        sql.connection(connection -> {
            try (PreparedStatement store = connection.prepareStatement(STORE)) {
                var columns = new Columns<>(connection, rows);
                Array histories = columns.ids(Stored::history);
                Array applications = columns.ids(Stored::application);
                Array scores = columns.numbers(Stored::score);
                Array potentials = columns.numbers(Stored::potential);
                int at = 1;
                store.setObject(at++, employer.value());
                store.setString(at++, cause.wireName());
                store.setInt(at++, Explanation.SCHEMA_VERSION);
                store.setArray(at++, histories);
                store.setArray(at++, applications);
                store.setArray(at++, columns.moments(Stored::computedAt));
                store.setArray(at++, scores);
                store.setArray(at++, potentials);
                store.setArray(at++, columns.ids(Stored::basis));
                store.setArray(at++, columns.texts(Stored::explanation));
                store.setArray(at++, columns.texts(Stored::inputsDigest));
                store.setArray(at++, columns.texts(Stored::inputs));
                store.setObject(at++, employer.value());
                store.setArray(at++, applications);
                store.setArray(at++, columns.ids(Stored::job));
                store.setArray(at++, histories);
                store.setArray(at++, columns.texts(Stored::lane));
                store.setArray(at++, columns.texts(Stored::mustHaves));
                store.setArray(at++, columns.numbers(one -> one.place().gate()));
                store.setArray(at++, scores);
                store.setArray(at++, potentials);
                store.setArray(at++, columns.numbers(one -> one.place().rankKey()));
                store.setArray(at++, columns.ids(one -> one.place().tieBreak()));
                store.setArray(at, columns.numbers(Stored::policyNumber));
                store.executeUpdate();
            }
        });
    }

    /** Makes sure of what scores to be stored will rest on. */
    void keep(EmployerId employer, Collection<ScoreBasis.Named> bases) {
        if (bases.isEmpty()) {
            return;
        }
        var insert =
                sql.insertInto(
                        SCORE_BASIS, SCORE_BASIS.EMPLOYER_ID, SCORE_BASIS.ID, SCORE_BASIS.DOCUMENT);
        for (ScoreBasis.Named basis : bases) {
            insert = insert.values(employer.value(), basis.id(), JSONB.jsonb(basis.document()));
        }
        insert.onConflictDoNothing().execute();
    }

    /** The score an application stands in its job's ranking with; empty when it does not. */
    Optional<Ranking> ranked(EmployerId employer, ApplicationId application) {
        var stored = new StoredScores(json);
        return ranked
                .fetch(
                        employer,
                        application.value(),
                        row ->
                                new Ranking(
                                        stored.score(row),
                                        row.get(SCORE_HISTORY.BASIS_ID),
                                        Optional.ofNullable(row.get(SCORE_MOMENT.AT))))
                .stream()
                .findFirst();
    }

    /** Those of these applications whose candidate is not to be known by who judges them. */
    Set<UUID> blindAmong(EmployerId employer, Collection<UUID> ids) {
        return sql.select(APPLICATION.ID)
                .from(APPLICATION)
                .where(
                        APPLICATION.EMPLOYER_ID.eq(employer.value()),
                        APPLICATION.ID.in(ids),
                        BlindPeople.hides(employer, APPLICATION.CANDIDATE_ID))
                .fetchSet(APPLICATION.ID);
    }

    /** The newest score: of applications that left the ranking too. */
    Optional<Score> current(EmployerId employer, ApplicationId application) {
        return current.fetch(employer, application.value(), new StoredScores(json)::score).stream()
                .findFirst();
    }

    /** The newest score, as {@link #current} gives it, with what it was computed from. */
    Optional<Computation> computation(EmployerId employer, ApplicationId application) {
        var stored = new StoredScores(json);
        var origin = SCORE_HISTORY.as("origin");
        Field<String> inputs = inputs(origin);
        return sql.select(StoredScores.COLUMNS)
                .select(SCORE_HISTORY.ID, SCORE_HISTORY.CAUSE, inputs)
                .from(SCORE_HISTORY)
                .leftJoin(SCORE_BASIS)
                .on(isBasis())
                .leftJoin(origin)
                .on(isOrigin(origin))
                .leftJoin(APPLICATION_SCORE)
                .on(
                        APPLICATION_SCORE.EMPLOYER_ID.eq(SCORE_HISTORY.EMPLOYER_ID),
                        APPLICATION_SCORE.HISTORY_ID.eq(SCORE_HISTORY.ID))
                .where(
                        SCORE_HISTORY.EMPLOYER_ID.eq(employer.value()),
                        SCORE_HISTORY.APPLICATION_ID.eq(application.value()))
                .orderBy(
                        APPLICATION_SCORE.HISTORY_ID.isNull(),
                        SCORE_HISTORY.COMPUTED_AT.desc(),
                        SCORE_HISTORY.ID.desc())
                .limit(1)
                .fetchOptional(row ->
                        new Computation(
                                row.get(SCORE_HISTORY.ID),
                                ScoreCause.ofWireName(row.get(SCORE_HISTORY.CAUSE)),
                                stored.score(row),
                                Optional.ofNullable(row.get(inputs))));
    }

    private static Condition isBasis() {
        return SCORE_BASIS
                .EMPLOYER_ID
                .eq(SCORE_HISTORY.EMPLOYER_ID)
                .and(SCORE_BASIS.ID.eq(SCORE_HISTORY.BASIS_ID));
    }

    /** Where the inputs of a score are, when they are not in its own row. */
    static Condition isOrigin(ScoreHistory origin) {
        return origin.EMPLOYER_ID
                .eq(SCORE_HISTORY.EMPLOYER_ID)
                .and(origin.ID.eq(SCORE_HISTORY.INPUTS_OF));
    }

    /** What a score was computed from, as {@link KeptInputs} reads it, wherever that is. */
    static Field<String> inputs(ScoreHistory origin) {
        return coalesce(
                        SCORE_HISTORY.INPUTS_TEXT,
                        origin.INPUTS_TEXT,
                        SCORE_HISTORY.INPUTS.cast(CLOB),
                        origin.INPUTS.cast(CLOB))
                .as("inputs_found");
    }

    /** Nobody reads these in a ranking again, and nothing scores them anew. */
    void takeOffRankings(EmployerId employer, Collection<ApplicationId> applications) {
        List<UUID> ids = applications.stream().map(ApplicationId::value).toList();
        // First the queue: it waits for who is scoring one of them, and would rank it again.
        sql.deleteFrom(RESCORE_DUE)
                .where(
                        RESCORE_DUE.EMPLOYER_ID.eq(employer.value()),
                        RESCORE_DUE.APPLICATION_ID.in(ids))
                .execute();
        sql.deleteFrom(SCORE_MOMENT)
                .where(
                        SCORE_MOMENT.EMPLOYER_ID.eq(employer.value()),
                        SCORE_MOMENT.APPLICATION_ID.in(ids))
                .execute();
        sql.deleteFrom(APPLICATION_SCORE)
                .where(
                        APPLICATION_SCORE.EMPLOYER_ID.eq(employer.value()),
                        APPLICATION_SCORE.APPLICATION_ID.in(ids))
                .execute();
    }

    List<ScoreHistoryEntry> history(EmployerId employer, ApplicationId application) {
        var stored = new StoredScores(json);
        return sql.select(StoredScores.COLUMNS)
                .select(SCORE_HISTORY.CAUSE)
                .from(SCORE_HISTORY)
                .leftJoin(SCORE_BASIS)
                .on(isBasis())
                .where(
                        SCORE_HISTORY.EMPLOYER_ID.eq(employer.value()),
                        SCORE_HISTORY.APPLICATION_ID.eq(application.value()))
                .orderBy(SCORE_HISTORY.COMPUTED_AT.desc(), SCORE_HISTORY.ID.desc())
                .fetch(row ->
                        new ScoreHistoryEntry(
                                ScoreCause.ofWireName(row.get(SCORE_HISTORY.CAUSE)),
                                stored.score(row)));
    }

    Page<ScoreHistoryEntry> history(
            EmployerId employer,
            ApplicationId application,
            Optional<PageCursor> after,
            PageSize size) {
        Condition older =
                after.<Condition>map(cursor ->
                                row(SCORE_HISTORY.COMPUTED_AT, SCORE_HISTORY.ID)
                                        .lt(
                                                cursor.part(0, Instant::parse),
                                                cursor.part(1, UUID::fromString)))
                        .orElse(noCondition());
        var stored = new StoredScores(json);
        List<Computed> rows =
                sql.select(StoredScores.COLUMNS)
                        .select(SCORE_HISTORY.ID, SCORE_HISTORY.CAUSE)
                        .from(SCORE_HISTORY)
                        .leftJoin(SCORE_BASIS)
                        .on(isBasis())
                        .where(
                                SCORE_HISTORY.EMPLOYER_ID.eq(employer.value()),
                                SCORE_HISTORY.APPLICATION_ID.eq(application.value()),
                                older)
                        .orderBy(SCORE_HISTORY.COMPUTED_AT.desc(), SCORE_HISTORY.ID.desc())
                        .limit(size.plusOne())
                        .fetch(row ->
                                new Computed(
                                        row.get(SCORE_HISTORY.COMPUTED_AT),
                                        row.get(SCORE_HISTORY.ID),
                                        new ScoreHistoryEntry(
                                                ScoreCause.ofWireName(row.get(SCORE_HISTORY.CAUSE)),
                                                stored.score(row))));
        return Page.of(rows, size, row -> PageCursor.of(row.at(), row.id())).map(Computed::entry);
    }

    Page<RankedApplication> ranking(
            EmployerId employer,
            JobId job,
            RankingLane lane,
            Optional<PageCursor> after,
            PageSize size) {
        Condition inLane = inLane(employer, job, lane);
        int before = after.map(cursor -> cursor.part(3, Integer::parseInt)).orElse(0);
        var stored = new StoredScores(json);
        List<Ranked> rows =
                sql.select(StoredScores.COLUMNS)
                        .select(
                                APPLICATION_SCORE.APPLICATION_ID,
                                APPLICATION_SCORE.GATE,
                                APPLICATION_SCORE.RANK_KEY,
                                APPLICATION_SCORE.TIE_BREAK)
                        .from(APPLICATION_SCORE)
                        .join(SCORE_HISTORY)
                        .on(
                                SCORE_HISTORY.EMPLOYER_ID.eq(APPLICATION_SCORE.EMPLOYER_ID),
                                SCORE_HISTORY.ID.eq(APPLICATION_SCORE.HISTORY_ID))
                        .leftJoin(SCORE_BASIS)
                        .on(isBasis())
                        .where(after.map(cursor -> inLane.and(isAfter(cursor))).orElse(inLane))
                        .orderBy(
                                APPLICATION_SCORE.GATE,
                                APPLICATION_SCORE.RANK_KEY,
                                APPLICATION_SCORE.TIE_BREAK)
                        .limit(size.plusOne())
                        .fetch(row -> ranked(row, stored));
        return Page.of(
                        numbered(rows, before),
                        size,
                        last ->
                                PageCursor.of(
                                        last.row().gate(),
                                        last.row().rankKey(),
                                        last.row().tieBreak(),
                                        last.position()))
                .map(numbered ->
                        new RankedApplication(
                                lane == RankingLane.RANKED ? numbered.position() : 0,
                                new ApplicationId(numbered.row().application()),
                                numbered.row().score()));
    }

    Optional<Integer> rank(EmployerId employer, ApplicationId application) {
        var mine = APPLICATION_SCORE.as("mine");
        return sql.select(count())
                .from(mine)
                .join(APPLICATION_SCORE)
                .on(
                        APPLICATION_SCORE.EMPLOYER_ID.eq(mine.EMPLOYER_ID),
                        APPLICATION_SCORE.JOB_ID.eq(mine.JOB_ID),
                        APPLICATION_SCORE.LANE.eq(mine.LANE),
                        row(
                                        APPLICATION_SCORE.GATE,
                                        APPLICATION_SCORE.RANK_KEY,
                                        APPLICATION_SCORE.TIE_BREAK)
                                .le(mine.GATE, mine.RANK_KEY, mine.TIE_BREAK))
                .where(
                        mine.EMPLOYER_ID.eq(employer.value()),
                        mine.APPLICATION_ID.eq(application.value()),
                        mine.LANE.eq(RankingLane.RANKED.wireName()))
                .fetchOptional(row -> row.value1())
                .filter(rank -> rank > 0);
    }

    Map<JobId, BigDecimal> best(EmployerId employer, Collection<JobId> jobs) {
        return sql.select(APPLICATION_SCORE.JOB_ID, max(APPLICATION_SCORE.SCORE))
                .from(APPLICATION_SCORE)
                .where(
                        APPLICATION_SCORE.EMPLOYER_ID.eq(employer.value()),
                        APPLICATION_SCORE.JOB_ID.in(jobs.stream().map(JobId::value).toList()),
                        APPLICATION_SCORE.LANE.eq(RankingLane.RANKED.wireName()),
                        APPLICATION_SCORE.SCORE.isNotNull())
                .groupBy(APPLICATION_SCORE.JOB_ID)
                .fetchMap(row -> new JobId(row.value1()), row -> new Points(row.value2()).value());
    }

    Set<ApplicationId> waiting(EmployerId employer, JobId job) {
        return Set.copyOf(
                sql.select(RESCORE_DUE.APPLICATION_ID)
                        .from(RESCORE_DUE)
                        .join(APPLICATION_SCORE)
                        .on(
                                APPLICATION_SCORE.EMPLOYER_ID.eq(RESCORE_DUE.EMPLOYER_ID),
                                APPLICATION_SCORE.APPLICATION_ID.eq(RESCORE_DUE.APPLICATION_ID))
                        .where(
                                RESCORE_DUE.EMPLOYER_ID.eq(employer.value()),
                                APPLICATION_SCORE.JOB_ID.eq(job.value()))
                        .fetch(row -> new ApplicationId(row.value1())));
    }

    void noteDue(
            EmployerId employer,
            Collection<ApplicationId> applications,
            ScoreCause cause,
            Instant now) {
        List<ApplicationId> all = List.copyOf(applications);
        for (int from = 0; from < all.size(); from += NOTED_AT_ONCE) {
            noteSome(
                    employer,
                    all.subList(from, Math.min(all.size(), from + NOTED_AT_ONCE)),
                    cause,
                    now);
        }
    }

    private void noteSome(
            EmployerId employer, List<ApplicationId> applications, ScoreCause cause, Instant now) {
        var insert =
                sql.insertInto(
                        RESCORE_DUE,
                        RESCORE_DUE.EMPLOYER_ID,
                        RESCORE_DUE.APPLICATION_ID,
                        RESCORE_DUE.CAUSE,
                        RESCORE_DUE.NOTED_AT);
        for (ApplicationId application : applications) {
            insert = insert.values(employer.value(), application.value(), cause.wireName(), now);
        }
        insert.onConflict(RESCORE_DUE.EMPLOYER_ID, RESCORE_DUE.APPLICATION_ID)
                .doUpdate()
                .set(RESCORE_DUE.CAUSE, cause.wireName())
                .set(RESCORE_DUE.NOTED_AT, now)
                .set(RESCORE_DUE.FAILURES, 0)
                .setNull(RESCORE_DUE.NOT_BEFORE)
                .execute();
    }

    /** The application that has been due longest and is not to be left alone. */
    Optional<Due> firstDue(EmployerId employer, Instant now) {
        return sql.select(RESCORE_DUE.APPLICATION_ID, RESCORE_DUE.CAUSE, RESCORE_DUE.FAILURES)
                .from(RESCORE_DUE)
                .where(
                        RESCORE_DUE.EMPLOYER_ID.eq(employer.value()),
                        RESCORE_DUE.NOT_BEFORE.isNull().or(RESCORE_DUE.NOT_BEFORE.le(now)))
                .orderBy(RESCORE_DUE.NOTED_AT)
                .limit(1)
                .fetchOptional(row ->
                        new Due(
                                new ApplicationId(row.value1()),
                                ScoreCause.ofWireName(row.value2()),
                                row.value3()));
    }

    /** When the first of those that are left alone is to be tried again. */
    Optional<Instant> nextDue(EmployerId employer) {
        return Optional.ofNullable(
                sql.select(min(RESCORE_DUE.NOT_BEFORE))
                        .from(RESCORE_DUE)
                        .where(RESCORE_DUE.EMPLOYER_ID.eq(employer.value()))
                        .fetchSingle()
                        .value1());
    }

    /** Takes a due application out of the queue; false when another worker did. */
    boolean take(EmployerId employer, Due due) {
        return sql.deleteFrom(RESCORE_DUE)
                        .where(
                                RESCORE_DUE.EMPLOYER_ID.eq(employer.value()),
                                RESCORE_DUE.APPLICATION_ID.eq(due.application().value()))
                        .execute()
                == 1;
    }

    /** Leaves an application that failed alone until a moment. */
    void leaveAlone(EmployerId employer, Due due, int failures, Instant notBefore) {
        sql.update(RESCORE_DUE)
                .set(RESCORE_DUE.FAILURES, failures)
                .set(RESCORE_DUE.NOT_BEFORE, notBefore)
                .where(
                        RESCORE_DUE.EMPLOYER_ID.eq(employer.value()),
                        RESCORE_DUE.APPLICATION_ID.eq(due.application().value()))
                .execute();
    }

    private static Condition inLane(EmployerId employer, JobId job, RankingLane lane) {
        return APPLICATION_SCORE
                .EMPLOYER_ID
                .eq(employer.value())
                .and(APPLICATION_SCORE.JOB_ID.eq(job.value()))
                .and(APPLICATION_SCORE.LANE.eq(lane.wireName()));
    }

    private static Condition isAfter(PageCursor cursor) {
        return row(APPLICATION_SCORE.GATE, APPLICATION_SCORE.RANK_KEY, APPLICATION_SCORE.TIE_BREAK)
                .gt(
                        cursor.part(0, Integer::parseInt),
                        cursor.part(1, Integer::parseInt),
                        cursor.part(2, UUID::fromString));
    }

    private static List<Numbered> numbered(List<Ranked> rows, int before) {
        return java.util.stream.IntStream.range(0, rows.size())
                .mapToObj(i -> new Numbered(before + i + 1, rows.get(i)))
                .toList();
    }

    private static Ranked ranked(Record row, StoredScores stored) {
        return new Ranked(
                row.get(APPLICATION_SCORE.APPLICATION_ID),
                row.get(APPLICATION_SCORE.GATE),
                row.get(APPLICATION_SCORE.RANK_KEY),
                row.get(APPLICATION_SCORE.TIE_BREAK),
                stored.score(row));
    }

    static @Nullable Integer tenThousandths(@Nullable Points points) {
        return points == null ? null : points.tenThousandths();
    }

    /** Reads the scores of one query, and what they have in common once. */
    static final class StoredScores {

        static final List<Field<?>> COLUMNS =
                List.of(
                        SCORE_HISTORY.APPLICATION_ID,
                        SCORE_HISTORY.COMPUTED_AT,
                        SCORE_HISTORY.SCORE,
                        SCORE_HISTORY.POTENTIAL,
                        SCORE_HISTORY.INPUTS_DIGEST,
                        SCORE_HISTORY.EXPLANATION,
                        SCORE_HISTORY.BASIS_ID,
                        SCORE_HISTORY.DOCUMENT,
                        SCORE_BASIS.DOCUMENT.as(BASIS));

        private final JsonMapper json;
        private final Map<UUID, ScoreBasis> bases = new HashMap<>();

        StoredScores(JsonMapper json) {
            this.json = json;
        }

        Score score(Record row) {
            JSONB whole = row.get(SCORE_HISTORY.DOCUMENT);
            if (whole != null) {
                return json.readValue(whole.data(), Score.class);
            }
            return Explanation.read(
                    row.get(SCORE_HISTORY.EXPLANATION),
                    bases.computeIfAbsent(
                            row.get(SCORE_HISTORY.BASIS_ID),
                            _ -> ScoreBasis.read(row.get(BASIS, JSONB.class).data())),
                    new Explanation.Figures(
                            row.get(SCORE_HISTORY.APPLICATION_ID),
                            row.get(SCORE_HISTORY.COMPUTED_AT),
                            row.get(SCORE_HISTORY.SCORE),
                            row.get(SCORE_HISTORY.POTENTIAL),
                            row.get(SCORE_HISTORY.INPUTS_DIGEST)));
        }
    }

    /**
     * What an application stands in its job's ranking with.
     *
     * @param basis what the score rests on; null where it was stored whole
     * @param moment when time alone changes it next
     */
    record Ranking(Score score, @Nullable UUID basis, Optional<Instant> moment) {}

    record Due(ApplicationId application, ScoreCause cause, int failures) {}

    private record Ranked(UUID application, int gate, int rankKey, UUID tieBreak, Score score) {}

    private record Numbered(int position, Ranked row) {}

    /**
     * The engine's order as columns that an ascending index serves: gate 0 before 1, a higher
     * potential as a smaller key, and the first half of the lot, which sorts like the whole.
     */
    record Place(int gate, int rankKey, UUID tieBreak) {

        static Place of(ScoreResult result, Candidacy candidacy) {
            return new Place(gate(result), rankKey(result), firstHalf(candidacy.lot()));
        }

        static int gate(ScoreResult result) {
            return result.lane() == Lane.NO_EVIDENCE || RankKey.mayHaveMustHaves(result) ? 0 : 1;
        }

        static int rankKey(ScoreResult result) {
            return result.lane() == Lane.NO_EVIDENCE ? 0 : -RankKey.potentialOf(result);
        }

        private static UUID firstHalf(String lot) {
            return new UUID(
                    Long.parseUnsignedLong(lot.substring(0, 16), 16),
                    Long.parseUnsignedLong(lot.substring(16, 32), 16));
        }
    }

    private record Computed(Instant at, UUID id, ScoreHistoryEntry entry) {}
}
