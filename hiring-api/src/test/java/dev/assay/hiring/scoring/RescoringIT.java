package dev.assay.hiring.scoring;

import static dev.assay.hiring.testkit.HiringDesk.application;
import static dev.assay.hiring.testkit.HiringDesk.requirement;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.db.testkit.TestDatabase;
import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.scoring.BulkScoreRepository.Outdated;
import dev.assay.hiring.scoring.BulkScoreRepository.Rescored;
import dev.assay.hiring.scoring.engine.ScoreResult;
import dev.assay.hiring.scoring.engine.ScoringEngine;
import dev.assay.hiring.scoring.engine.ScoringInput;
import dev.assay.hiring.scoring.engine.ScoringPolicy;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.testkit.ApiAnswer;
import dev.assay.hiring.testkit.ApiClient;
import dev.assay.hiring.testkit.ApplicationUnderTest;
import dev.assay.hiring.testkit.Badges;
import dev.assay.hiring.testkit.Eventually;
import dev.assay.hiring.testkit.HiringDesk;
import dev.assay.hiring.testkit.Registry;
import dev.assay.hiring.testkit.SampleMembers;
import dev.assay.hiring.testkit.WithApplication;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** A queue with an application in it that cannot be scored. */
@WithApplication
class RescoringIT {

    @Test
    void anApplicationThatAlwaysFailsDoesNotKeepTheOthersWaiting(
            ApplicationUnderTest node, ApiClient api, TestDatabase database) throws SQLException {
        HiringDesk desk = new HiringDesk(api.as(Person.RITA));
        String skill = HiringDesk.newSkill(node, "SQL");
        Badges school = new Badges();
        String job = desk.openJob(requirement(skill, 3));
        String broken = desk.apply(job, "abe@example.org", school.badge("abe@example.org", skill));
        String sound = desk.apply(job, "bea@example.org", school.badge("bea@example.org", skill));
        Eventually.get(() -> count(database, "true"), waiting -> waiting == 0);
        execute(
                database,
                "update score_history set document = '[]' where application_id = '" + broken + "'");

        new Registry(api).register(school.issuerId(), "trusted");

        Eventually.get(
                () -> desk.score(sound).path("score"),
                score -> score.isNumber() && score.asDouble() > 0);
        Eventually.get(
                () ->
                        count(
                                database,
                                "failures > 0 and not_before is not null and application_id = '"
                                        + broken
                                        + "'"),
                waiting -> waiting == 1);
        assertThat(count(database, "application_id = '" + sound + "'")).isZero();
    }

    @Test
    void whoNotesWhatHasEndedTakesTheQueueFirstLikeWhoScores(
            ApplicationUnderTest node, ApiClient api, TestDatabase database) throws Exception {
        String id = applied(node, api, "Rust").id();

        whileItIsScored(
                database,
                id,
                "insert into score_moment (employer_id, application_id, at) values "
                        + key(id)
                        + "'2026-01-01T00:00:00Z')",
                () ->
                        node.bean(ScoreMoments.class)
                                .runBatch(new Actor.Service(SampleMembers.HARBOR, "test")),
                "select at from score_moment where application_id = '"
                        + id
                        + "' for update nowait");
    }

    /** What a score is written for must not be locked against references to it. */
    @Test
    void anErasureWaitsForWhoScoresAndKeepsNothingFromThem(
            ApplicationUnderTest node, ApiClient api, TestDatabase database) throws Exception {
        ApiAnswer filed = applied(node, api, "Ruby");
        ApiClient hana = api.as(Person.HANA);
        String candidate = "/v1/candidates/" + filed.json().path("candidateId").asString();
        String seen = hana.get(candidate).etag();

        whileItIsScored(
                database,
                filed.id(),
                "update job set version = version where id = '"
                        + filed.json().path("jobId").asString()
                        + "'",
                () -> hana.with("If-Match", seen).call("DELETE", candidate).expect(204),
                "select id from application where id = '" + filed.id() + "' for key share nowait");
    }

    private static ApiAnswer applied(ApplicationUnderTest node, ApiClient api, String skillName) {
        HiringDesk desk = new HiringDesk(api.as(Person.RITA));
        String skill = HiringDesk.newSkill(node, skillName);
        String email = UUID.randomUUID() + "@example.org";
        return desk.submit(
                        desk.openJob(requirement(skill, 3)),
                        application(email, new Badges().badge(email, skill)))
                .expect(201);
    }

    private static String key(String application) {
        return "('" + SampleMembers.HARBOR + "', '" + application + "', ";
    }

