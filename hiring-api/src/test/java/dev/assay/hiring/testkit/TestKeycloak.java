package dev.assay.hiring.testkit;

import dev.assay.db.testkit.TestDatabase;
import dev.assay.hiring.platform.local.SampleRealm;
import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.platform.local.SuiteKeycloak;
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
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one Keycloak of this JVM, with the sample realm. Its tokens are real and cached a person, for
 * no longer than they stay valid. The system property {@code assay.test.keycloak} says which it is:
 * {@code suite} the one that all JVMs of a build share, an address the one whose issuer has it;
 * without it, one of this JVM's own, started by whoever comes first and stopped with the JVM.
 */
public final class TestKeycloak {
    /** What gets a person's organizations into the token. */
    public static final String ALL_ORGANIZATIONS = "openid organization:*";

    private static final Duration RESERVE = Duration.ofMinutes(3);

    private static final class Holder {
        static final TestKeycloak INSTANCE = new TestKeycloak();
    }

    private record Token(String text, Instant renewAt) {}

    private static final String PROPERTY = "assay.test.keycloak";
    private static final String SUITE = "suite";

    private final URI issuer = find();
    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();
    private final Map<Map<String, String>, Token> tokens = new ConcurrentHashMap<>();

    /** Returns when it can be used; the first call takes as long as a Keycloak takes to start. */
    public static TestKeycloak get() {
        return Holder.INSTANCE;
    }

    /** The sample realm's issuer address. */
    public URI issuer() {
        return issuer;
    }

    /** An access token of this person, with all their organizations. */
    public String tokenOf(Person person) {
        return tokenOf(person, ALL_ORGANIZATIONS);
    }

    /** An access token of this person with the scope asked for. */
    public String tokenOf(Person person, String scope) {
        Map<String, String> grant =
                new HashMap<>(passwordGrant(person.username(), person.username()));
        grant.put("scope", scope);
        return cached(Map.copyOf(grant));
    }

    /** An access token of somebody who is not of the sample; not cached. */
    public String tokenOf(String username, String password) {
        return request(passwordGrant(username, password)).text();
    }

    /** Why Keycloak gives somebody no token who knows this password. */
    public String refusalOf(String username, String password) {
        HttpResponse<String> answer =
                send(form("/protocol/openid-connect/token", passwordGrant(username, password)));
        if (answer.statusCode() == 200) {
            throw new AssertionError("Keycloak gave a token");
        }
        return answer.body();
    }

    /** Does what the page does on which somebody chooses a password. */
    public void choosePassword(UUID subject, String password) {
        String token = cached(clientGrant(SampleRealm.PEOPLE_CLIENT, SampleRealm.PEOPLE_SECRET));
        URI user =
                URI.create(
                        issuer().toString().replace("/realms/", "/admin/realms/")
                                + "/users/"
                                + subject
                                + "/reset-password");
        HttpResponse<String> answer =
                send(
                        HttpRequest.newBuilder(user)
                                .header("Authorization", "Bearer " + token)
                                .header("Content-Type", "application/json")
                                .PUT(
                                        HttpRequest.BodyPublishers.ofString(
                                                json.createObjectNode()
                                                        .put("type", "password")
                                                        .put("value", password)
                                                        .put("temporary", false)
                                                        .toString()))
                                .build());
        if (answer.statusCode() != 204) {
            throw new IllegalStateException("Keycloak took no password: " + answer.body());
        }
    }

    private static Map<String, String> passwordGrant(String username, String password) {
        return Map.of(
                "grant_type", "password",
                "client_id", SampleRealm.CLI_CLIENT,
                "username", username,
                "password", password,
                "scope", ALL_ORGANIZATIONS);
    }

    /** An access token of the partner's service account. */
    public String partnerToken() {
        return cached(clientGrant(SampleRealm.PARTNER_CLIENT, SampleRealm.PARTNER_SECRET));
    }

    /** An access token of a client's service account; empty when Keycloak gives none. */
    public Optional<String> tokenOfClient(String clientId, String secret) {
        HttpResponse<String> answer =
                send(form("/protocol/openid-connect/token", clientGrant(clientId, secret)));
        return answer.statusCode() == 200
                ? Optional.of(json.readTree(answer.body()).path("access_token").asString())
                : Optional.empty();
    }

    private static Map<String, String> clientGrant(String clientId, String secret) {
        return Map.of(
                "grant_type", "client_credentials",
                "client_id", clientId,
                "client_secret", secret);
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
        HttpResponse<String> answer = send(form("/protocol/openid-connect/token", grant));
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("Keycloak gave no token: " + answer.body());
        }
        JsonNode body = json.readTree(answer.body());
        Instant expiry = Instant.now().plusSeconds(body.path("expires_in").asLong());
        return new Token(body.path("access_token").asString(), expiry.minus(RESERVE));
    }

    private HttpRequest form(String path, Map<String, String> fields) {
        return HttpRequest.newBuilder(URI.create(issuer() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(fields)))
                .build();
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for Keycloak", interrupted);
        }
    }

    private static URI find() {
        String which = System.getProperty(PROPERTY, "");
        if (which.isEmpty()) {
            return startOwn();
        }
        return which.equals(SUITE) ? SuiteKeycloak.ofThisBuild().issuer() : URI.create(which);
    }

    private static URI startOwn() {
        TestDatabase database = TestDatabase.empty();
        ThrowawayKeycloak keycloak =
                ThrowawayKeycloak.start(
                        database.jdbcUrl(), database.ownerName(), database.ownerPassword());
        Runtime.getRuntime().addShutdownHook(new Thread(keycloak::close));
        keycloak.awaitReady();
        return keycloak.issuer();
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
