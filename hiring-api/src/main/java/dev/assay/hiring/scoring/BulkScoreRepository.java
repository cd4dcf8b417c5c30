package dev.assay.hiring.scoring;

import static dev.assay.db.jooq.Tables.APPLICATION_SCORE;
import static dev.assay.db.jooq.Tables.SCORE_HISTORY;
import static org.jooq.impl.DSL.noCondition;

import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.scoring.ScoreRepository.Place;
import dev.assay.hiring.scoring.engine.Candidacy;
import dev.assay.hiring.scoring.engine.ScoreResult;
import dev.assay.hiring.scoring.engine.ScoringInput;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.NewIds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Query;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Many scores at once. */
@Repository
class BulkScoreRepository {

    private final DSLContext sql;
    private final JsonMapper json;

    BulkScoreRepository(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /**
     * Current scores of other policies than one, by the ids of their applications. Nobody else
     * replaces them until this transaction is over.
     */
    List<Outdated> outdated(
            EmployerId employer, int policyNumber, Optional<ApplicationId> after, int atMost) {
        return sql.select(
                        APPLICATION_SCORE.APPLICATION_ID,
                        APPLICATION_SCORE.JOB_ID,
                        SCORE_HISTORY.DOCUMENT,
                        SCORE_HISTORY.INPUTS)
                .from(APPLICATION_SCORE)
                .join(SCORE_HISTORY)
                .on(
                        SCORE_HISTORY.EMPLOYER_ID.eq(APPLICATION_SCORE.EMPLOYER_ID),
                        SCORE_HISTORY.ID.eq(APPLICATION_SCORE.HISTORY_ID))
                .where(
                        APPLICATION_SCORE.EMPLOYER_ID.eq(employer.value()),
                        APPLICATION_SCORE.POLICY_NUMBER.ne(policyNumber),
                        after.<Condition>map(id -> APPLICATION_SCORE.APPLICATION_ID.gt(id.value()))
                                .orElse(noCondition()))
                .orderBy(APPLICATION_SCORE.APPLICATION_ID)
                .limit(atMost)
                .forUpdate()
                .of(APPLICATION_SCORE)
                .fetch(row ->
                        new Outdated(
                                new ApplicationId(row.value1()),
                                new JobId(row.value2()),
                                json.readValue(row.value3().data(), Score.class),
                                Optional.ofNullable(row.value4())
                                        .map(inputs -> json.readTree(inputs.data()))));
    }

    int count(EmployerId employer, int policyNumber) {
        return sql.fetchCount(
                sql.selectFrom(APPLICATION_SCORE)
                        .where(
                                APPLICATION_SCORE.EMPLOYER_ID.eq(employer.value()),
                                APPLICATION_SCORE.POLICY_NUMBER.ne(policyNumber)));
    }

    /** Keeps these in the history, and makes them current. */
    void store(EmployerId employer, ScoreCause cause, List<Rescored> all) {
        if (all.isEmpty()) {
            return;
        }
        var insert =
                sql.insertInto(
                        SCORE_HISTORY,
                        SCORE_HISTORY.EMPLOYER_ID,
                        SCORE_HISTORY.ID,
                        SCORE_HISTORY.APPLICATION_ID,
                        SCORE_HISTORY.COMPUTED_AT,
                        SCORE_HISTORY.CAUSE,
                        SCORE_HISTORY.SCORE,
                        SCORE_HISTORY.POTENTIAL,
                        SCORE_HISTORY.SCHEMA_VERSION,
                        SCORE_HISTORY.DOCUMENT,
                        SCORE_HISTORY.INPUTS);
        List<Query> updates = new ArrayList<>();
        for (Rescored one : all) {
            UUID history = NewIds.next();
            insert =
                    insert.values(
                            employer.value(),
                            history,
                            one.score().applicationId(),
                            one.score().computedAt(),
                            cause.wireName(),
                            ScoreRepository.tenThousandths(one.result().score()),
                            ScoreRepository.tenThousandths(one.result().potential()),
                            Score.SCHEMA_VERSION,
                            JSONB.jsonb(json.writeValueAsString(one.score())),
                            JSONB.jsonb(ScoringInputJson.write(one.input()).toString()));
            updates.add(current(employer, history, one));
        }
        insert.execute();
        sql.batch(updates).execute();
    }

    private Query current(EmployerId employer, UUID history, Rescored one) {
        Place place = Place.of(one.result(), one.candidacy());
        return sql.update(APPLICATION_SCORE)
                .set(APPLICATION_SCORE.HISTORY_ID, history)
                .set(APPLICATION_SCORE.LANE, one.result().lane().code())
                .set(APPLICATION_SCORE.MUST_HAVES, one.result().mustHaves().code())
                .set(APPLICATION_SCORE.GATE, place.gate())
                .set(APPLICATION_SCORE.SCORE, ScoreRepository.tenThousandths(one.result().score()))
                .set(
                        APPLICATION_SCORE.POTENTIAL,
                        ScoreRepository.tenThousandths(one.result().potential()))
                .set(APPLICATION_SCORE.RANK_KEY, place.rankKey())
                .set(APPLICATION_SCORE.POLICY_NUMBER, PolicyNumber.of(one.result().policy()))
                .where(
                        APPLICATION_SCORE.EMPLOYER_ID.eq(employer.value()),
                        APPLICATION_SCORE.APPLICATION_ID.eq(one.candidacy().applicationId()));
    }

    /** A current score that another policy made. */
    record Outdated(ApplicationId application, JobId job, Score score, Optional<JsonNode> inputs) {}

    /** A score to be made current. */
    record Rescored(Score score, ScoreResult result, ScoringInput input, Candidacy candidacy) {}
}
