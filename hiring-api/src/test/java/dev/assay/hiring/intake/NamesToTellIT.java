package dev.assay.hiring.intake;

import static dev.assay.hiring.testkit.HiringDesk.application;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.db.testkit.TestDatabase;
import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.testkit.ApiClient;
import dev.assay.hiring.testkit.ApplicationUnderTest;
import dev.assay.hiring.testkit.Eventually;
import dev.assay.hiring.testkit.HiringDesk;
import dev.assay.hiring.testkit.Newcomers;
import dev.assay.hiring.testkit.SampleMembers;
import dev.assay.hiring.testkit.WithApplication;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** When names are shown or withheld of more people than one transaction is to tell of. */
@WithApplication(shared = true)
class NamesToTellIT {

    private final ApiClient rita;
    private final HiringDesk desk;
    private final TestDatabase database;
    private final NamesToTell names;
    private final NamesToTellRepository repository;
    private final TenantTransaction transactions;

    NamesToTellIT(ApplicationUnderTest node, ApiClient api, TestDatabase database) {
        this.rita = api.as(Person.RITA);
        this.desk = new HiringDesk(rita);
        this.database = database;
        this.names = node.bean(NamesToTell.class);
        this.repository = node.bean(NamesToTellRepository.class);
        this.transactions = node.bean(TenantTransaction.class);
    }

    @Test
    void whoComesAfterTheFirstPortionIsToldOfSoonAndNobodyTwice() throws SQLException {
        String job = desk.openJob();
        List<String> people =
                Stream.generate(() ->
                                desk.submit(job, application(Newcomers.address()))
                                        .expect(201)
                                        .json()
                                        .path("candidateId")
                                        .asString())
                        .limit(3)
                        .sorted()
                        .toList();
        Actor actor = SampleMembers.administratorOf(employerOf(job));
        JobId id = new JobId(UUID.fromString(job));

        transactions.in(
                actor,
                () -> {
                    names.begin(actor, id, 1);
                    assertThat(repository.next(actor.employer()))
                            .contains(
                                    new NamesToTellRepository.Rest(
                                            id,
                                            new CandidateId(UUID.fromString(people.getFirst()))));
                });

        assertThat(Eventually.get(this::told, told -> told.size() >= 3))
                .containsExactlyInAnyOrderElementsOf(people);
        assertThat(transactions.in(actor, () -> repository.next(actor.employer()))).isEmpty();
    }

    private List<String> told() {
        return rita.get("/v1/events?limit=200&type=candidate.shown")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(event -> event.at("/subject/id").asString())
                .toList();
    }

    private EmployerId employerOf(String job) throws SQLException {
        try (Connection connection = database.ownerDataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "select employer_id from job where id = '%s'".formatted(job))) {
            row.next();
            return new EmployerId(row.getObject(1, UUID.class));
        }
    }
}
