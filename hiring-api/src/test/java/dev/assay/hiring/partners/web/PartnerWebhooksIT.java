package dev.assay.hiring.partners.web;

import static dev.assay.hiring.platform.local.SampleRealm.Organization.CEDAR_HEALTH;
import static dev.assay.hiring.platform.local.SampleRealm.Organization.HARBOR_ANALYTICS;
import static dev.assay.hiring.testkit.HiringDesk.application;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.testkit.ApiAnswer;
import dev.assay.hiring.testkit.ApiClient;
import dev.assay.hiring.testkit.Eventually;
import dev.assay.hiring.testkit.HiringDesk;
import dev.assay.hiring.testkit.TestKeycloak;
import dev.assay.hiring.testkit.WebhookReceiver;
import dev.assay.hiring.testkit.WebhookReceiver.Message;
import dev.assay.hiring.testkit.WebhookReceiver.Reply;
import dev.assay.hiring.testkit.WithApplication;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a board is told of the applications it handed in, and what it is not. */
@WithApplication
class PartnerWebhooksIT {

    private static final String PATH = "/v1/partner/webhook-endpoints";
    private static final String EVENTS = "/v1/partner/events?limit=200&after=";

    private final ApiClient rita;
    private final ApiClient hana;
    private final ApiClient partner;
    private final HiringDesk harbor;

    PartnerWebhooksIT(ApiClient api) {
        this.rita = api.as(Person.RITA);
        this.hana = api.as(Person.HANA);
        this.partner = api.withToken(TestKeycloak.get().partnerToken());
        this.harbor = new HiringDesk(rita);
    }

    @Test
    void eachPhaseOfWhatItHandedInComesOnceInOrderAndNothingElse() {
        String job = harbor.openJob();
        try (WebhookReceiver receiver = WebhookReceiver.open()) {
            ApiAnswer added = add(receiver);
            String direct = harbor.apply(job, address());
            String mine = handIn(job);
            move(direct, "{\"to\":\"interview\"}");
            move(mine, "{\"to\":\"in-review\"}");
            move(mine, "{\"to\":\"interview\"}");
            move(mine, "{\"to\":\"withdrawn\",\"reason\":\"candidate-withdrew\"}");

            List<Message> messages = Eventually.get(receiver::messages, got -> got.size() == 4);

            String secret = added.json().path("secret").asString();
            assertThat(messages).allMatch(message -> message.isSignedWith(secret));
            assertThat(messages)
                    .extracting(message -> message.json().at("/data/phase").asString())
                    .containsExactly("new", "in-review", "interview", "withdrawn");
            assertThat(messages)
                    .allSatisfy(message -> {
                        assertThat(message.json().at("/data/applicationId").asString())
                                .isEqualTo(mine);
                        assertThat(message.json().at("/data/attributed").asBoolean()).isTrue();
                        assertThat(message.body())
                                .doesNotContain(direct, "Kim", "@", "reason", "candidate");
                    });
            List<JsonNode> listed = events(0);
            assertThat(listed)
                    .extracting(event -> event.path("sequence").asLong())
                    .isEqualTo(LongStream.rangeClosed(1, listed.size()).boxed().toList());
            assertThat(listed.subList(listed.size() - 4, listed.size()))
                    .extracting(event -> event.path("id").asString())
                    .isEqualTo(messages.stream().map(Message::id).toList());
            // The employer sees it and its log, and may switch it off, no more.
            String seen = "/v1/webhook-endpoints/" + added.id();
            ApiAnswer theirs = hana.get(seen).expect(200);
            assertThat(theirs.json().path("partnerId").isNull()).isFalse();
            assertThat(hana.get(seen + "/deliveries").json().path("items")).hasSize(4);
            hana.patch(seen, theirs.etag(), "{\"url\":\"https://a.example/\"}")
                    .expectProblem(409, "endpoint-of-partner");
            hana.post(seen + "/secret", "{}").expectProblem(409, "endpoint-of-partner");
            hana.patch(seen, theirs.etag(), "{\"enabled\":false}").expect(200);
            remove(added.id());
        }
    }

