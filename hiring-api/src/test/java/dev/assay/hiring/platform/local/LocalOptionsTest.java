package dev.assay.hiring.platform.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalOptionsTest {
    private static final Path ROOT = Path.of("/source tree");

    @Test
    void hasDefaultsForEverything() {
        assertThat(LocalOptions.parse(new String[0], ROOT))
                .isEqualTo(run(new LocalOptions(ROOT.resolve(".assay"), 8080, 8180, false)));
    }

    @Test
    void takesEveryOption() {
        String[] arguments = {
            "--fresh", "--data", "/some where", "--port=1", "--keycloak-port", "65535"
        };

        assertThat(LocalOptions.parse(arguments, ROOT))
                .isEqualTo(run(new LocalOptions(Path.of("/some where"), 1, 65535, true)));
    }

    @Test
    void takesARelativeDirectoryFromWhereItIsCalled() {
        assertThat(LocalOptions.parse(new String[] {"--data", "here"}, ROOT))
                .isEqualTo(
                        run(new LocalOptions(Path.of("here").toAbsolutePath(), 8080, 8180, false)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "65536"})
    void refusesWhatIsNoPort(String port) {
        assertThat(LocalOptions.parse(new String[] {"--port", port}, ROOT))
                .isEqualTo(refused("--port must be between 1 and 65535, but is " + port));
        assertThat(LocalOptions.parse(new String[] {"--keycloak-port", port}, ROOT))
                .isEqualTo(refused("--keycloak-port must be between 1 and 65535, but is " + port));
    }

    @Test
    void refusesOnePortForTwo() {
        assertThat(LocalOptions.parse(new String[] {"--port", "8180"}, ROOT))
                .isEqualTo(refused("--port and --keycloak-port must differ, but both are 8180"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--prot=1", "--port=http", "--data", "fresh"})
    void refusesNonsenseAndNamesIt(String argument) {
        assertThat(LocalOptions.parse(new String[] {argument}, ROOT))
                .isInstanceOfSatisfying(
                        LocalOptions.Parsed.Refused.class,
                        refused ->
                                assertThat(refused.reason())
                                        .contains(argument.replaceFirst("=.*", "")));
    }

    @Test
    void explainsItselfWhenAsked() {
        assertThat(LocalOptions.parse(new String[] {"--help"}, ROOT))
                .isInstanceOfSatisfying(
                        LocalOptions.Parsed.Help.class,
                        help ->
                                assertThat(help.usage())
                                        .contains(
                                                "--port", "--keycloak-port", "--data", "--fresh"));
    }

    /** What {@code ./assay run --help} prints before anything is built. */
    @Test
    void explainsItselfAsTheScriptDoes() throws IOException {
        assertThat(LocalOptions.parse(new String[] {"-h"}, ROOT))
                .isEqualTo(
                        new LocalOptions.Parsed.Help(
                                Files.readString(
                                        Path.of(
                                                System.getProperty("assay.root"),
                                                "docs/help/run.txt"))));
    }

    private static LocalOptions.Parsed run(LocalOptions options) {
        return new LocalOptions.Parsed.Run(options);
    }

    private static LocalOptions.Parsed refused(String reason) {
        return new LocalOptions.Parsed.Refused(reason);
    }
}
