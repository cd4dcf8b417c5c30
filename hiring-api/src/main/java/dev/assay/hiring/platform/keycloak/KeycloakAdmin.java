package dev.assay.hiring.platform.keycloak;

import dev.assay.hiring.platform.security.IdentityProperties;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * People, organizations and partners' clients at Keycloak. Every call may be repeated: what is
 * there already is found instead of made. No person is ever removed. Not to be called inside a
 * transaction: it is remote.
 *
 * <p>Every method throws {@link KeycloakUnavailable} when Keycloak gives no usable answer.
 */
@Component
@EnableConfigurationProperties(AdminClientProperties.class)
public class KeycloakAdmin {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration READ = Duration.ofSeconds(10);
    private static final int PAGE = 100;
    private static final String CLIENTS = "/clients";
    private static final String PARTNER_ROLE = "partner";
    private static final List<String> PARTNER_SCOPES = List.of("basic", "roles", "assay-api");
    private static final String CHOOSE_PASSWORD = "UPDATE_PASSWORD";

    private final RestClient http;
    private final AdminTokens tokens;
    private final JsonMapper json;
    private final URI admin;

    KeycloakAdmin(
            AdminClientProperties client,
            IdentityProperties identity,
            Environment environment,
            JsonMapper json,
            Clock clock) {
        if (client.usesSampleSecret()
                && !environment.acceptsProfiles(Profiles.of("sample | testkit"))) {
            throw new IllegalStateException(
                    "assay.identity.admin.client-secret is the sample's, which everybody knows;"
                            + " give that client a secret of its own");
        }
        var requests =
                new JdkClientHttpRequestFactory(
                        HttpClient.newBuilder().connectTimeout(CONNECT).build());
        requests.setReadTimeout(READ);
        this.http = RestClient.builder().requestFactory(requests).build();
        this.json = json;
        URI realm = client.address() == null ? identity.issuer() : client.address();
        this.tokens =
                new AdminTokens(
                        http, URI.create(realm + "/protocol/openid-connect/token"), client, clock);
        this.admin =
                URI.create(realm.toString().replaceFirst("/realms/([^/]+)$", "/admin/realms/$1"));
    }

    /** The user with this address, whatever its letter case. */
    public Optional<Account> byEmail(String email) {
        Answer answer =
                call(HttpMethod.GET, "/users", Map.of("email", email, "exact", "true"), null);
        return answer.expect("look for a user", HttpStatus.OK).elements().stream()
                .findFirst()
                .map(KeycloakAdmin::account);
    }

    /** The user with this id. */
    public Optional<Account> bySubject(UUID subject) {
        Answer answer = call(HttpMethod.GET, "/users/" + subject, Map.of(), null);
        if (answer.is(HttpStatus.NOT_FOUND)) {
            return Optional.empty();
        }
        return Optional.of(account(answer.expect("read a user", HttpStatus.OK).body()));
    }

    /** Makes a user who cannot sign in yet; finds the one that has this address already. */
    public Account create(NewAccount wanted) {
        var user = json.createObjectNode();
        user.put("username", wanted.email()).put("email", wanted.email()).put("enabled", true);
        user.put("firstName", wanted.givenName()).put("lastName", wanted.familyName());
        Answer answer = call(HttpMethod.POST, "/users", Map.of(), user);
        if (!answer.is(HttpStatus.CONFLICT)) {
            answer.expect("make a user", HttpStatus.CREATED);
        }
        return byEmail(wanted.email())
                .orElseThrow(() -> new KeycloakUnavailable("does not show the user it has"));
    }

    /**
     * Whether the user has a way to prove who they are: a credential, or another provider's word.
     */
    public boolean canSignIn(UUID subject) {
        String user = "/users/" + subject;
        JsonNode account =
                call(HttpMethod.GET, user, Map.of(), null)
                        .expect("read a user", HttpStatus.OK)
                        .body();
        return account.hasNonNull("federationLink")
                || !call(HttpMethod.GET, user + "/credentials", Map.of(), null)
                        .expect("read a user's credentials", HttpStatus.OK)
                        .elements()
                        .isEmpty()
                || !call(HttpMethod.GET, user + "/federated-identity", Map.of(), null)
                        .expect("read a user's providers", HttpStatus.OK)
                        .elements()
                        .isEmpty();
    }

