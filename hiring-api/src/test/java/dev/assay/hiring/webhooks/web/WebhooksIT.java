package dev.assay.hiring.webhooks.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.db.testkit.TestDatabase;
import dev.assay.hiring.platform.fetch.Receivers;
import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.testkit.ApiAnswer;
import dev.assay.hiring.testkit.ApiClient;
import dev.assay.hiring.testkit.Eventually;
import dev.assay.hiring.testkit.WebhookReceiver;
import dev.assay.hiring.testkit.WebhookReceiver.Message;
import dev.assay.hiring.testkit.WebhookReceiver.Reply;
import dev.assay.hiring.testkit.WithApplication;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An employer's endpoints, whose receivers check what they get with a public library. */
@WithApplication
class WebhooksIT {

    private static final String PATH = "/v1/webhook-endpoints";

    private final ApiClient rita;
    private final ApiClient hana;
    private final ApiClient ada;
    private final ApiClient omar;
    private final TestDatabase database;

    WebhooksIT(ApiClient api, TestDatabase database) {
        this.rita = api.as(Person.RITA);
        this.hana = api.as(Person.HANA);
        this.ada = api.as(Person.ADA);
        this.omar = api.as(Person.OMAR);
        this.database = database;
    }

    @Test
    void everyEventComesOnceInOrderSignedAndAnotherEmployersNever() {
        try (WebhookReceiver receiver = WebhookReceiver.open()) {
            ApiAnswer added = add(receiver.url(), "job.created");
            String secret = added.json().path("secret").asString();
            omar.post("/v1/jobs", job()).expect(201);
            List<String> jobs = IntStream.range(0, 60).mapToObj(_ -> newJob()).toList();

            List<Message> messages =
                    Eventually.get(receiver::messages, got -> got.size() >= jobs.size());

            assertThat(messages).allMatch(message -> message.isSignedWith(secret));
            assertThat(messages)
                    .extracting(message -> message.json().at("/data/subject/id").asString())
                    .isEqualTo(jobs);
            assertThat(messages).extracting(Message::id).doesNotHaveDuplicates();
            assertThat(messages).extracting(Message::type).containsOnly("job.created");
            assertThat(messages.getFirst().headers().firstValue("webhook-signature").orElseThrow())
                    .contains("v1,", " v1a,");
            JsonNode delivered =
                    Eventually.get(
                            () -> deliveries(added.id(), "?state=delivered&limit=200"),
                            log -> log.size() == jobs.size());
            assertThat(delivered.at("/0/status").asInt()).isEqualTo(204);
            assertThat(delivered.at("/0/eventId").asString()).isEqualTo(messages.getLast().id());
            assertThat(
                            ada.get(PATH + "/" + added.id())
                                    .expect(200)
                                    .json()
                                    .path("deliveredAt")
                                    .isNull())
                    .isFalse();
        }
    }

    @Test
    void aReceiverThatIsAwayGetsEverythingInOrderWhenItIsBack() throws SQLException {
        try (WebhookReceiver receiver = WebhookReceiver.open()) {
            receiver.answering(_ -> new Reply(503, Map.of("Retry-After", "3600"), "busy"));
            String id = add(receiver.url(), "job.created").id();
            List<String> jobs = List.of(newJob(), newJob(), newJob());

            JsonNode held =
                    Eventually.get(
                            () -> hana.get(PATH + "/" + id).json(),
                            endpoint -> endpoint.path("failures").asInt() == 1);

            assertThat(receiver.messages()).hasSize(1);
            assertThat(Instant.parse(held.path("heldUntil").asString()))
                    .isAfter(Instant.now().plusSeconds(3_000));
            JsonNode tried = hana.get(PATH + "/" + id + "/attempts").json().at("/items/0");
            assertThat(tried.path("response").asString()).isEqualTo("busy");
            assertThat(tried.path("taken").asBoolean()).isFalse();

            receiver.answering(_ -> Reply.of(200));
            sql("update webhook_endpoint set held_until = now() where id = '" + id + "'");
            sql(
                    "update webhook_delivery set next_attempt_at = now() where endpoint_id = '"
                            + id
                            + "'");
            sql("update employer_work set due_at = now() where topic = 'webhooks'");

            List<Message> messages = Eventually.get(receiver::messages, got -> got.size() >= 4);
            assertThat(messages.subList(1, 4))
                    .extracting(message -> message.json().at("/data/subject/id").asString())
                    .isEqualTo(jobs);
            assertThat(messages.get(0).id()).isEqualTo(messages.get(1).id());
            assertThat(messages.get(0).body()).isEqualTo(messages.get(1).body());
        }
    }

