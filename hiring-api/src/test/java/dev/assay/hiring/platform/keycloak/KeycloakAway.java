package dev.assay.hiring.platform.keycloak;

import dev.assay.hiring.platform.local.SampleRealm;
import dev.assay.hiring.platform.security.IdentityProperties;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.springframework.mock.env.MockEnvironment;
import tools.jackson.databind.json.JsonMapper;

/** The administration of a Keycloak that nobody answers for. */
public final class KeycloakAway {

    private KeycloakAway() {}

    public static KeycloakAdmin admin() {
        var environment = new MockEnvironment();
        environment.setActiveProfiles("sample");
        return at(URI.create("http://localhost:9/realms/assay"), environment);
    }

    static KeycloakAdmin at(URI issuer, MockEnvironment environment) {
        return new KeycloakAdmin(
                new AdminClientProperties(
                        SampleRealm.PEOPLE_CLIENT, SampleRealm.PEOPLE_SECRET, null),
                new IdentityProperties(
                        issuer, "assay-api", Duration.ofSeconds(30), Duration.ofHours(4)),
                environment,
                new JsonMapper(),
                Clock.systemUTC());
    }
}
