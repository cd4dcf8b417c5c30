package dev.assay.hiring.platform.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class ConfigurationCheckTest {

    private static final Map<String, Object> GOOD =
            Map.of(
                    "assay.harbour.depth", "7",
                    "assay.harbour.crane.password", "a long one of its own",
                    "assay.identity.issuer", "https://login.example/realms/assay");

    private final StandardEnvironment environment = new StandardEnvironment();
    private final Map<String, Object> settings = new HashMap<>(GOOD);
    private final Map<String, Object> variables = new HashMap<>();

    ConfigurationCheckTest() {
        environment
                .getPropertySources()
                .remove(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                                variables));
        environment.getPropertySources().addFirst(new MapPropertySource("a file", settings));
    }

    @Test
    void takesWhatIsCompleteAndKnown() {
        settings.put("assay.harbour.pilots[0]", "one");
        settings.put("assay.harbour.signals.fog", "horn");

        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @Test
    void takesTheEnvironmentsSpelling() {
        settings.remove("assay.harbour.crane.password");
        variables.put("ASSAY_HARBOUR_CRANE_PASSWORD", "a long one of its own");
        variables.put("ASSAY_HARBOUR_MASTER_KEY_FILE", "/run/secrets/key");
        variables.put("ASSAY_HARBOUR_MASTERKEYFILE", "/run/secrets/key");

        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @Test
    void namesEverythingThatIsMissingOrWrongAtOnce() {
        settings.remove("assay.harbour.crane.password");
        settings.remove("assay.harbour.depth");
        settings.put("assay.harbour.crane.hooks", "4000");
        settings.put("assay.identity.clock-skew", "soon");

        assertThat(faults())
                .contains(
                        "assay.harbour.depth is missing",
                        "assay.harbour.crane.password is missing",
                        "assay.harbour.crane.hooks must be less than or equal to 200",
                        "assay.identity.clock-skew is malformed");
    }

    @Test
    void namesASettingThatNobodyReadsAndWhatWasProbablyMeant() {
        settings.put("assay.harbour.crane.hook", "4");
        settings.put("assay.elsewhere.entirely", "x");

        assertThat(faults())
                .containsExactly(
                        "assay.elsewhere.entirely is no setting of Assay",
                        "assay.harbour.crane.hook is no setting of Assay; is"
                                + " assay.harbour.crane.hooks meant?");
    }

    @Test
    void onlyWarnsOfStrangersInTheEnvironment() {
        variables.put("ASSAY_SERVICE_HOST", "10.0.0.1");
        variables.put("ASSAY_DB_OWNER", "assay_owner");

        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @Test
    void leavesTheConsolesSettingsToTheConsole() {
        settings.put("assay.console.sign-in.client-secret", "its own");

        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "assay.console.sign-in.client-secret, assay-console-sample-secret",
        "assay.harbour.crane.password, jobsphere-sample-secret",
        "assay.harbour.crane.password, hana"
    })
    void refusesSecretsOfTheSampleOutsideOfIt(String name, String secret) {
        settings.put(name, secret);

        assertThat(faults()).singleElement().asString().startsWith(name).doesNotContain(secret);

        inTheSample();
        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @Test
    void refusesThemFromTheEnvironmentToo() {
        variables.put("ASSAY_CONSOLE_SIGNIN_CLIENTSECRET", "assay-console-sample-secret");

        assertThat(faults()).singleElement().asString().startsWith("ASSAY_CONSOLE_SIGNIN");
    }

    @Test
    void refusesTheSampleRealmOutsideOfTheSample() {
        settings.put("assay.identity.issuer", "http://localhost:8180/realms/assay");

        assertThat(faults()).singleElement().asString().contains("sample realm");

        inTheSample();
        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://login.example/realms/assay", "ftp://localhost/x", "/realms/assay"})
    void refusesAnIssuerThatAnybodyOnTheWayCouldImpersonate(String issuer) {
        settings.put("assay.identity.issuer", issuer);

        assertThat(faults()).singleElement().asString().contains("must be an https address");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "192.168.1.4", "assay.example", ""})
    void refusesTheSampleWhereOthersReachIt(String address) {
        inTheSample();
        settings.put("server.address", address);

        assertThat(faults()).singleElement().asString().contains("server.address");
    }

    @Test
    void refusesTheLocalProfileWithoutAnAddress() {
        environment.setActiveProfiles("local");

        assertThat(faults()).singleElement().asString().contains("server.address");
    }

    private void inTheSample() {
        environment.setActiveProfiles("sample");
        settings.put("server.address", "127.0.0.1");
    }

    private List<String> faults() {
        ConfigurationRefused refused =
                catchThrowableOfType(ConfigurationRefused.class, this::check);
        assertThat(refused).as("a refusal").isNotNull();
        assertThat(
                        Objects.requireNonNull(new ConfigurationRefusedAnalyzer().analyze(refused))
                                .getDescription())
                .contains(refused.faults());
        return refused.faults();
    }

    private void check() {
        var beans = new DefaultListableBeanFactory();
        beans.registerBeanDefinition("harbour", new RootBeanDefinition(Harbour.class));
        beans.registerBeanDefinition("identity", new RootBeanDefinition(Identity.class));
        new ConfigurationCheck(environment).postProcessBeanFactory(beans);
    }

    @ConfigurationProperties("assay.harbour")
    record Harbour(
            @NotNull Integer depth,
            @DefaultValue @Valid Crane crane,
            @DefaultValue List<String> pilots,
            @DefaultValue Map<String, String> signals,
            @DefaultValue("none") String masterKeyFile) {}

    record Crane(@NotBlank String password, @DefaultValue("1") @Max(200) int hooks) {}

    @ConfigurationProperties("assay.identity")
    record Identity(@NotNull URI issuer, @DefaultValue("30s") Duration clockSkew) {}
}