    /**
     * A re-score has its place in the queue in hand; somebody else waits for that. What it needs
     * after that must still be there to take at once: else both would wait.
     */
    private static void whileItIsScored(
            TestDatabase database,
            String application,
            String before,
            Callable<?> other,
            String thenNeeded)
            throws Exception {
        try (Connection scoring = database.ownerDataSource().getConnection();
                Statement statement = scoring.createStatement();
                ExecutorService runner = Executors.newSingleThreadExecutor()) {
            // Nobody but us takes it.
            statement.execute(
                    "insert into rescore_due (employer_id, application_id, cause, noted_at, not_before) values "
                            + key(application)
                            + "'evidence-expired', now(), '2036-01-01T00:00:00Z')");
            scoring.setAutoCommit(false);
            statement.execute(
                    "delete from rescore_due where application_id = '" + application + "'");
            execute(database, before);
            Future<?> waits = runner.submit(other);
            String ours = text(statement, "select pg_current_xact_id()::xid::text");
            Eventually.get(
                    () ->
                            text(
                                    statement,
                                    "select count(*)::text from pg_locks where not granted and transactionid::text = '"
                                            + ours
                                            + "'"),
                    waiting -> !waiting.equals("0"));

            statement.executeQuery(thenNeeded);
            scoring.rollback();

            assertThat(waits).succeedsWithin(Duration.ofMinutes(1));
        }
    }

    private static String text(Statement statement, String query) {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** A bulk run computes ahead; what is replaced in between must not be overwritten. */
    @Test
    void aScoreThatWasReplacedAfterItWasReadIsLeftAlone(ApplicationUnderTest node, ApiClient api) {
        HiringDesk desk = new HiringDesk(api.as(Person.RITA));
        String skill = HiringDesk.newSkill(node, "Go");
        Badges school = new Badges();
        String job = desk.openJob(requirement(skill, 3));
        desk.apply(job, "cal@example.org", school.badge("cal@example.org", skill));
        desk.apply(job, "dee@example.org", school.badge("dee@example.org", skill));
        var actor = new Actor.Service(SampleMembers.HARBOR, "test");
        var bulk = node.bean(BulkScoreRepository.class);
        var transactions = node.bean(TenantTransaction.class);
        List<Rescored> read =
                transactions
                        .in(
                                actor,
                                () -> bulk.outdated(actor.employer(), 7, Optional.empty(), 1_000))
                        .outdated()
                        .stream()
                        .filter(one -> one.job().value().toString().equals(job))
                        .map(one -> rescored(node, actor, one))
                        .toList();
        assertThat(read).hasSize(2);
        assertThat(stored(node, actor, read.subList(0, 1))).hasSize(1);

        Set<ApplicationId> stored = stored(node, actor, read);

        assertThat(stored).containsExactly(read.get(1).application());
        for (Rescored one : read) {
            ApplicationId id = one.application();
            assertThat(
                            transactions.in(
                                    actor,
                                    () ->
                                            node.bean(ScoreRepository.class)
                                                    .history(actor.employer(), id)))
                    .as("the first one, and one more")
                    .hasSize(2);
        }
    }

    private static Rescored rescored(
            ApplicationUnderTest node, Actor.Service actor, Outdated outdated) {
        ScoringInput input =
                KeptInputs.read(outdated.inputs().orElseThrow(), ScoringPolicy.standard());
        Score current =
                node.bean(TenantTransaction.class)
                        .in(
                                actor,
                                () ->
                                        node.bean(ScoreRepository.class)
                                                .current(actor.employer(), outdated.application()))
                        .orElseThrow();
        ScoreResult result = ScoringEngine.score(input);
        return Rescored.of(
                outdated,
                result,
                ScoreFigures.of(result),
                ScoreBasis.of(current).named().id(),
                "{}");
    }

    private static Set<ApplicationId> stored(
            ApplicationUnderTest node, Actor.Service actor, List<Rescored> all) {
        return node.bean(TenantTransaction.class)
                .in(
                        actor,
                        () ->
                                node.bean(BulkScoreRepository.class)
                                        .store(
                                                actor.employer(),
                                                ScoreCause.POLICY_CHANGED,
                                                7,
                                                Instant.parse("2026-11-26T12:00:00Z"),
                                                all));
    }

    private static int count(TestDatabase database, String condition) {
        try (Connection connection = database.ownerDataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "select count(*) from rescore_due where " + condition)) {
            row.next();
            return row.getInt(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void execute(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.ownerDataSource().getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }
}
