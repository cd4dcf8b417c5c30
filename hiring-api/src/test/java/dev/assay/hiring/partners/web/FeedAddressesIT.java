package dev.assay.hiring.partners.web;

import static dev.assay.hiring.testkit.HiringDesk.requirement;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.db.testkit.TestDatabase;
import dev.assay.hiring.partners.PartnerId;
import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.testkit.ApiAnswer;
import dev.assay.hiring.testkit.ApiClient;
import dev.assay.hiring.testkit.ApplicationUnderTest;
import dev.assay.hiring.testkit.HiringDesk;
import dev.assay.hiring.testkit.SampleMembers;
import dev.assay.hiring.testkit.WithApplication;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Files of postings at addresses, for boards that can send no token. */
@WithApplication
class FeedAddressesIT {

    private final ApiClient anyone;
    private final ApiClient rita;
    private final ApiClient hana;
    private final ApiClient omar;
    private final TestDatabase database;
    private final HiringDesk harbor;
    private final String skill;
    private final PartnerId id;
    private final String partner;
    private final String addresses;

    FeedAddressesIT(ApplicationUnderTest application, ApiClient api, TestDatabase database) {
        this.anyone = api;
        this.rita = api.as(Person.RITA);
        this.hana = api.as(Person.HANA);
        this.omar = api.as(Person.OMAR);
        this.database = database;
        this.harbor = new HiringDesk(rita);
        this.skill = HiringDesk.newSkill(application, "SQL");
        this.id = SampleMembers.newPartner(application, "Fetches");
        this.partner = "/v1/partners/" + id;
        this.addresses = partner + "/feed-addresses";
    }

    @Test
    void aBoardFetchesWhatItWasGrantedByAnAddressUntilThatIsRevoked() {
        String granted = openJob();
        String other = openJob();
        grant("{\"permissions\":[\"list\"],\"jobs\":[\"%s\"]}".formatted(granted));
        ApiAnswer made = hana.post(addresses, "{\"kind\":\"rss\"}").expect(201);
        String path = pathOf(made);

        ApiAnswer file = anyone.get(path).expect(200);

        assertThat(file.text()).contains(granted, "src=").doesNotContain(other);
        assertThat(file.header("Content-Type").orElse("")).startsWith("application/rss+xml");
        assertThat(file.header("X-Robots-Tag")).contains("noindex");
        assertThat(file.header("RateLimit").orElse("")).contains("calls", "costly");
        anyone.with("If-None-Match", file.etag()).get(path).expect(304);
        JsonNode pulls = rita.get(partner + "/feeds").expect(200).json().path("items");
        assertThat(pulls).hasSize(1);
        assertThat(pulls.at("/0/kind").asString()).isEqualTo("rss");
        assertThat(pulls.at("/0/items").asInt()).isEqualTo(1);
        assertThat(pulls.at("/0/etag").asString()).isEqualTo(file.etag());

        String next = make("rss");
        ApiAnswer listed = rita.get(addresses).expect(200);
        assertThat(listed.json().at("/items/0/id").asString()).isEqualTo(made.id());
        assertThat(listed.json().at("/items/0/pulledAt").isNull()).isFalse();
        assertThat(listed.json().at("/items/1/pulledAt").isNull()).isTrue();
        assertThat(listed.text()).doesNotContain("url", ending(path), ending(next));

        hana.call("DELETE", addresses + "/" + made.id()).expect(204);
        anyone.get(path).expectProblem(404, "not-found");
        hana.call("DELETE", addresses + "/" + made.id()).expectProblem(404, "not-found");
        assertThat(rita.get(addresses).json().path("items")).hasSize(1);
        anyone.get(next).expect(200);
    }

    @Test
    void whatIsNotInForceIsAsWhatNeverWas() throws SQLException {
        openJob();
        grant("{\"permissions\":[\"list\",\"apply\"]}");
        String path = make("indeed");
        assertThat(anyone.get(path).expect(200).text()).contains("expectedJobCount");
        String ending = ending(path);
        byte[] cedars = Base64.getUrlDecoder().decode(ending);
        UUID cedar = SampleMembers.CEDAR.value();
        ByteBuffer.wrap(cedars)
                .putLong(cedar.getMostSignificantBits())
                .putLong(cedar.getLeastSignificantBits());
        String never = missing("/feeds/indeed/nonsense");

        for (String wrong :
                List.of(
                        "/feeds/rss/" + ending,
                        "/feeds/atom/" + ending,
                        "/feeds/indeed/" + ending.substring(1),
                        "/feeds/indeed/"
                                + ending.substring(0, ending.length() - 1)
                                + (ending.endsWith("A") ? "B" : "A"),
                        "/feeds/indeed/" + Base64.getUrlEncoder().encodeToString(cedars))) {
            assertThat(missing(wrong)).as(wrong).isEqualTo(never);
        }
        grant("{\"permissions\":[\"apply\",\"status\"]}");
        assertThat(missing(path)).isEqualTo(never);
        grant("{\"permissions\":[\"list\"]}");
        anyone.get(path).expect(200);
        disable();
        assertThat(missing(path)).isEqualTo(never);
    }

    @Test
    void onlyHrAdminsOfTheEmployerMakeAndRevokeAddresses() {
        String made = hana.post(addresses, "{\"kind\":\"linkedin\"}").expect(201).id();

        rita.post(addresses, "{\"kind\":\"rss\"}").expectProblem(403, "forbidden");
        rita.call("DELETE", addresses + "/" + made).expectProblem(403, "forbidden");
        omar.get(addresses).expectProblem(404, "not-found");
        hana.post(addresses, "{\"kind\":\"search\"}").expectProblem(400, "wrong-type", "/kind");
        assertThat(rita.get(addresses).expect(200).json().path("items")).hasSize(1);
    }

    private String make(String kind) {
        return pathOf(hana.post(addresses, "{\"kind\":\"%s\"}".formatted(kind)).expect(201));
    }

    /** Tests reach the node by another host than the one that is made public. */
    private static String pathOf(ApiAnswer made) {
        return URI.create(made.json().path("url").asString()).getRawPath();
    }

    private static String ending(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private String missing(String path) {
        return anyone.get(path)
                .expectProblem(404, "not-found")
                .text()
                .replaceAll("[0-9a-f]{32}", "");
    }

    private String openJob() {
        String job = harbor.openJob(requirement(skill, 3));
        String path = "/v1/jobs/" + job;
        rita.patch(
                        path,
                        rita.get(path).etag(),
                        "{\"locations\":[{\"city\":\"Harbor City\",\"region\":\"WA\",\"country\":\"US\"}]}")
                .expect(200);
        return job;
    }

    private void grant(String json) {
        String grant = partner + "/grant";
        ApiAnswer now = hana.get(grant);
        ApiClient caller = now.status() == 200 ? hana.with("If-Match", now.etag()) : hana;
        caller.call("PUT", grant, ApiClient.JSON, json.getBytes(StandardCharsets.UTF_8))
                .expect(200);
    }

    /** There is no client at Keycloak to be told. */
    private void disable() throws SQLException {
        try (Connection connection = database.ownerDataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("update partner set disabled = true where id = '%s'".formatted(id));
        }
    }
}
