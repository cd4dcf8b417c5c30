package dev.assay.hiring.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.assay.hiring.HiringApplication;
import dev.assay.hiring.platform.fetch.Receivers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.Executors;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * A node as {@link HiringApplication} starts it, in a web that has one receiver more: what it sends
 * to {@link #HOOK} goes to a server on this machine, as through its owner's proxy. While nothing
 * listens there the proxy answers 502.
 */
public final class NodeWithReceiver {

    /** Where the receiver is, as far as the node knows. */
    public static final String HOOK = "https://board.receivers.example/hook";

    /** The system property that says on which port of this machine it really is. */
    public static final String PORT = "drill.receiver.port";

    private final URI behind;
    private final HttpClient http = HttpClient.newHttpClient();

    private NodeWithReceiver(URI behind) {
        this.behind = behind;
    }

    /** As {@link HiringApplication#main}, for programs that start one in a process of its own. */
    public static void main(String[] arguments) throws IOException {
        new NodeWithReceiver(
                        URI.create("http://127.0.0.1:" + System.getProperty(PORT, "9") + "/hook"))
                .open();
        new SpringApplicationBuilder(HiringApplication.class)
                .properties("spring.config.import=classpath:hiring-api.yml")
                .initializers(starting ->
                        starting.getBeanFactory().addBeanPostProcessor(new ReceiversInReach()))
                .run(arguments);
    }

    private void open() throws IOException {
        HttpsServer server =
                HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setHttpsConfigurator(new HttpsConfigurator(Receivers.tls()));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/hook", this::pass);
        server.start();
        Receivers.publish(URI.create(HOOK).getHost(), server.getAddress());
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(behind)
                            .POST(
                                    HttpRequest.BodyPublishers.ofByteArray(
                                            exchange.getRequestBody().readAllBytes()));
            exchange.getRequestHeaders().entrySet().stream()
                    .filter(field ->
                            field.getKey()
                                    .toLowerCase(java.util.Locale.ROOT)
                                    .startsWith("webhook-"))
                    .forEach(field ->
                            field.getValue()
                                    .forEach(value -> request.header(field.getKey(), value)));
            exchange.sendResponseHeaders(answered(request.build()), -1);
        }
    }

    private int answered(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException _) {
            return 502;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return 502;
        }
    }
}
