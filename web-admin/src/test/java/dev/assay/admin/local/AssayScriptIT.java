package dev.assay.admin.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code ./assay} itself, as far as it goes without building anything. */
class AssayScriptIT {
    private static final Path SCRIPT = Path.of(System.getProperty("assay.root"), "assay");
    private static final int REFUSED = 2;

    @TempDir private Path elsewhere;

    @Test
    void saysWhatItCanDo() throws Exception {
        Answer answer = call(Map.of(), "help");

        assertThat(answer.output()).contains("run", "verify", "test", "bench");
        assertThat(answer.exitCode()).isZero();
    }

    @Test
    void refusesACommandItDoesNotKnow() throws Exception {
        Answer answer = call(Map.of(), "deploy");

        assertThat(answer.output()).contains("there is no command deploy");
        assertThat(answer.exitCode()).isEqualTo(REFUSED);
    }

    @Test
    void refusesAnOptionThatTestDoesNotKnow() throws Exception {
        Answer answer = call(Map.of(), "test", "--quick");

        assertThat(answer.output()).contains("--long").contains("--quick");
        assertThat(answer.exitCode()).isEqualTo(REFUSED);
    }

    /** Neither a JDK nor Maven is looked for, so nothing was built. */
    @ParameterizedTest
    @CsvSource({
        "run, --keycloak-port",
        "employer create, --admin-email",
        "employer, create",
        "skills, DIR",
        "verify, --pinned",
        "verify-receipt, --keys",
        "partner-check, ASSAY_WEBHOOK_SECRET",
        "test, --long",
        "bench --feeds, --peers",
        "mutate, Pitest"
    })
    void explainsEachCommandAtOnce(String command, String word) throws Exception {
        Path programs = programs("bash", "env", "dirname", "readlink", "cat", "awk");

        Answer answer =
                call(
                        Map.of("PATH", programs.toString(), "JAVA_HOME", "", "HOME", "/nowhere"),
                        (command + " --help").split(" "));

        assertThat(answer.output()).startsWith("Usage:").contains(word).doesNotContain("Building");
        assertThat(answer.exitCode()).isZero();
    }

    /** A link elsewhere, from a directory with a space, leads to the same source tree. */
    @Test
    void worksThroughALinkFromAnywhere() throws Exception {
        Path link =
                Files.createSymbolicLink(
                        Files.createDirectory(elsewhere.resolve("my tools")).resolve("assay"),
                        SCRIPT);

        Answer answer = run(Map.of(), List.of(link.toString(), "help"));

        assertThat(answer.exitCode()).isZero();
    }

    @Test
    void saysWhatToInstallWhereMavenIsMissing() throws Exception {
        Path programs = programs("bash", "env", "dirname", "readlink", "grep", "sed", "chromium");

        Answer answer = call(Map.of("PATH", programs.toString()), "test");

        assertThat(answer.output()).contains("Maven was not found", "apt-get install maven");
        assertThat(answer.exitCode()).isEqualTo(1);
    }

    /** A folder with these programs and no others. */
    private Path programs(String... names) throws IOException {
        Path programs = Files.createDirectory(elsewhere.resolve("bin"));
        for (String name : names) {
            Path program = programs.resolve(name);
            Files.writeString(program, "#!/bin/sh\nexec %s \"$@\"\n".formatted(onPath(name)));
            assertThat(program.toFile().setExecutable(true)).isTrue();
        }
        return programs;
    }

    private Answer call(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        var command = new java.util.ArrayList<>(List.of(SCRIPT.toString()));
        command.addAll(List.of(arguments));
        return run(environment, command);
    }

    private Answer run(Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(elsewhere.toFile())
                        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                        .redirectErrorStream(true);
        // The JDK that runs this test is the one it shall find, wherever that is.
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().keySet().removeAll(List.of("MAVEN_HOME", "M2_HOME", "CI"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = String.join("\n", process.inputReader().lines().toList());
        return new Answer(output, process.waitFor());
    }

    /** Where the program is; where it is missing, something that at least can be executed. */
    private static Path onPath(String name) {
        return java.util.regex.Pattern.compile(":")
                .splitAsStream(System.getenv("PATH"))
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(Path.of("/bin/sh"));
    }

    private record Answer(String output, int exitCode) {}
}
