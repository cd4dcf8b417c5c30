package dev.assay.hiring.platform.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Posts over plain http to a server on this very machine, for somebody who tries out their own. A
 * node never does: this is for commands alone. Answers like a {@link PostConversation}.
 */
public final class LoopbackPost implements AutoCloseable {

    private static final int BEGINNING = 2_048;

    private final URI address;
    private final HttpClient client;

    private LoopbackPost(URI address) {
        this.address = address;
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .proxy(HttpClient.Builder.NO_PROXY)
                        .build();
    }

    /** Empty unless it is an http address of this machine. */
    public static Optional<LoopbackPost> to(String address) {
        try {
            URI uri = URI.create(address);
            boolean plain = "http".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null;
            return plain && isHere(uri.getHost())
                    ? Optional.of(new LoopbackPost(uri))
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static boolean isHere(String host) {
        try {
            return Arrays.stream(InetAddress.getAllByName(host))
                    .allMatch(InetAddress::isLoopbackAddress);
        } catch (UnknownHostException _) {
            return false;
        }
    }

    /**
     * Posts JSON.
     *
     * @param within for everything, to the last byte read
     */
    public Posted post(byte[] body, Map<String, String> headers, Duration within) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        CompletableFuture<Posted> answer =
                client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofInputStream())
                        .thenApplyAsync(LoopbackPost::answered);
        try {
            return answer.get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            answer.cancel(true);
            return new Posted.Failed(FetchFault.TIMED_OUT);
        } catch (ExecutionException failure) {
            return new Posted.Failed(
                    failure.getCause() instanceof ConnectException
                            ? FetchFault.CONNECT_FAILED
                            : FetchFault.BROKEN_ANSWER);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Posted.Failed(FetchFault.BUSY);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private static Posted answered(HttpResponse<InputStream> response) {
        byte[] beginning;
        try (InputStream body = response.body()) {
            beginning = body.readNBytes(BEGINNING);
        } catch (IOException _) {
            // The status has been said, and counts.
            beginning = new byte[0];
        }
        return new Posted.Answered(
                response.statusCode(),
                response.headers().firstValue("Retry-After"),
                new String(beginning, StandardCharsets.UTF_8));
    }
}
