package dev.assay.hiring.platform.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.db.testkit.TestDatabase;
import dev.assay.db.testkit.WithDatabase;
import dev.assay.hiring.HiringApplication;
import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.testkit.ApiAnswer;
import dev.assay.hiring.testkit.ApiClient;
import dev.assay.hiring.testkit.ApplicationUnderTest;
import dev.assay.hiring.testkit.Badges;
import dev.assay.hiring.testkit.Eventually;
import dev.assay.hiring.testkit.HiringDesk;
import dev.assay.hiring.testkit.Registry;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** A node that is told to go with a request and a background task in its hands. */
@WithDatabase
class ShutdownIT {

    private final TestDatabase database;

    ShutdownIT(TestDatabase database) {
        this.database = database;
    }

    @Test
    void finishesWhatItHasBegunAndTakesNothingNew() throws Exception {
        ApplicationUnderTest node =
                ApplicationUnderTest.start(
                        HiringApplication.class, database, "assay.shutdown.notice=2s");
        ApiClient api = ApiClient.of(node);
        HiringDesk desk = new HiringDesk(api.as(Person.RITA));
        Badges badges = new Badges();
        String skill = HiringDesk.newSkill(node, "Leaving in good order");
        String job = desk.openJob(HiringDesk.requirement(skill, 3));
        String email = "dana.quill@mail.example";
        desk.apply(job, email, badges.badge(email, skill));

        try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor();
                Connection scores = locked("application_score");
                Connection jobs = locked("job")) {
            new Registry(api).register(badges.issuerId(), "trusted");
            Eventually.get(() -> waitingFor("application_score"), waiting -> waiting > 0);
            Future<ApiAnswer> request =
                    hands.submit(() ->
                            api.as(Person.RITA)
                                    .post(
                                            "/v1/jobs",
                                            "{\"title\":\"Last\",\"description\":\"One.\",\"requirements\":[]}"));
            Eventually.get(() -> waitingFor("job"), waiting -> waiting > 0);

            Future<?> going = hands.submit(node::close);
            Eventually.get(() -> api.get("/readyz").status(), status -> status == 503);
            assertThat(request.isDone()).as("the request in flight is waited for").isFalse();
            scores.rollback();
            jobs.rollback();

            request.get().expect(201);
            going.get();
        }

        assertThatThrownBy(() -> api.get("/readyz")).isInstanceOf(UncheckedIOException.class);
        assertThat(number("select count(*) from job where title = 'Last'")).isOne();
        assertThat(number("select count(*) from score_history"))
                .as("the task's score")
                .isEqualTo(2);
        assertThat(number("select count(*) from scheduled_tasks where picked")).isZero();
        assertThat(number("select count(*) from long_work where picked")).isZero();
    }

    /** Somebody else's lock, until it is rolled back. */
    private Connection locked(String table) throws SQLException {
        Connection owner = database.ownerDataSource().getConnection();
        owner.setAutoCommit(false);
        try (Statement statement = owner.createStatement()) {
            statement.execute("lock table " + table + " in exclusive mode");
        }
        return owner;
    }

    private long waitingFor(String table) {
        return number(
                "select count(*) from pg_locks where not granted and relation = '"
                        + table
                        + "'::regclass");
    }

    private long number(String query) {
        try (Connection owner = database.ownerDataSource().getConnection();
                Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
