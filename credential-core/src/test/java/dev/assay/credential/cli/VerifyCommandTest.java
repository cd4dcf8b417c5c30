package dev.assay.credential.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.credential.evidence.Evidence;
import dev.assay.credential.fixture.Fixtures;
import dev.assay.credential.fixture.Samples;
import dev.assay.credential.issue.OpenBadgeIssuer;
import dev.assay.credential.issue.StatusListIssuer;
import dev.assay.credential.issue.StatusPurpose;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

class VerifyCommandTest {

    private record Run(int exitCode, String output, String errors) {}

    @TempDir private Path folder;

    @BeforeEach
    void writeOneFileOfEachOutcome() throws IOException {
        write("good", Samples.badge().toString());
        write("bad", Samples.badge().put("name", "Master of everything").toString());
        var undecided = Samples.unsigned();
        undecided
                .putObject("credentialStatus")
                .put("id", "https://status.example/1#5")
                .put("type", "BitstringStatusListEntry");
        write("undecided", Samples.sign(undecided).toString());
        write("broken", "{");
    }

    @Nested
    class ItsExitCode {

        @ParameterizedTest
        @CsvSource({
            "good, 0",
            "bad, 1",
            "undecided, 2",
            "broken, 3",
            "missing, 3",
            "good good, 0",
            "good undecided, 2",
            "undecided bad, 1",
            "bad undecided good, 1",
            "bad missing, 3",
            "good broken bad, 3"
        })
        void isTheWorstThatHappened(String files, int exitCode) {
            assertThat(run(paths(files)).exitCode()).isEqualTo(exitCode);
        }

        @ParameterizedTest
        @CsvSource({"''", "--unknown", "--email"})
        void isItsOwnForACommandThatIsNotUnderstood(String argument) {
            var arguments = argument.isEmpty() ? List.<String>of() : List.of(argument);

            var run = run(arguments);

            assertThat(run.exitCode()).isEqualTo(64);
            assertThat(run.errors()).contains("Usage: verify");
        }

        @Test
        void isZeroForHelp() {
            assertThat(run(List.of("--help")))
                    .satisfies(run -> {
                        assertThat(run.exitCode()).isZero();
                        assertThat(run.output()).contains("could not be checked");
                    });
        }

        /** What {@code ./assay verify --help} prints before anything is built. */
        @Test
        void helpIsWhatTheScriptPrints() throws IOException {
            assertThat(run(List.of("--help")).output())
                    .isEqualTo(
                            Files.readString(
                                    Path.of(
                                            System.getProperty("assay.root"),
                                            "docs/help/verify.txt")));
        }

        @Test
        void isZeroForWhoComputesSignatures() {
            assertThat(run(List.of("--version")))
                    .satisfies(run -> {
                        assertThat(run.exitCode()).isZero();
                        assertThat(run.output()).contains("EdDSA signatures: ");
                    });
        }

        @Test
        void isThatOfAFolder() {
            assertThat(run(List.of(folder.toString())).exitCode()).isEqualTo(3);
        }
    }

    @Nested
    class APattern {

        @ParameterizedTest
        @CsvSource({"g*, 0", "?ad, 1", "[gh]ood, 0", "*, 3", "'{good,bad}', 1", "nothing*, 3"})
        void meansTheFilesItFits(String pattern, int exitCode) {
            assertThat(run(List.of(folder + "/" + pattern)).exitCode()).isEqualTo(exitCode);
        }

        @Test
        void isAnOrdinaryNameWhereThereIsSuchAFile() throws IOException {
            write("[g]ood", Samples.badge().put("name", "Altered").toString());

            assertThat(run(List.of(folder + "/[g]ood")).exitCode()).isEqualTo(1);
        }
    }

    @Nested
    class AnEvidencePack {

