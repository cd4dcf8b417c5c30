package dev.assay.hiring.scoring;

import static dev.assay.db.jooq.Tables.APPLICATION_SCORE;
import static dev.assay.db.jooq.Tables.SCORE_HISTORY;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.jsonbGetAttributeAsText;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.SQLDataType.CLOB;

import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.platform.persistence.Columns;
import dev.assay.hiring.scoring.ScoreRepository.Place;
import dev.assay.hiring.scoring.engine.Points;
import dev.assay.hiring.scoring.engine.ScoreResult;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.NewIds;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Many scores at once. */
@Repository
class BulkScoreRepository {

    /**
     * One statement for all of them: whichever score is another's by now is left alone, and only
     * what was made current gets into the history.
     */
    private static final String STORE =
            """
            with moved as (
                update application_score
                set history_id = one.history_id, lane = one.lane, must_haves = one.must_haves, gate = one.gate,
                    score = one.score, potential = one.potential, rank_key = one.rank_key, policy_number = ?
                from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    as one (application_id, before_id, history_id, lane, must_haves, gate, score, potential,
                            rank_key, basis_id, explanation, inputs_digest, inputs_of)
                where application_score.employer_id = ?
                    and application_score.application_id = one.application_id
                    and application_score.history_id = one.before_id
                returning application_score.employer_id, one.history_id, one.application_id, one.score, one.potential,
                    one.basis_id, one.explanation, one.inputs_digest, one.inputs_of)
            insert into score_history (employer_id, id, application_id, computed_at, cause, score, potential,
                schema_version, basis_id, explanation, inputs_digest, inputs_of)
            select employer_id, history_id, application_id, ?, ?, score, potential,
                ?, basis_id, explanation, inputs_digest, inputs_of
            from moved
            returning application_id
            """;

    /**
     * A plan made for the very arrays reads all scores of the employer to find a thousand of them,
     * which takes the longer the more there are; the one made for any arrays looks each up.
     */
    private static final String ANY_ARRAYS = "set local plan_cache_mode = force_generic_plan";

    private final DSLContext sql;