    /** Gives the user a password for one sign-in, at which they must choose their own. */
    public void setPasswordForOnce(UUID subject, String password) {
        var credential = json.createObjectNode();
        credential.put("type", "password").put("value", password).put("temporary", true);
        call(HttpMethod.PUT, "/users/" + subject + "/reset-password", Map.of(), credential)
                .expect("set a password", HttpStatus.NO_CONTENT);
    }

    /** Makes the user a member of the organization; one who is stays one. */
    public void join(String organizationId, UUID subject) {
        Answer answer =
                call(
                        HttpMethod.POST,
                        "/organizations/" + organizationId + "/members",
                        Map.of(),
                        JsonNodeFactory.instance.stringNode(subject.toString()));
        if (!answer.is(HttpStatus.CONFLICT)) {
            answer.expect("add a member", HttpStatus.CREATED);
        }
    }

    /**
     * The id of the organization with this alias, which is made when there is none.
     *
     * @param domain the organization's mail domain; empty for none
     */
    public String organization(String alias, String name, Optional<String> domain) {
        Optional<String> there = organizationWithAlias(alias);
        if (there.isPresent()) {
            return there.get();
        }
        var organization = json.createObjectNode();
        organization.put("alias", alias).put("name", name).put("enabled", true);
        var domains = organization.putArray("domains");
        domain.ifPresent(known -> domains.addObject().put("name", known).put("verified", false));
        Answer answer = call(HttpMethod.POST, "/organizations", Map.of(), organization);
        if (!answer.is(HttpStatus.CONFLICT)) {
            answer.expect("make an organization", HttpStatus.CREATED);
        }
        return organizationWithAlias(alias)
                .orElseThrow(() ->
                        new KeycloakUnavailable(
                                "has an organization of that name or domain under another alias"));
    }

    /** Keycloak searches by name and domain only, so the list is read through. */
    private Optional<String> organizationWithAlias(String alias) {
        for (int first = 0; ; first += PAGE) {
            List<JsonNode> page =
                    call(
                                    HttpMethod.GET,
                                    "/organizations",
                                    Map.of(
                                            "first",
                                            String.valueOf(first),
                                            "max",
                                            String.valueOf(PAGE)),
                                    null)
                            .expect("list organizations", HttpStatus.OK)
                            .elements();
            Optional<String> found =
                    page.stream()
                            .filter(one -> one.path("alias").asString("").equals(alias))
                            .map(one -> one.path("id").asString(""))
                            .findFirst();
            if (found.isPresent() || page.size() < PAGE) {
                return found;
            }
        }
    }

    /**
     * Makes a confidential client with a service account for a partner; one that has this id
     * already gets the secret.
     *
     * @param clientId its public name
     * @return its service account's id as a user
     */
    public UUID partnerClient(String clientId, String name, String secret) {
        var client = json.createObjectNode();
        client.put("clientId", clientId).put("name", name).put("secret", secret);
        client.put("protocol", "openid-connect").put("publicClient", false).put("enabled", true);
        client.put("clientAuthenticatorType", "client-secret").put("serviceAccountsEnabled", true);
        client.put("standardFlowEnabled", false).put("implicitFlowEnabled", false);
        client.put("directAccessGrantsEnabled", false);
        PARTNER_SCOPES.forEach(client.putArray("defaultClientScopes")::add);
        client.putArray("optionalClientScopes");
        Answer answer = call(HttpMethod.POST, CLIENTS, Map.of(), client);
        if (answer.is(HttpStatus.CONFLICT)) {
            setClientSecret(clientId, secret);
        } else {
            answer.expect("make a client", HttpStatus.CREATED);
        }
        UUID account =
                UUID.fromString(
                        call(
                                        HttpMethod.GET,
                                        client(clientId) + "/service-account-user",
                                        Map.of(),
                                        null)
                                .expect("read a service account", HttpStatus.OK)
                                .body()
                                .path("id")
                                .asString(""));
        makePartner(account);
        return account;
    }

    /** Gives a client another secret; the former one is good for nothing from then on. */
    public void setClientSecret(String clientId, String secret) {
        change(clientId, json.createObjectNode().put("secret", secret));
    }