        @Test
        void isJudgedByWhatIsInItAndAtItsTime() throws IOException {
            write("pack", pack(Samples.badge().toString(), Samples.FROM.plusSeconds(1)));
            write("early", pack(Samples.badge().toString(), Samples.FROM.minusSeconds(3600)));
            write("spoilt", pack(Samples.badge().put("name", "Boss").toString(), Samples.FROM));

            assertThat(replayed("pack")).isZero();
            assertThat(replayed("early")).isEqualTo(1);
            assertThat(replayed("spoilt")).isEqualTo(1);
        }

        @ParameterizedTest
        @CsvSource({"good", "broken", "missing"})
        void isUnreadableWhereItIsNone(String file) {
            assertThat(replayed(file)).isEqualTo(3);
        }

        private int replayed(String file) {
            return run(List.of("--evidence", folder.resolve(file).toString())).exitCode();
        }

        private static String pack(String document, Instant at) {
            return new Evidence(at, document.getBytes(StandardCharsets.UTF_8), List.of())
                    .toJson()
                    .toString();
        }
    }

    @Nested
    class PinnedDocumentsOfAFolder {

        private static final String LIST = "https://status.example/lists/1";

        @ParameterizedTest
        @CsvSource({
            "status.example/lists/1, 0",
            "status.example/lists/1.json, 0",
            "status.example/lists/1/index.json, 0",
            "other.example/lists/1, 2"
        })
        void answerForTheirAddresses(String place, int exitCode) throws IOException {
            write("revocable", revocable(LIST));
            pin(place, list(LIST));

            assertThat(run(paths("revocable")).exitCode()).isEqualTo(2);
            assertThat(pinned().exitCode()).isEqualTo(exitCode);
        }

        @ParameterizedTest
        @CsvSource({
            "https://status.example:8443/1, status.example_8443/1, 0",
            "https://status.example/l?id=1, status.example/l?id=1, 0",
            "https://status.example, status.example/index.json, 0",
            "https://status.example/../../secret, ../secret, 2",
            "https://status.example/%2e%2e/x, x, 2"
        })
        void areLookedForInTheFolderAlone(String list, String place, int exitCode)
                throws IOException {
            write("revocable", revocable(list));
            pin(place, list(list));

            assertThat(pinned().exitCode()).isEqualTo(exitCode);
        }

        private Run pinned() {
            return run(
                    List.of(
                            "--pinned",
                            folder.resolve("pins").toString(),
                            folder.resolve("revocable").toString()));
        }

        private void pin(String place, String content) throws IOException {
            Files.createDirectories(folder.resolve("pins"));
            var file = folder.resolve("pins").resolve(place);
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        }

        private static String revocable(String list) {
            return OpenBadgeIssuer.create(Samples.KEY, "Sample Academy")
                    .issue(Samples.award().withStatus(StatusPurpose.REVOCATION, list, 7))
                    .toString();
        }

        private static String list(String address) {
            return StatusListIssuer.create(Samples.KEY)
                    .issue(
                            StatusListIssuer.StatusList.of(
                                    address, StatusPurpose.REVOCATION, Set.of(), Samples.FROM))
                    .toString();
        }
    }

    @Nested
    class ItsTable {

        @Test
        void saysTheOutcomeAndEveryCheck() {
            var output = run(paths("good")).output();

            assertThat(output)
                    .contains("good: verified (open-badges-3)")
                    .contains("Welding, by Sample Academy")
                    .containsPattern("key-binding +passed +ok")
                    .containsPattern("issuer-trust +not-applicable +registry-not-consulted");
        }

        @Test
        void saysWhyAFileCannotBeRead() {
            assertThat(run(paths("missing")).output())
                    .contains("missing: cannot be read: NoSuchFileException");
        }

        @Test
        void letsNoCredentialWriteControlCharacters() throws IOException {
            write(
                    "evil",
                    Samples.sign(Samples.unsigned().put("name", "\u001b[2Jverified\r\u202e"))
                            .toString());

            assertThat(run(paths("evil")).output()).doesNotContain("\u001b", "\r\u202e", "\u202e");
        }
    }

