package dev.assay.hiring.partners;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.db.testkit.TestDatabase;
import dev.assay.hiring.platform.keycloak.KeycloakAway;
import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.work.EmployerWork;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.AuditTrail;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.testkit.ApiClient;
import dev.assay.hiring.testkit.ApplicationUnderTest;
import dev.assay.hiring.testkit.SetClock;
import dev.assay.hiring.testkit.WithApplication;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A former client while there is no Keycloak to remove it; {@code PartnersIT} has one. */
@WithApplication(shared = true)
class FormerClientsIT {

    private final ApplicationUnderTest node;
    private final ApiClient hana;
    private final TestDatabase database;
    private final SetClock clock = new SetClock(Instant.parse("2031-01-01T12:00:00Z"));

    FormerClientsIT(ApplicationUnderTest node, ApiClient api, TestDatabase database) {
        this.node = node;
        this.hana = api.as(Person.HANA);
        this.database = database;
    }

    @Test
    void isTriedAgainLaterEachTimeUntilKeycloakIsBack() throws SQLException {
        String partner =
                hana.post("/v1/partners", "{\"name\":\"Waiting Board\"}")
                        .expect(201)
                        .json()
                        .path("id")
                        .asString();
        hana.post("/v1/partners/" + partner + "/secret", "{\"overlapHours\":1}").expect(200);
        var actor =
                new Actor.Service(
                        new EmployerId(
                                UUID.fromString(
                                        only(
                                                "select employer_id from partner where id = '%s'"
                                                        .formatted(partner)))),
                        "former-clients");
        FormerClients away = withoutKeycloak();

        assertThat(away.runBatch(actor)).isFalse();
        Instant first = next(away, actor);
        assertThat(first).isEqualTo(clock.instant().plus(Duration.ofSeconds(10)));
        clock.advance(Duration.ofSeconds(9));
        away.runBatch(actor);
        assertThat(next(away, actor)).isEqualTo(first);
        clock.advance(Duration.ofSeconds(1));
        away.runBatch(actor);
        assertThat(next(away, actor)).isEqualTo(clock.instant().plus(Duration.ofSeconds(20)));
        assertThat(hana.get("/v1/partners/" + partner).json().has("formerClientId")).isTrue();

        node.bean(FormerClients.class).runBatch(actor);
        assertThat(hana.get("/v1/partners/" + partner).json().has("formerClientId")).isTrue();
    }

    private FormerClients withoutKeycloak() {
        return new FormerClients(
                node.bean(FormerClientRepository.class),
                node.bean(PartnerRepository.class),
                KeycloakAway.admin(),
                node.bean(TenantTransaction.class),
                node.bean(EmployerWork.class),
                node.bean(AuditTrail.class),
                clock);
    }

    private Instant next(FormerClients clients, Actor.Service actor) {
        return node.bean(TenantTransaction.class)
                .in(actor, () -> clients.nextDue(actor))
                .orElseThrow();
    }

    private String only(String query) throws SQLException {
        try (Connection connection = database.ownerDataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