    /** Lets a client get tokens, or keeps it from that. */
    public void setClientEnabled(String clientId, boolean enabled) {
        change(clientId, json.createObjectNode().put("enabled", enabled));
    }

    /** Removes a client with its service account; one that is not there is removed already. */
    public void removeClient(String clientId) {
        Optional<String> there = found(clientId);
        if (there.isPresent()) {
            Answer answer = call(HttpMethod.DELETE, there.get(), Map.of(), null);
            if (!answer.is(HttpStatus.NOT_FOUND)) {
                answer.expect("remove a client", HttpStatus.NO_CONTENT);
            }
        }
    }

    private void change(String clientId, ObjectNode members) {
        members.put("clientId", clientId);
        call(HttpMethod.PUT, client(clientId), Map.of(), members)
                .expect("change a client", HttpStatus.NO_CONTENT);
    }

    private String client(String clientId) {
        return found(clientId)
                .orElseThrow(() -> new KeycloakUnavailable("does not show the client it has"));
    }

    /** The path of a client, which Keycloak knows by an id of its own. */
    private Optional<String> found(String clientId) {
        return call(HttpMethod.GET, CLIENTS, Map.of("clientId", clientId), null)
                .expect("look for a client", HttpStatus.OK)
                .elements()
                .stream()
                .findFirst()
                .map(found -> CLIENTS + "/" + found.path("id").asString(""));
    }

    /** Only a role the account has not is among those it could get. */
    private void makePartner(UUID account) {
        String roles = "/users/" + account + "/role-mappings/realm";
        List<JsonNode> missing =
                call(HttpMethod.GET, roles + "/available", Map.of(), null)
                        .expect("list roles", HttpStatus.OK)
                        .elements()
                        .stream()
                        .filter(role -> role.path("name").asString("").equals(PARTNER_ROLE))
                        .toList();
        if (!missing.isEmpty()) {
            call(HttpMethod.POST, roles, Map.of(), json.createArrayNode().addAll(missing))
                    .expect("give a role", HttpStatus.NO_CONTENT);
        }
    }

    private Answer call(
            HttpMethod method, String path, Map<String, String> query, @Nullable JsonNode body) {
        Answer answer = callOnce(method, path, query, body);
        if (answer.is(HttpStatus.UNAUTHORIZED)) {
            tokens.drop();
            return callOnce(method, path, query, body);
        }
        return answer;
    }

    private Answer callOnce(
            HttpMethod method, String path, Map<String, String> query, @Nullable JsonNode body) {
        UriComponentsBuilder address = UriComponentsBuilder.fromUriString(admin + path);
        query.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        RestClient.RequestBodySpec request =
                http.method(method)
                        // Encoded as a template's variable, a plus sign stays a plus sign.
                        .uri(address.encode().buildAndExpand(query).toUri())
                        .headers(headers -> headers.setBearerAuth(tokens.current()));
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(body.toString());
        }
        try {
            return request.exchange((_, response) ->
                    new Answer(
                            response.getStatusCode(),
                            json.readTree(response.getBody().readAllBytes())));
        } catch (RestClientException | tools.jackson.core.JacksonException failure) {
            throw new KeycloakUnavailable("does not answer");
        }
    }

    private static Account account(JsonNode user) {
        return new Account(
                UUID.fromString(user.path("id").asString("")),
                text(user, "email"),
                text(user, "firstName"),
                text(user, "lastName"),
                user.path("requiredActions")
                        .valueStream()
                        .anyMatch(action -> action.asString("").equals(CHOOSE_PASSWORD)));
    }

    private static @Nullable String text(JsonNode user, String field) {
        return user.hasNonNull(field) ? user.path(field).asString() : null;
    }

    private record Answer(HttpStatusCode status, JsonNode body) {

        boolean is(HttpStatus expected) {
            return status.isSameCodeAs(expected);
        }

        Answer expect(String what, HttpStatus expected) {
            if (!is(expected)) {
                throw new KeycloakUnavailable(
                        "answered %d when asked to %s".formatted(status.value(), what));
            }
            return this;
        }

        List<JsonNode> elements() {
            return body.valueStream().toList();
        }
    }
}
