package dev.assay.hiring.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.assay.hiring.platform.fetch.Receivers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody's server that is told what happens, and checks it with a public library. */
public final class WebhookReceiver implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    static {
        // Else the JDK's server waits for more to send, and every message takes 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpsServer server;
    private final String url;
    private final List<Message> messages = new CopyOnWriteArrayList<>();
    private volatile Function<Message, Reply> answers = _ -> Reply.of(204);

    private WebhookReceiver(HttpsServer server) {
        this.server = server;
        this.url = Receivers.publish(server.getAddress());
    }

    /** One that takes everything. */
    public static WebhookReceiver open() {
        try {
            HttpsServer server =
                    HttpsServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
            server.setHttpsConfigurator(new HttpsConfigurator(Receivers.tls()));
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            WebhookReceiver receiver = new WebhookReceiver(server);
            server.createContext("/hook", receiver::take);
            server.start();
            return receiver;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** How it answers from now on. */
    public WebhookReceiver answering(Function<Message, Reply> how) {
        answers = how;
        return this;
    }

    public String url() {
        return url;
    }

    /** Everything it ever got, in the order it came. */
    public List<Message> messages() {
        return List.copyOf(messages);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            Message message =
                    new Message(
                            HttpHeaders.of(exchange.getRequestHeaders(), (_, _) -> true),
                            new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            messages.add(message);
            Reply reply = answers.apply(message);
            reply.headers().forEach(exchange.getResponseHeaders()::add);
            byte[] body = reply.body().getBytes(UTF_8);
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** One request as it came. */
    public record Message(HttpHeaders headers, String body) {

        public String id() {
            return headers.firstValue("webhook-id").orElse("");
        }

        public JsonNode json() {
            return JSON.readTree(body);
        }

        public String type() {
            return json().path("type").asString();
        }

        /** Whether the library of Standard Webhooks takes it under this secret. */
        public boolean isSignedWith(String secret) {
            try {
                new Webhook(secret).verify(body, headers);
                return true;
            } catch (WebhookVerificationException refused) {
                return false;
            }
        }
    }

    /** What it answers. */
    public record Reply(int status, Map<String, String> headers, String body) {

        public static Reply of(int status) {
            return new Reply(status, Map.of(), "");
        }
    }
}
