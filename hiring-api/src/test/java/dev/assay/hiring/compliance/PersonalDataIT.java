package dev.assay.hiring.compliance;

import static dev.assay.hiring.testkit.HiringDesk.application;
import static dev.assay.hiring.testkit.HiringDesk.requirement;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.db.testkit.TestDatabase;
import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.shared.PersonalDataHolder;
import dev.assay.hiring.testkit.ApiClient;
import dev.assay.hiring.testkit.ApplicationUnderTest;
import dev.assay.hiring.testkit.Badges;
import dev.assay.hiring.testkit.HiringDesk;
import dev.assay.hiring.testkit.WithApplication;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Where personal data lies, and that it is gone when it was erased. */
@WithApplication
class PersonalDataIT {

    private final ApplicationUnderTest application;
    private final ApiClient api;

    PersonalDataIT(ApplicationUnderTest application, ApiClient api) {
        this.application = application;
        this.api = api;
    }

    @Nested
    class Census {

        @Test
        void knowsForEveryTableWhetherAndWhereItHoldsPersonalData(TestDatabase database)
                throws Exception {
            assertThat(faults(database, PersonalDataCensus.freeOfPersonalData())).isEmpty();
        }

        @Test
        void noticesATableNobodySpokeOf(TestDatabase database) throws Exception {
            assertThat(
                            faultsAfter(
                                    database,
                                    "create table newcomer (employer_id uuid not null, note text)"))
                    .singleElement()
                    .asString()
                    .startsWith("newcomer is new");
        }

        @Test
        void noticesListsThatAreWrong(TestDatabase database) throws Exception {
            Properties wrong = PersonalDataCensus.freeOfPersonalData();
            wrong.remove("issuer");
            wrong.put("unheard_of", "no such table");
            wrong.put("candidate", "both held and free");

            List<String> faults = faults(database, wrong);

            assertThat(faults)
                    .hasSize(3)
                    .anyMatch(fault -> fault.startsWith("issuer is new"))
                    .anyMatch(fault -> fault.startsWith("unheard_of is listed as free"))
                    .anyMatch(fault -> fault.equals("candidate is named twice"));
        }

        @Test
        void noticesColumnsThatAreNotAsTheirHolderSays(TestDatabase database) throws Exception {
            assertThat(
                            faultsAfter(
                                    database,
                                    "alter table candidate alter column email set statistics 100",
                                    "alter table credential alter column digest type text using ''"))
                    .containsExactlyInAnyOrder(
                            "candidate.email needs SET STATISTICS 0, or ANALYZE keeps a copy",
                            "credential.digest is no column of sealed bytes");
        }

        /** What is wrong once the schema is changed so; it is not changed for good. */
        private List<String> faultsAfter(TestDatabase database, String... changes)
                throws Exception {
            try (Connection connection = database.ownerDataSource().getConnection();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                for (String change : changes) {
                    statement.execute(change);
                }
                List<String> faults =
                        census(connection, PersonalDataCensus.freeOfPersonalData()).faults();
                connection.rollback();
                return faults;
            }
        }

        private PersonalDataCensus census(Connection connection, Properties free)
                throws SQLException {
            return new PersonalDataCensus(
                    connection, application.beans(PersonalDataHolder.class), free);
        }

        private List<String> faults(TestDatabase database, Properties free) throws SQLException {
            try (Connection connection = database.ownerDataSource().getConnection()) {
                return census(connection, free).faults();
            }
        }
    }

    @Nested
    class Sealing {

        private final HiringDesk desk = new HiringDesk(api.as(Person.RITA));

        @Test
        void keepsOfAReportInPlainTextTheVerdictsAlone(TestDatabase database) throws Exception {
            String sql = HiringDesk.newSkill(application, "SQL");
            Badges school = new Badges();
            String job = desk.openJob(requirement(sql, 1));

            String id =
                    desk.submit(
                                    job,
                                    application(
                                            "sealed@example.org",
                                            school.badge("sealed@example.org", sql)))
                            .expect(201)
                            .id();

            try (Connection connection = database.ownerDataSource().getConnection();
                    var query =
                            connection.prepareStatement(
                                    """
                                    select v.report::text, v.sealed, c.issuer_name
                                    from credential c join credential_verification v on v.id = c.verification_id
                                    where c.application_id = ?::uuid
                                    """)) {
                query.setString(1, id);
                var row = query.executeQuery();
                row.next();
                assertThat(row.getString(1))
                        .contains("issuer-trust", "passed")
                        .doesNotContain("Quayside", school.issuerId(), sql);
                assertThat(new String(row.getBytes(2), UTF_8)).doesNotContain("Quayside");
                assertThat(row.getString(3)).isEqualTo("Quayside College");
            }
            assertThat(api.as(Person.RITA).get("/v1/applications/" + id).expect(200).text())
                    .contains("A skill at Quayside", "Quayside College");
        }
    }
}