    @Nested
    class ItsJson {

        @Test
        void hasTheShapeOfTheApi() {
            var report = json(paths("good")).path(0);

            assertThat(report.propertyNames())
                    .containsExactly(
                            "file", "outcome", "format", "proof", "checks", "credential", "parts");
            assertThat(report.path("outcome").stringValue()).isEqualTo("verified");
            assertThat(report.path("proof").path("cryptosuite").stringValue())
                    .isEqualTo("eddsa-rdfc-2022");
            assertThat(report.path("checks").size()).isEqualTo(13);
            assertThat(report.path("checks").path(3).propertyNames())
                    .containsExactly("name", "outcome", "code", "detail");
            var credential = report.path("credential");
            assertThat(credential.path("issuer").path("id").stringValue())
                    .isEqualTo(Samples.KEY.didKey());
            assertThat(credential.path("validFrom").stringValue())
                    .isEqualTo(Samples.FROM.toString());
            assertThat(credential.path("achievement").path("name").stringValue())
                    .isEqualTo("Welding");
            assertThat(credential.path("alignments").path(0).path("targetName").stringValue())
                    .isEqualTo("weld");
            assertThat(credential.path("results").path(0).path("achievedLevel").stringValue())
                    .isEqualTo("Level 3");
            assertThat(credential.has("validUntil")).isFalse();
        }

        @Test
        void hasAnEntryForEveryFile() {
            var reports = json(paths("good missing bad"));

            assertThat(reports.size()).isEqualTo(3);
            assertThat(reports.path(1).path("unreadable").stringValue())
                    .isEqualTo("NoSuchFileException");
            assertThat(reports.path(2).path("outcome").stringValue()).isEqualTo("failed");
        }

        private JsonNode json(List<String> paths) {
            var arguments = new ArrayList<>(List.of("--json"));
            arguments.addAll(paths);
            return Fixtures.MAPPER.readTree(run(arguments).output());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "liv.berg@example.org, subject +passed, 0",
        "eve@example.org, subject +failed, 1",
        "'', subject +not-applicable, 0"
    })
    void comparesWithThePersonNamed(String email, String expected, int exitCode) {
        var arguments = new ArrayList<>(paths("good"));
        if (!email.isEmpty()) {
            arguments.addAll(List.of("--email", email));
        }

        var run = run(arguments);

        assertThat(run.output()).containsPattern(expected);
        assertThat(run.exitCode()).isEqualTo(exitCode);
    }

    @Test
    void readsStandardInputForADash() {
        var run = run(List.of("-"), Samples.badge().toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.output()).startsWith("-: verified");
    }

    @Test
    void runsAsAProgram() throws Exception {
        var java = ProcessHandle.current().info().command().orElseThrow();
        var process =
                new ProcessBuilder(
                                java,
                                "-cp",
                                System.getProperty("java.class.path"),
                                VerifyCommand.class.getName(),
                                folder.resolve("good").toString(),
                                folder.resolve("undecided").toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("output").toFile())
                        .start();

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(folder.resolve("output")))
                .contains("good: verified")
                .contains("undecided: indeterminate");
        assertThat(process.exitValue()).isEqualTo(2);
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }

    private List<String> paths(String names) {
        return List.of(names.split(" ", -1)).stream()
                .map(name -> folder.resolve(name).toString())
                .toList();
    }

    private static Run run(List<String> arguments) {
        return run(arguments, "");
    }

    private static Run run(List<String> arguments, String input) {
        var out = new StringWriter();
        var err = new StringWriter();
        var stdin = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        int exitCode =
                new CommandLine(new VerifyCommand(InstantSource.fixed(Samples.NOW), stdin))
                        .setOut(new PrintWriter(out))
                        .setErr(new PrintWriter(err))
                        .execute(arguments.toArray(String[]::new));
        return new Run(exitCode, out.toString(), err.toString());
    }
}
