package dev.assay.hiring.scoring;

import static dev.assay.hiring.testkit.HiringDesk.requirement;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.db.testkit.TestDatabase;
import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.testkit.ApiClient;
import dev.assay.hiring.testkit.ApplicationUnderTest;
import dev.assay.hiring.testkit.Badges;
import dev.assay.hiring.testkit.Eventually;
import dev.assay.hiring.testkit.HiringDesk;
import dev.assay.hiring.testkit.Registry;
import dev.assay.hiring.testkit.WithApplication;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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