    @Test
    void whatIsRefusedWaitsAndTheRestGoesOn() {
        try (WebhookReceiver receiver = WebhookReceiver.open()) {
            List<String> refused = new ArrayList<>();
            String id = add(receiver.url(), "job.created").id();
            receiver.answering(message -> {
                boolean first = receiver.messages().size() == 1;
                if (first) {
                    refused.add(message.id());
                }
                return first
                        ? new Reply(302, Map.of("Location", "https://10.0.0.7/"), "")
                        : Reply.of(200);
            });
            newJob();
            newJob();

            Eventually.get(() -> deliveries(id, "?state=delivered"), log -> log.size() == 1);
            JsonNode waiting = deliveries(id, "?state=waiting");
            assertThat(waiting.at("/0/eventId").asString()).isEqualTo(refused.getFirst());
            assertThat(waiting.at("/0/status").asInt()).isEqualTo(302);
            assertThat(waiting.at("/0/attempts").asInt()).isEqualTo(1);

            hana.post(PATH + "/" + id + "/replays", "{\"eventId\":\"" + refused.getFirst() + "\"}")
                    .expect(202);

            List<Message> all = Eventually.get(receiver::messages, got -> got.size() == 3);
            assertThat(all.getLast().id()).isEqualTo(refused.getFirst());
        }
    }

    @Test
    void aRangeIsReplayedUnderTheSameIds() {
        try (WebhookReceiver receiver = WebhookReceiver.open()) {
            String id = add(receiver.url(), "job.created").id();
            newJob();
            newJob();
            List<Message> first = Eventually.get(receiver::messages, got -> got.size() == 2);
            long from = first.getFirst().json().at("/data/sequence").asLong();
            long to = first.getLast().json().at("/data/sequence").asLong();

            ApiAnswer replayed =
                    hana.post(
                                    PATH + "/" + id + "/replays",
                                    "{\"from\":%d,\"to\":%d}".formatted(from, to))
                            .expect(202);

            assertThat(replayed.json().path("messages").asInt()).isEqualTo(2);
            List<Message> all = Eventually.get(receiver::messages, got -> got.size() == 4);
            assertThat(all.subList(2, 4))
                    .extracting(Message::id)
                    .isEqualTo(List.of(first.get(0).id(), first.get(1).id()));
            hana.post(PATH + "/" + id + "/replays", "{\"from\":1,\"to\":10001}")
                    .expectProblem(422, "invalid-input", "/to");
            hana.post(PATH + "/" + id + "/replays", "{\"from\":1}")
                    .expectProblem(422, "invalid-input", "");
        }
    }

    @Test
    void whoIsGoneOrAwayToTheEndOfTheScheduleIsPausedAndOthersAreTold() throws SQLException {
        try (WebhookReceiver gone = WebhookReceiver.open();
                WebhookReceiver watcher = WebhookReceiver.open()) {
            gone.answering(_ -> Reply.of(410));
            add(watcher.url(), "webhook-endpoint.paused");
            String left = add(gone.url(), "job.created").id();
            String dead = add("https://nobody.receivers.example/hook", "job.created").id();
            newJob();

            paused(left, "gone");
            Eventually.get(
                    () -> hana.get(PATH + "/" + dead).json(),
                    endpoint -> endpoint.path("failures").asInt() == 1);
            sql(
                    "update webhook_endpoint set failures = 9, held_until = now() where id = '"
                            + dead
                            + "'");
            sql("update employer_work set due_at = now() where topic = 'webhooks'");

            paused(dead, "unreachable");
            List<Message> told = Eventually.get(watcher::messages, got -> got.size() == 2);
            assertThat(told)
                    .extracting(message -> message.json().at("/data/details/reason").asString())
                    .containsExactly("gone", "unreachable");
            assertThat(deliveries(dead, "?state=waiting")).hasSize(1);
            // Nothing was lost: enabled again, it goes on where it stopped.
            gone.answering(_ -> Reply.of(200));
            ApiAnswer now = hana.get(PATH + "/" + left);
            assertThat(
                            hana.patch(PATH + "/" + left, now.etag(), "{\"enabled\":true}")
                                    .expect(200)
                                    .json()
                                    .path("paused")
                                    .isNull())
                    .isTrue();
            Eventually.get(() -> deliveries(left, "?state=delivered"), log -> log.size() == 1);
        }
    }