    BulkScoreRepository(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * Some current scores by the ids of their applications, and of those that another policy than
     * one made, what they were computed from. First the applications alone and then the rest by its
     * keys: so no statistics of whatever age make the database read more than is asked for.
     */
    Stretch outdated(
            EmployerId employer, int policyNumber, Optional<ApplicationId> after, int atMost) {
        List<Current> all = current(employer, after, atMost);
        List<Current> outdated =
                all.stream().filter(one -> one.policyNumber() != policyNumber).toList();
        Map<UUID, Kept> kept =
                kept(employer, outdated.stream().map(Current::history).toArray(UUID[]::new));
        Map<UUID, Kept> origins =
                kept(
                        employer,
                        kept.values().stream()
                                .filter(one -> one.inputs() == null)
                                .map(Kept::inputsOf)
                                .toArray(UUID[]::new));
        return new Stretch(
                all.size(),
                all.isEmpty() ? Optional.empty() : Optional.of(all.getLast().application()),
                outdated.stream()
                        .map(one ->
                                outdated(
                                        one,
                                        Objects.requireNonNull(kept.get(one.history())),
                                        origins))
                        .toList());
    }

    private List<Current> current(EmployerId employer, Optional<ApplicationId> after, int atMost) {
        return sql.select(
                        APPLICATION_SCORE.APPLICATION_ID,
                        APPLICATION_SCORE.JOB_ID,
                        APPLICATION_SCORE.HISTORY_ID,
                        APPLICATION_SCORE.SCORE,
                        APPLICATION_SCORE.POTENTIAL,
                        APPLICATION_SCORE.LANE,
                        APPLICATION_SCORE.MUST_HAVES,
                        APPLICATION_SCORE.POLICY_NUMBER)
                .from(APPLICATION_SCORE)
                .where(
                        APPLICATION_SCORE.EMPLOYER_ID.eq(employer.value()),
                        after.<Condition>map(id -> APPLICATION_SCORE.APPLICATION_ID.gt(id.value()))
                                .orElse(noCondition()))
                .orderBy(APPLICATION_SCORE.APPLICATION_ID)
                .limit(inline(atMost))
                .fetch(row ->
                        new Current(
                                new ApplicationId(row.value1()),
                                new JobId(row.value2()),
                                row.value3(),
                                row.value4(),
                                row.value5(),
                                row.value6(),
                                row.value7(),
                                row.value8()));
    }

    private Map<UUID, Kept> kept(EmployerId employer, UUID[] histories) {
        if (histories.length == 0) {
            return Map.of();
        }
        return sql.select(
                        SCORE_HISTORY.ID,
                        coalesce(
                                SCORE_HISTORY.INPUTS_DIGEST,
                                jsonbGetAttributeAsText(SCORE_HISTORY.DOCUMENT, "inputsDigest")),
                        SCORE_HISTORY.INPUTS_OF,
                        coalesce(SCORE_HISTORY.INPUTS_TEXT, SCORE_HISTORY.INPUTS.cast(CLOB)))
                .from(SCORE_HISTORY)
                .where(
                        SCORE_HISTORY.EMPLOYER_ID.eq(employer.value()),
                        SCORE_HISTORY.ID.eq(any(histories)))
                .fetchMap(
                        SCORE_HISTORY.ID,
                        row -> new Kept(row.value2(), row.value3(), row.value4()));
    }

    private static Outdated outdated(Current one, Kept kept, Map<UUID, Kept> origins) {
        UUID inputsOf = kept.inputsOf() == null ? one.history() : kept.inputsOf();
        Kept origin = kept.inputs() == null ? origins.get(inputsOf) : kept;
        return new Outdated(
                one.application(),
                one.job(),
                one.history(),
                new ScoreFigures(
                        points(one.score()),
                        points(one.potential()),
                        one.lane(),
                        one.mustHaves(),
                        kept.inputsDigest()),
                inputsOf,
                Optional.ofNullable(origin).map(Kept::inputs));
    }

    int count(EmployerId employer, int policyNumber) {
        return sql.fetchCount(
                sql.selectFrom(APPLICATION_SCORE)
                        .where(
                                APPLICATION_SCORE.EMPLOYER_ID.eq(employer.value()),
                                APPLICATION_SCORE.POLICY_NUMBER.ne(policyNumber)));
    }

    /**
     * Keeps these in the history and makes them current, but for those whose score another one has
     * taken the place of; returns the applications that have theirs.
     */
    Set<ApplicationId> store(
            EmployerId employer,
            ScoreCause cause,
            int policyNumber,
            Instant now,
            List<Rescored> all) {
        sql.execute(ANY_ARRAYS);
        return sql.connectionResult(connection -> {
            try (PreparedStatement store = connection.prepareStatement(STORE)) {
                var arrays = new Columns<>(connection, all);
                store.setInt(1, policyNumber);
                store.setArray(2, arrays.ids(one -> one.application().value()));
                store.setArray(3, arrays.ids(Rescored::before));
                store.setArray(4, arrays.ids(_ -> NewIds.next()));
                store.setArray(5, arrays.texts(one -> one.now().lane()));
                store.setArray(6, arrays.texts(one -> one.now().mustHaves()));
                store.setArray(7, arrays.numbers(Rescored::gate));
                store.setArray(8, arrays.numbers(Rescored::score));
                store.setArray(9, arrays.numbers(Rescored::potential));
                store.setArray(10, arrays.numbers(Rescored::rankKey));
                store.setArray(11, arrays.ids(Rescored::basis));
                store.setArray(12, arrays.texts(Rescored::explanation));
                store.setArray(13, arrays.texts(one -> one.now().inputsDigest()));
                store.setArray(14, arrays.ids(Rescored::inputsOf));
                store.setObject(15, employer.value());
                store.setObject(16, now.atOffset(ZoneOffset.UTC));
                store.setString(17, cause.wireName());
                store.setInt(18, Explanation.SCHEMA_VERSION);
                Set<ApplicationId> stored = new HashSet<>();
                try (ResultSet row = store.executeQuery()) {
                    while (row.next()) {
                        stored.add(new ApplicationId(row.getObject(1, UUID.class)));
                    }
                }
                return stored;
            }
        });
    }

    private static @Nullable BigDecimal points(@Nullable Integer tenThousandths) {
        return tenThousandths == null ? null : new Points(tenThousandths).value();
    }

    /** A current score. */
    private record Current(
            ApplicationId application,
            JobId job,
            UUID history,
            @Nullable Integer score,
            @Nullable Integer potential,
            String lane,
            String mustHaves,
            int policyNumber) {}

    /** What the history keeps of a score, but for its explanation. */
    private record Kept(String inputsDigest, @Nullable UUID inputsOf, @Nullable String inputs) {}

    /**
     * Some current scores that follow one another.
     *
     * @param size how many there are, outdated or not
     * @param last the application the last one is of
     */
    record Stretch(int size, Optional<ApplicationId> last, List<Outdated> outdated) {}

    /**
     * A current score that another policy made.
     *
     * @param history its row
     * @param inputsOf the row its inputs are in
     * @param inputs as {@link KeptInputs} reads them
     */
    record Outdated(
            ApplicationId application,
            JobId job,
            UUID history,
            ScoreFigures figures,
            UUID inputsOf,
            Optional<String> inputs) {}

    /**
     * A score to be made current: of all that was reckoned no more than is stored and told, since
     * thousands wait for that at once.
     *
     * @param before the row that is current as long as nobody else replaces it
     * @param told the data of its event
     */
    record Rescored(
            ApplicationId application,
            UUID before,
            ScoreFigures now,
            @Nullable Integer score,
            @Nullable Integer potential,
            int gate,
            int rankKey,
            UUID basis,
            String explanation,
            UUID inputsOf,
            String told) {

        static Rescored of(
                Outdated outdated,
                ScoreResult result,
                ScoreFigures figures,
                UUID basis,
                String told) {
            return new Rescored(
                    outdated.application(),
                    outdated.history(),
                    figures,
                    ScoreRepository.tenThousandths(result.score()),
                    ScoreRepository.tenThousandths(result.potential()),
                    Place.gate(result),
                    Place.rankKey(result),
                    basis,
                    Explanation.write(result),
                    outdated.inputsOf(),
                    told);
        }
    }
}
