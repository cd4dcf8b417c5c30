package dev.assay.hiring.platform.local;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * What a Keycloak needs to know. Its passwords do not show in {@link #toString()}.
 *
 * @param port where it listens on the loopback interface
 * @param jdbcUrl its database; schema and realm are made there if absent
 * @param role the owner of that database
 * @param password of {@code role}
 * @param administratorPassword of the first administrator, {@code admin}
 */
record KeycloakSettings(
        int port, String jdbcUrl, String role, String password, String administratorPassword) {

    /** The address in {@code iss} of the sample realm's tokens. */
    URI issuer() {
        return URI.create("http://localhost:%d/realms/%s".formatted(port, SampleRealm.NAME));
    }

    List<String> arguments() {
        return List.of(
                "start",
                "--optimized",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--hostname=http://localhost:" + port,
                "--cache=local",
                // Or somebody who signs in twice at a time is told once that the password is wrong.
                "--spi-brute-force-protector--default-brute-force-detector--allow-concurrent-requests=true",
                "--db-pool-initial-size=2",
                "--db-pool-max-size=10",
                "--db-url=" + jdbcUrl,
                "--db-username=" + role);
    }

    // The environment, because everybody may read the arguments of a process.
    Map<String, String> environment() {
        return Map.of(
                "KC_DB_PASSWORD", password,
                "KC_BOOTSTRAP_ADMIN_USERNAME", "admin",
                "KC_BOOTSTRAP_ADMIN_PASSWORD", administratorPassword);
    }

    @Override
    public String toString() {
        return "KeycloakSettings[port=%d, jdbcUrl=%s]".formatted(port, jdbcUrl);
    }
}
