package dev.assay.hiring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.assay.hiring.platform.fetch.PostGuard;
import dev.assay.hiring.platform.fetch.Receivers;
import dev.assay.hiring.testkit.WebhookReceiver;
import dev.assay.hiring.testkit.WebhookReceiver.Message;
import dev.assay.hiring.testkit.WebhookReceiver.Reply;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command on receivers of the tests', over https as to anybody, and on this machine. */
class PartnerCheckCommandTest {

    private static final String SECRET = "whsec_dGhpcy1pcy1hLXNhbXBsZS1mb3ItdGhlLWRvY3MtMDE=";

    private final StringWriter out = new StringWriter();
    private final PostGuard guard = Receivers.guard();

    @AfterEach
    void close() {
        guard.close();
    }

    @Test
    void aGoodReceiverIsWellAndABadOneIsToldWhatToDo() {
        try (WebhookReceiver receiver = WebhookReceiver.open()) {
            receiver.answering(message -> Reply.of(message.isSignedWith(SECRET) ? 204 : 401));

            assertThat(run(receiver.url(), "--secret", SECRET)).isZero();
            assertThat(out.toString())
                    .contains(receiver.url() + ": well")
                    .containsPattern("refuses old messages +passed +answered 401")
                    // How fast it is, is the machine's matter.
                    .doesNotContainPattern("(takes|refuses|says|itself).* advised")
                    .doesNotContain("failed", "unchecked", SECRET);

            receiver.answering(_ -> Reply.of(200));
            assertThat(run(receiver.url(), "--secret", SECRET)).isEqualTo(1);
            assertThat(out.toString())
                    .contains("SOMETHING IS WRONG")
                    .containsPattern(
                            "refuses foreign secrets +failed +answered 200: anybody can have it believe")
                    .doesNotContain(SECRET);
        }
        assertThat(run(Receivers.intoAPrivateNetwork(), "--secret", SECRET)).isEqualTo(64);
        assertThat(out.toString()).contains("the host is not on the public internet");
    }

    @Test
    void onThisMachineItTriesPlainHttpWhenAskedToAndNothingElse() throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/hook",
                exchange -> {
                    Message message =
                            new Message(
                                    HttpHeaders.of(exchange.getRequestHeaders(), (_, _) -> true),
                                    new String(exchange.getRequestBody().readAllBytes(), UTF_8));
                    exchange.sendResponseHeaders(message.isSignedWith(SECRET) ? 204 : 401, -1);
                    exchange.close();
                });
        server.start();
        String url = "http://localhost:" + server.getAddress().getPort() + "/hook";
        try {
            assertThat(run(url, "--secret", SECRET)).isEqualTo(64);
            assertThat(out.toString()).contains("the address is not https", "--local");
            assertThat(run(url, "--local", "--json", "--secret", SECRET)).isZero();
            JsonNode report = new JsonMapper().readTree(out.toString());
            assertThat(report.path("outcome").asString()).isEqualTo("passed");
            assertThat(report.path("checks")).hasSize(16);
            assertThat(report.at("/checks/0/name").asString()).isEqualTo("takes a signed event");
        } finally {
            server.stop(0);
        }
        assertThat(run(url, "--local", "--secret", SECRET)).isEqualTo(2);
        assertThat(out.toString()).containsPattern("takes a signed event +unchecked");
        assertThat(run("http://example.org/hook", "--local", "--secret", SECRET)).isEqualTo(64);
        assertThat(run("https://localhost/hook", "--local", "--secret", SECRET)).isEqualTo(64);
    }

    @Test
    void aSecretThatIsNoneIsNotPrinted() {
        try (WebhookReceiver receiver = WebhookReceiver.open()) {
            assertThat(run(receiver.url(), "--secret", "whsec_%%%")).isEqualTo(64);
            assertThat(out.toString()).contains("whsec_ and base 64").doesNotContain("%%%");
            assertThat(receiver.messages()).isEmpty();
        }
        assertThat(run("https://hooks.example.org/", "--secret", "")).isEqualTo(64);
        assertThat(out.toString())
                .startsWith("There is no secret")
                .contains("ASSAY_WEBHOOK_SECRET", "--help")
                .hasLineCount(2);
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        return PartnerCheckCommand.run(guard, new PrintWriter(out, true), arguments);
    }
}
