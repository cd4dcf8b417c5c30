package dev.assay.hiring.testkit;

import dev.assay.db.testkit.TestDatabase;
import dev.assay.hiring.platform.local.SampleRealm;
import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.platform.local.ThrowawayKeycloak;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one Keycloak of this JVM, with the sample realm: started by whoever comes first, stopped with
 * the JVM. Its tokens are real and cached a person, for no longer than they stay valid.
 */
public final class TestKeycloak {
    /** What gets a person's organizations into the token. */
    public static final String ALL_ORGANIZATIONS = "openid organization:*";

    private static final Duration RESERVE = Duration.ofMinutes(3);

    private static final class Holder {
        static final TestKeycloak INSTANCE = new TestKeycloak();
    }

    private record Token(String text, Instant renewAt) {}

    private final ThrowawayKeycloak keycloak;
    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();
    private final Map<Map<String, String>, Token> tokens = new ConcurrentHashMap<>();

    private TestKeycloak() {
        TestDatabase database = TestDatabase.empty();
        keycloak =
                ThrowawayKeycloak.start(
                        database.jdbcUrl(), database.ownerName(), database.ownerPassword());
        Runtime.getRuntime().addShutdownHook(new Thread(keycloak::close));
        keycloak.awaitReady();
    }

    /** Returns when it can be used; the first call takes as long as a Keycloak takes to start. */
    public static TestKeycloak get() {
        return Holder.INSTANCE;
    }

    /** The sample realm's issuer address. */
    public URI issuer() {
        return keycloak.issuer();
    }

    /** An access token of this person, with all their organizations. */
    public String tokenOf(Person person) {
        return tokenOf(person, ALL_ORGANIZATIONS);
    }

    /** An access token of this person with the scope asked for. */
    public String tokenOf(Person person, String scope) {
        return cached(
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        SampleRealm.CLI_CLIENT,
                        "username",
                        person.username(),
                        "password",
                        person.username(),
                        "scope",
                        scope));
    }

    /** An access token of the partner's service account. */
    public String partnerToken() {
        return cached(
                Map.of(
                        "grant_type", "client_credentials",
                        "client_id", SampleRealm.PARTNER_CLIENT,
                        "client_secret", SampleRealm.PARTNER_SECRET));
    }

    private String cached(Map<String, String> grant) {
        return tokens.compute(
                        grant,
                        (_, known) ->
                                known != null && Instant.now().isBefore(known.renewAt())
                                        ? known
                                        : request(grant))
                .text();
    }

    private Token request(Map<String, String> grant) {
        var request =
                HttpRequest.newBuilder(URI.create(issuer() + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form(grant)))
                        .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("Keycloak gave no token: " + answer.body());
            }
            JsonNode body = json.readTree(answer.body());
            Instant expiry = Instant.now().plusSeconds(body.path("expires_in").asLong());
            return new Token(body.path("access_token").asString(), expiry.minus(RESERVE));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a token", interrupted);
        }
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field ->
                        field.getKey()
                                + "="
                                + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