    /** By what is under way, not by how long it takes. */
    @Test
    void whileHostileReceiversKeepTheirLanesOthersGetEverything() {
        CountDownLatch over = new CountDownLatch(1);
        CountDownLatch reached = new CountDownLatch(3);
        try (WebhookReceiver good = WebhookReceiver.open()) {
            List<String> hostile =
                    List.of(
                            Receivers.hostile((_, out) -> {
                                reached.countDown();
                                await(over);
                            }),
                            Receivers.hostile((_, out) -> {
                                reached.countDown();
                                say(out, "HTTP/1.1 200 OK\r\nX-Drip: ");
                                await(over);
                            }),
                            Receivers.hostile((_, out) -> {
                                reached.countDown();
                                say(out, "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n");
                                await(over);
                            }),
                            Receivers.intoAPrivateNetworkLater());
            List<String> ids = hostile.stream().map(url -> add(url, "job.created").id()).toList();
            add(good.url(), "job.created");
            newJob();
            await(reached);

            List<String> jobs = IntStream.range(0, 20).mapToObj(_ -> newJob()).toList();

            List<Message> messages = Eventually.get(good::messages, got -> got.size() == 21);
            assertThat(messages.subList(1, 21))
                    .extracting(message -> message.json().at("/data/subject/id").asString())
                    .isEqualTo(jobs);
            assertThat(over.getCount()).isEqualTo(1);
            for (String id : ids) {
                assertThat(deliveries(id, "?state=delivered")).isEmpty();
            }
            assertThat(
                            hana.get(PATH + "/" + ids.get(3) + "/attempts")
                                    .json()
                                    .at("/items/0/fault")
                                    .asString())
                    .isEqualTo("address-not-public");
        } finally {
            over.countDown();
        }
    }

    @Test
    void aChangedSecretSignsBesideTheFormerOneForAWhileAndAPingTellsHowItIs() throws SQLException {
        try (WebhookReceiver receiver = WebhookReceiver.open()) {
            ApiAnswer added = add(receiver.url(), "job.created");
            String endpoint = PATH + "/" + added.id();
            String former = added.json().path("secret").asString();
            ApiAnswer changed = hana.post(endpoint + "/secret", "{\"overlapHours\":1}").expect(200);
            String current = changed.json().path("secret").asString();

            JsonNode pinged = hana.call("POST", endpoint + "/ping").expect(200).json();

            Message ping = receiver.messages().getFirst();
            assertThat(pinged.path("taken").asBoolean()).isTrue();
            assertThat(ping.type()).isEqualTo("webhook.ping");
            assertThat(ping.isSignedWith(former)).isTrue();
            assertThat(ping.isSignedWith(current)).isTrue();
            assertThat(hana.get(endpoint).expect(200).json().has("secret")).isFalse();

            sql("update webhook_endpoint set former_until = now() where id = '" + added.id() + "'");
            hana.call("POST", endpoint + "/ping").expect(200);

            assertThat(receiver.messages().getLast().isSignedWith(former)).isFalse();
            assertThat(receiver.messages().getLast().isSignedWith(current)).isTrue();
            hana.post(endpoint + "/secret", "{\"overlapHours\":169}")
                    .expectProblem(422, "invalid-input", "/overlapHours");
        }
    }

    @Test
    void onlyHrAdminsKeepEndpointsAndOnlyToPublicHosts() {
        rita.post(PATH, "{\"url\":\"https://a.example/\"}").expectProblem(403, "forbidden");
        rita.get(PATH).expectProblem(403, "forbidden");
        ada.get(PATH).expect(200);
        ada.post(PATH, "{\"url\":\"https://a.example/\"}").expectProblem(403, "forbidden");
        for (String url :
                List.of(
                        "http://a.example/",
                        "https://10.0.0.1/",
                        "https://localhost/",
                        Receivers.intoAPrivateNetwork())) {
            hana.post(PATH, "{\"url\":\"%s\"}".formatted(url))
                    .expectProblem(422, "invalid-input", "/url");
        }
        hana.post(PATH, "{\"url\":\"https://a.example/\",\"types\":[\"Job created\"]}")
                .expectProblem(422, "invalid-input", "/types/0");
        ApiAnswer added = add("https://a.example/", "job.*");
        String endpoint = PATH + "/" + added.id();
        hana.patch(endpoint, "\"9\"", "{\"enabled\":false}").expectProblem(412, "stale-version");
        hana.patch(endpoint, added.etag(), "{\"url\":\"https://10.0.0.1/\"}")
                .expectProblem(422, "invalid-input", "/url");
        hana.with("If-Match", added.etag()).call("DELETE", endpoint).expect(204);
        hana.get(endpoint).expectProblem(404, "not-found");
    }

    private ApiAnswer add(String url, String type) {
        return hana.post(PATH, "{\"url\":\"%s\",\"types\":[\"%s\"]}".formatted(url, type))
                .expect(201);
    }

    private void paused(String id, String reason) {
        Eventually.get(
                () -> hana.get(PATH + "/" + id).json(),
                endpoint -> endpoint.path("paused").asString("").equals(reason));
    }

    private JsonNode deliveries(String id, String query) {
        return hana.get(PATH + "/" + id + "/deliveries" + query).expect(200).json().path("items");
    }

    private String newJob() {
        return rita.post("/v1/jobs", job()).expect(201).id();
    }

    private static String job() {
        return "{\"title\":\"A\",\"description\":\"B\"}";
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = database.ownerDataSource().getConnection();
                Statement running = connection.createStatement()) {
            running.execute(statement);
        }
    }

    private static void say(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
