package dev.assay.admin.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.hiring.platform.local.SampleRealm;
import dev.assay.hiring.platform.security.IdentityProperties;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class KeycloakClientTest {

    @Test
    void refusesTheSampleSecretOutsideTheSample() {
        assertThatThrownBy(() -> register(SampleRealm.CONSOLE_SECRET, "production", "local"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("assay.console.sign-in.client-secret");
    }

    @Test
    void takesTheSampleSecretInTheSample() {
        assertThatCode(() -> register(SampleRealm.CONSOLE_SECRET, "local", "sample"))
                .doesNotThrowAnyException();
    }

    @Test
    void takesASecretOfItsOwnAnywhere() {
        assertThatCode(() -> register("a secret of its own", "production"))
                .doesNotThrowAnyException();
    }

    @Test
    void doesNotShowTheSecret() {
        assertThat(new SignInProperties("assay-console", "hidden secret").toString())
                .doesNotContain("hidden");
    }

    private static void register(String secret, String... profiles) {
        var environment = new MockEnvironment();
        environment.setActiveProfiles(profiles);
        new KeycloakClient()
                .clientRegistrations(
                        new SignInProperties("assay-console", secret),
                        new IdentityProperties(
                                URI.create("https://sso.example/realms/assay"),
                                "assay-api",
                                Duration.ofSeconds(30),
                                Duration.ofHours(4)),
                        environment);
    }
}
