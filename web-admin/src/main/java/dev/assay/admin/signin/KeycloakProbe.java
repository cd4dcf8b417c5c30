package dev.assay.admin.signin;

import dev.assay.hiring.platform.security.IdentityProperties;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Whether the sign-in service answers, asked before somebody is sent there: a browser that ends at
 * a dead address explains nothing. An answer holds for a few seconds.
 */
@Component
class KeycloakProbe {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration HOLDS_FOR = Duration.ofSeconds(3);

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final IdentityProperties identity;
    private final Clock clock;

    private volatile Answer last = new Answer(false, Instant.MIN);

    KeycloakProbe(IdentityProperties identity, Clock clock) {
        this.identity = identity;
        this.clock = clock;
    }

    boolean answers() {
        Instant now = clock.instant();
        Answer known = last;
        if (known.until().isAfter(now)) {
            return known.answers();
        }
        Answer fresh = new Answer(ask(), now.plus(HOLDS_FOR));
        last = fresh;
        return fresh.answers();
    }

    private boolean ask() {
        HttpRequest request = HttpRequest.newBuilder(identity.keys()).timeout(PATIENCE).build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException away) {
            return false;
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private record Answer(boolean answers, Instant until) {}
}
