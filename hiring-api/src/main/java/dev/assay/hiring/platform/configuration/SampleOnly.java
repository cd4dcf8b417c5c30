package dev.assay.hiring.platform.configuration;

import dev.assay.hiring.platform.local.SampleRealm;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.Profiles;
import org.springframework.core.env.PropertySource;

/**
 * What is fine on one's own machine and nowhere else: secrets that stand in the source tree, the
 * sample's realm, and the sample itself on an address that others reach.
 */
final class SampleOnly {

    /** Every secret of the sample says that it is one. */
    private static final String SAMPLE_MARK = "sample-secret";

    private static final URI SAMPLE_ISSUER =
            URI.create("http://localhost:8180/realms/" + SampleRealm.NAME);
    private static final List<String> SECRET_NAMES = List.of("password", "secret");

    private final ConfigurableEnvironment environment;

    SampleOnly(ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    /** What this configuration may not have, one sentence each. */
    List<String> found() {
        List<String> faults = new ArrayList<>();
        boolean sample = environment.acceptsProfiles(Profiles.of("sample"));
        if (sample || environment.acceptsProfiles(Profiles.of("local"))) {
            if (!isLoopback(environment.getProperty("server.address"))) {
                faults.add(
                        "the profiles local and sample are for one's own machine: server.address"
                                + " must be a loopback address with them");
            }
        }
        // Tests share the sample's realm, and not its data.
        if (!environment.acceptsProfiles(Profiles.of("sample | testkit"))) {
            faults.addAll(sampleSecrets());
        }
        faults.addAll(issuer(sample));
        return faults;
    }

    private List<String> sampleSecrets() {
        List<String> faults = new ArrayList<>();
        settings()
                .forEach((name, value) -> {
                    if (value.contains(SAMPLE_MARK) || isSamplePassword(name, value)) {
                        faults.add(
                                name
                                        + " is the sample's, which everybody knows; outside the profile"
                                        + " sample it needs a value of its own");
                    }
                });
        return faults;
    }

    private static boolean isSamplePassword(String name, String value) {
        String last = name.toLowerCase(Locale.ROOT);
        return SECRET_NAMES.stream().anyMatch(last::endsWith)
                && Arrays.stream(SampleRealm.Person.values())
                        .anyMatch(person -> person.username().equals(value));
    }

    private List<String> issuer(boolean sample) {
        String name = "assay.identity.issuer";
        @Nullable String value = environment.getProperty(name);
        if (value == null) {
            return List.of();
        }
        URI issuer;
        try {
            issuer = URI.create(value);
        } catch (IllegalArgumentException malformed) {
            return List.of(name + " is not an address");
        }
        if (!sample && issuer.equals(SAMPLE_ISSUER)) {
            return List.of(name + " is the sample realm, whose passwords everybody knows");
        }
        boolean secure = "https".equals(issuer.getScheme());
        if (!secure && !("http".equals(issuer.getScheme()) && isLoopback(issuer.getHost()))) {
            return List.of(name + " must be an https address, or http on the loopback interface");
        }
        return List.of();
    }

    /** Our settings from wherever they come, as they are after placeholders are resolved. */
    private TreeMap<String, String> settings() {
        TreeMap<String, String> settings = new TreeMap<>();
        for (PropertySource<?> source : environment.getPropertySources()) {
            if (source instanceof EnumerablePropertySource<?> enumerable) {
                for (String name : enumerable.getPropertyNames()) {
                    @Nullable String value =
                            name.toLowerCase(Locale.ROOT).startsWith("assay")
                                    ? environment.getProperty(name)
                                    : null;
                    if (value != null) {
                        settings.put(name, value);
                    }
                }
            }
        }
        return settings;
    }

    private static boolean isLoopback(@Nullable String host) {
        if (host == null || host.isBlank()) {
            return false;
        }
        // Names are not looked up: what they mean may change.
        if (Set.of("localhost", "127.0.0.1", "::1", "[::1]").contains(host)) {
            return true;
        }
        try {
            return host.matches("127(\\.\\d{1,3}){3}")
                    && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException malformed) {
            return false;
        }
    }
}
