package dev.assay.hiring.intake;

import static dev.assay.hiring.testkit.HiringDesk.requirement;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.db.testkit.TestDatabase;
import dev.assay.hiring.applications.ApplicationSource;
import dev.assay.hiring.candidates.Email;
import dev.assay.hiring.candidates.NewCandidate;
import dev.assay.hiring.credentials.SubmittedDocument;
import dev.assay.hiring.issuers.IssuerContent;
import dev.assay.hiring.issuers.IssuerTier;
import dev.assay.hiring.issuers.Issuers;
import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.scoring.Score;
import dev.assay.hiring.scoring.ScoreCause;
import dev.assay.hiring.scoring.Scores;
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
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** An application that is filed at the very moment when the registry is changed. */
@WithApplication
class FilingIT {

    private final ApplicationUnderTest node;
    private final TestDatabase database;
    private final Registry registry;
    private final ApiClient recruiter;
    private final HiringDesk desk;
    private final Badges school = new Badges();
    private final Actor.Service actor = new Actor.Service(SampleMembers.HARBOR, "test");

    FilingIT(ApplicationUnderTest node, ApiClient api, TestDatabase database) {
        this.node = node;
        this.database = database;
        this.registry = new Registry(api);
        this.recruiter = api.as(Person.RITA);
        this.desk = new HiringDesk(recruiter);
    }

    @Test
    void aChangeWaitsForWhatIsBeingFiledAndScoresItAnew() throws Exception {
        String skill = HiringDesk.newSkill(node, "SQL");
        String job = desk.openJob(requirement(skill, 3));
        Intake intake = node.bean(Intake.class);
        VerifiedSubmission verified =
                intake.verify(actor, new JobId(UUID.fromString(job)), submission(skill));
        try (ExecutorService others = Executors.newVirtualThreadPerTaskExecutor();
                var held =
                        new Held<>(
                                others,
                                () ->
                                        intake.submit(actor, verified)
                                                .application()
                                                .id()
                                                .toString())) {
            Future<?> change = others.submit(() -> registry.register(school.issuerId(), "trusted"));
            somebodyWaits();
            String application = held.commit();
            change.get();

            Eventually.get(
                    () -> desk.score(application).path("score"),
                    score -> score.isNumber() && score.asDouble() > 0);
        }
    }

    @Test
    void whatIsFiledDuringAChangeWaitsForItAndIsScoredOnceByIt() throws Exception {
        String skill = HiringDesk.newSkill(node, "SQL");
        String job = desk.openJob(requirement(skill, 3));
        String email = "eva@example.org";
        var trusted =
                new IssuerContent(
                        List.of(school.issuerId()),
                        "A school",
                        IssuerTier.TRUSTED,
                        null,
                        List.of(IssuerContent.ALL),
                        null,
                        null,
                        null);
        try (ExecutorService others = Executors.newVirtualThreadPerTaskExecutor();
                var held =
                        new Held<>(
                                others, () -> node.bean(Issuers.class).register(actor, trusted))) {
            Future<String> filing =
                    others.submit(() -> desk.apply(job, email, school.badge(email, skill)));
            somebodyWaits();
            held.commit();
            String application = filing.get();

            assertThat(desk.score(application).path("score").asDouble()).isPositive();
            assertThat(count("score_history where application_id = '" + application + "'"))
                    .isEqualTo(1);
            assertThat(count("rescore_due where application_id = '" + application + "'")).isZero();
        }
    }

    /** The answer and the first score are made of what was filed, without reading it again. */
    @Test
    void whatIsAnsweredIsWhatIsReadAndScoredLater() {
        String skill = HiringDesk.newSkill(node, "SQL");
        String job = desk.openJob(requirement(skill, 3));
        String email = "kim@example.org";
        registry.register(school.issuerId(), "trusted");

        ApiAnswer answered =
                desk.submit(
                        job,
                        HiringDesk.application(
                                email,
                                school.badge(email, skill, 4),
                                school.expired(email, skill)));

        String application = answered.id();
        assertThat(answered.json())
                .isEqualTo(recruiter.get("/v1/applications/" + application).expect(200).json());
        Score again =
                node.bean(Scores.class)
                        .compute(
                                actor,
                                new ApplicationId(UUID.fromString(application)),
                                ScoreCause.ISSUER_CHANGED);
        assertThat(again.score()).isPositive();
        assertThat(count("score_history where application_id = '" + application + "'"))
                .as("nothing else came out, so nothing was stored")
                .isEqualTo(1);
    }

    private Submission submission(String skill) {
        String email = "abe-%s@example.org".formatted(UUID.randomUUID());
        byte[] document = school.badge(email, skill).toString().getBytes(StandardCharsets.UTF_8);
        return new Submission(
                new NewCandidate("Abe", "Example", new Email(email), true, null),
                List.of(new SubmittedDocument(document, "application/vc+ld+json")),
                new ApplicationSource("direct", null),
                new byte[] {'{', '}'});
    }

    private void somebodyWaits() {
        Eventually.get(() -> count("pg_locks where not granted"), waiting -> waiting > 0);
    }

    private int count(String from) {
        try (Connection connection = database.ownerDataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + from)) {
            row.next();
            return row.getInt(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Work that is done, in a transaction that is still open. */
    private final class Held<T> implements AutoCloseable {

        private final CountDownLatch done = new CountDownLatch(1);
        private final CountDownLatch released = new CountDownLatch(1);
        private final Future<T> outcome;

        Held(ExecutorService others, Supplier<T> work) throws InterruptedException {
            this.outcome =
                    others.submit(() -> node.bean(TenantTransaction.class).in(actor, held(work)));
            done.await();
        }

        private Supplier<T> held(Supplier<T> work) {
            return () -> {
                try {
                    T made = work.get();
                    done.countDown();
                    released.await();
                    return made;
                } catch (InterruptedException stopped) {
                    throw new IllegalStateException(stopped);
                } finally {
                    done.countDown();
                }
            };
        }

        T commit() throws Exception {
            released.countDown();
            return outcome.get();
        }

        @Override
        public void close() {
            released.countDown();
        }
    }
}
