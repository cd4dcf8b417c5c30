package dev.assay.admin.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * One data directory for all, since a first start takes long; whoever needs a run on it takes the
 * one that is up, or starts it.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class LocalRunIT {
    private static final int REFUSED = 2;
    private static final int TERMINATED = 128 + 15;
    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir private static Path shared;

    private static @Nullable LaunchedRun current;

    private static LaunchedRun running() throws IOException {
        LaunchedRun run = current;
        if (run == null || !run.isAlive()) {
            run = LaunchedRun.ready(shared.resolve("assay data"));
            current = run;
        }
        return run;
    }

    /** A test too, but any other after it would have to wait for one more start. */
    @AfterAll
    static void leavesNoProcessBehindWhenTerminated() throws Exception {
        LaunchedRun run = running();
        List<ProcessHandle> helpers = run.helpers();

        run.terminate();

        assertThat(run.exitCode()).isEqualTo(TERMINATED);
        assertThat(helpers).isNotEmpty().noneMatch(ProcessHandle::isAlive);
        assertThat(run.helpers()).isEmpty();
    }

    @Test
    void isReadyWithTheSampleInIt() throws Exception {
        LaunchedRun run = running();

        assertThat(get(run.address("/actuator/health/readiness")).body()).contains("\"UP\"");
        assertThat(jobs(run)).contains("Junior data analyst", "IT support technician");
    }

    @Test
    void printsACurlLineThatWorksWhenPasted() throws Exception {
        assumeThat(onPath("curl")).as("curl is installed").isTrue();
        LaunchedRun run = running();
        String line =
                run.output()
                        .lines()
                        .map(String::strip)
                        .filter(text -> text.startsWith("curl "))
                        .findFirst()
                        .orElseThrow();

        Process shell = new ProcessBuilder("/bin/sh", "-c", line).start();

        assertThat(shell.inputReader().lines()).anyMatch(text -> text.contains("Junior data"));
    }

    @Test
    void keycloakTakesTheConsoleBackOnWhateverPortItIs() throws Exception {
        LaunchedRun run = running();
        String authorization =
                get(run.address("/oauth2/authorization/keycloak"))
                        .headers()
                        .firstValue("Location")
                        .orElseThrow();

        HttpResponse<String> signIn = get(URI.create(authorization));

        assertThat(signIn.statusCode()).isEqualTo(200);
        assertThat(signIn.body()).contains("kc-form-login");
    }

    @Test
    void refusesDataThatAnotherRunUses() throws Exception {
        running();

        LaunchedRun second =
                LaunchedRun.begin(
                        shared.resolve("assay data"),
                        LaunchedRun.freePort(),
                        LaunchedRun.freePort());

        assertThat(second.readAll()).contains("in use by process").contains("--data");
        assertThat(second.exitCode()).isEqualTo(REFUSED);
    }

    @Test
    void refusesATakenPortByNameBeforeAnythingStarts(@TempDir Path data) throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();

            LaunchedRun forConsole = LaunchedRun.begin(data, port, LaunchedRun.freePort());
            assertThat(forConsole.readAll())
                    .contains("port " + port + " is taken")
                    .contains("with --port PORT");
            assertThat(forConsole.exitCode()).isEqualTo(REFUSED);

            LaunchedRun forKeycloak = LaunchedRun.begin(data, LaunchedRun.freePort(), port);
            assertThat(forKeycloak.readAll())
                    .contains("port " + port + " is taken")
                    .contains("with --keycloak-port PORT");
            assertThat(forKeycloak.exitCode()).isEqualTo(REFUSED);
            assertThat(data.resolve("postgres")).doesNotExist();
        }
    }

    @Test
    void keepsItsDataWhenKilledAndIsCleanedUpAfter() throws Exception {
        LaunchedRun killed = running();
        List<ProcessHandle> helpers = killed.helpers();
        assertThat(helpers).hasSizeGreaterThanOrEqualTo(3);
        String title = "Posted before process " + helpers.getFirst().pid() + " was left alone";
        post(killed, title);

        killed.kill();
        killed.exitCode();
        LaunchedRun next = running();

        assertThat(jobs(next)).contains(title, "Junior data analyst");
        assertThat(helpers).noneMatch(ProcessHandle::isAlive);
        assertThat(next.port()).isNotEqualTo(killed.port());
    }

    private static void post(LaunchedRun run, String title) throws Exception {
        String job =
                """
                {"title":"%s","description":"Kept.","language":"en","locations":[],
                 "workplaceType":"remote","employmentType":"FULL_TIME","openings":1,
                 "entryLevel":true,"requirements":[]}
                """
                        .formatted(title);
        HttpResponse<String> answer =
                HTTP.send(
                        asRita(run, "/v1/jobs")
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(job))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    static String jobs(LaunchedRun run) throws Exception {
        return HTTP.send(asRita(run, "/v1/jobs").build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static HttpRequest.Builder asRita(LaunchedRun run, String path) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(run.realm("/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        "grant_type=password&client_id=assay-cli&username=rita"
                                                + "&password=rita&scope=openid+organization%3A*"))
                        .build();
        var token = TOKEN.matcher(HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body());
        assertThat(token.find()).as("a token for rita").isTrue();
        return HttpRequest.newBuilder(run.address(path))
                .header("Authorization", "Bearer " + token.group(1));
    }

    private static HttpResponse<String> get(URI address) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static boolean onPath(String program) {
        return Pattern.compile(":")
                .splitAsStream(System.getenv("PATH"))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }
}
