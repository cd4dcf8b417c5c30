package dev.assay.hiring.platform.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** An address that answers 200 once something is ready, and anything or nothing before. */
final class Readiness {
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration ONE_TRY = Duration.ofSeconds(5);
    private static final int OK = 200;

    private final URI address;

    private Readiness(URI address) {
        this.address = address;
    }

    static Readiness of(URI address) {
        return new Readiness(address);
    }

    /**
     * Asks until the answer is 200.
     *
     * @param stillWorthwhile throws when there is nothing left to wait for
     */
    void await(Duration patience, Runnable stillWorthwhile) {
        long end = System.nanoTime() + patience.toNanos();
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(ONE_TRY).build()) {
            while (!answers(client)) {
                stillWorthwhile.run();
                if (System.nanoTime() - end > 0) {
                    throw new LocalRunException(
                            "%s was not ready after %d s".formatted(address, patience.toSeconds()));
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalRunException("interrupted while waiting for " + address, e);
        }
    }

    private boolean answers(HttpClient client) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address).timeout(ONE_TRY).build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException notYet) {
            return false;
        }
    }
}