    @Test
    void whatIsNotGrantedWhenItWouldBeToldIsNotTold() {
        String job = harbor.openJob();
        String other = harbor.openJob();
        String grant = "/v1/partners/" + jobsphere() + "/grant";
        try (WebhookReceiver receiver = WebhookReceiver.open()) {
            // Told nothing at first, so that everything waits.
            receiver.answering(_ -> Reply.of(503));
            String id = add(receiver).id();
            String secret = handIn(job);
            String open = handIn(other);
            Eventually.get(
                    () -> partner.get(PATH + "/" + id).json(),
                    endpoint -> endpoint.path("failures").asInt() == 1);
            try {
                put(
                        grant,
                        "{\"permissions\":[\"status\",\"apply\"],\"jobs\":[\"%s\"]}"
                                .formatted(other));
                int before = receiver.messages().size();
                receiver.answering(_ -> Reply.of(200));
                // Enabled anew, it is tried at once.
                partner.patch(
                                PATH + "/" + id,
                                partner.get(PATH + "/" + id).etag(),
                                "{\"enabled\":true}")
                        .expect(200);
                replayAll(id);

                List<Message> messages =
                        Eventually.get(receiver::messages, got -> got.size() > before);
                assertThat(messages.getLast().body()).contains(open).doesNotContain(secret);
                assertThat(
                                Eventually.get(
                                        () ->
                                                partner.get(
                                                                PATH
                                                                        + "/"
                                                                        + id
                                                                        + "/deliveries?state=withheld")
                                                        .json()
                                                        .path("items"),
                                        items -> items.size() == 1))
                        .hasSize(1);
                assertThat(partner.get(EVENTS + "0").expect(200).text())
                        .contains(open)
                        .doesNotContain(secret);

                put(grant, "{\"permissions\":[\"list\"]}");
                partner.get(EVENTS + "0").expectProblem(403, "forbidden");
                partner.get(PATH).expectProblem(403, "forbidden");
                partner.get(PATH + "/" + id).expectProblem(403, "forbidden");
            } finally {
                put(grant, "{\"permissions\":[\"list\",\"apply\",\"status\"]}");
            }
            remove(id);
        }
    }

    @Test
    void itKeepsItsEndpointsAtEmployersThatLetItFollowAndNamesWhich() {
        partner.at(HARBOR_ANALYTICS).get(EVENTS + "0").expect(200);
        partner.at(CEDAR_HEALTH).get(EVENTS + "0").expectProblem(403, "forbidden");
        rita.get(EVENTS + "0").expectProblem(403, "forbidden");
        ApiAnswer employers =
                hana.post("/v1/webhook-endpoints", "{\"url\":\"https://a.example/\"}").expect(201);
        partner.get(PATH + "/" + employers.id()).expectProblem(404, "not-found");
        assertThat(partner.get(PATH).expect(200).text()).doesNotContain(employers.id());
    }

    private ApiAnswer add(WebhookReceiver receiver) {
        return partner.post(PATH, "{\"url\":\"%s\"}".formatted(receiver.url())).expect(201);
    }

    private void remove(String id) {
        String endpoint = PATH + "/" + id;
        partner.with("If-Match", partner.get(endpoint).etag()).call("DELETE", endpoint).expect(204);
    }

    private void replayAll(String id) {
        List<JsonNode> all = events(0);
        partner.post(
                        PATH + "/" + id + "/replays",
                        "{\"from\":%d,\"to\":%d}"
                                .formatted(
                                        all.getLast().path("sequence").asLong() - 1,
                                        all.getLast().path("sequence").asLong()))
                .expect(202);
    }

    private List<JsonNode> events(long after) {
        List<JsonNode> found = new ArrayList<>();
        partner.get(EVENTS + after).expect(200).json().path("items").forEach(found::add);
        return found;
    }

    private String handIn(String job) {
        return partner.with("Idempotency-Key", UUID.randomUUID().toString())
                .post(
                        "/v1/partner/jobs/" + job + "/applications",
                        application(address()).toString())
                .expect(201)
                .id();
    }

    private void move(String application, String json) {
        rita.post("/v1/applications/" + application + "/transitions", json).expect(200);
    }

    private void put(String grant, String json) {
        hana.with("If-Match", hana.get(grant).etag())
                .call("PUT", grant, ApiClient.JSON, json.getBytes(StandardCharsets.UTF_8))
                .expect(200);
    }

    private String jobsphere() {
        return hana.get("/v1/partners?limit=200")
                .json()
                .path("items")
                .valueStream()
                .filter(one -> one.path("clientId").asString().equals("jobsphere"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
    }

    private static String address() {
        return "kim-" + UUID.randomUUID() + "@example.org";
    }
}
