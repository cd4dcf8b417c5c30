package dev.assay.hiring.platform.keycloak;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.JsonNode;

/** The service account's access token, asked for anew shortly before it ends. */
final class AdminTokens {

    private static final Duration RESERVE = Duration.ofSeconds(20);

    private final RestClient http;
    private final URI endpoint;
    private final AdminClientProperties client;
    private final Clock clock;
    private volatile Optional<Token> known = Optional.empty();

    AdminTokens(RestClient http, URI endpoint, AdminClientProperties client, Clock clock) {
        this.http = http;
        this.endpoint = endpoint;
        this.client = client;
        this.clock = clock;
    }

    /** Two callers at once may both ask Keycloak; both get a good token. */
    String current() {
        Instant now = clock.instant();
        Optional<Token> usable = known.filter(token -> now.isBefore(token.renewAt()));
        if (usable.isPresent()) {
            return usable.get().text();
        }
        Token token = request(now);
        known = Optional.of(token);
        return token.text();
    }

    /** Keycloak has refused it: it may have been restarted with other keys. */
    void drop() {
        known = Optional.empty();
    }

    private Token request(Instant now) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("grant_type", "client_credentials");
        form.add("client_id", client.clientId());
        form.add("client_secret", client.clientSecret());
        try {
            JsonNode answer =
                    http.post()
                            .uri(endpoint)
                            .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                            .body(form)
                            .retrieve()
                            .body(JsonNode.class);
            if (answer == null || !answer.path("access_token").isString()) {
                throw new KeycloakUnavailable("gave no token");
            }
            Duration lifetime = Duration.ofSeconds(answer.path("expires_in").asLong(0));
            return new Token(
                    answer.path("access_token").asString(), now.plus(lifetime).minus(RESERVE));
        } catch (RestClientException failure) {
            throw new KeycloakUnavailable("gave no token to the client " + client.clientId());
        }
    }

    private record Token(String text, Instant renewAt) {}
}
