package dev.assay.admin.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.hiring.testkit.Traces;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whatever a run of {@code ./assay run} keeps below its data directory, of an erased person none.
 */
@Tag("long")
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class ErasedForGoodIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    private static final List<String> READABLE =
            List.of(
                    "Vqx-Given-Ünal",
                    "Vqx-Family-Ødegård",
                    "Vqx.Address@marker.example",
                    "Vqx-Ref-1");
    private static final List<String> SEALED = List.of("Vqx-Answer-why", "Vqx-Attachment-text");
    private static final String SUBMISSION =
            """
            {"candidate": {"givenName": "Vqx-Given-Ünal", "familyName": "Vqx-Family-Ødegård",
                           "email": "Vqx.Address@marker.example", "emailVerified": %s},
             "answers": [{"question": "Why?", "answer": "Vqx-Answer-why"}],
             "attachments": [{"name": "cv.txt", "content": "Vqx-Attachment-text"}],
             "source": {"channel": "direct", "reference": "Vqx-Ref-1"}}
            """;

    @Test
    void leavesNoTraceInAnyFileOfTheDataDirectory(@TempDir Path data) throws Exception {
        LaunchedRun run = LaunchedRun.ready(data);
        try {
            String job = openJob(run);
            String candidate = submit(run, job, "true");
            String unconfirmed = submit(run, job, "false");
            sql(data, "analyze", "checkpoint");
            assertThat(files(data, READABLE)).anyMatch(file -> file.startsWith("postgres/"));
            assertThat(files(data, SEALED)).isEmpty();

            erase(run, candidate);
            erase(run, unconfirmed);
            // Every table: what plain rows left in pages is gone when the tables are written anew.
            sql(data, "vacuum (full)", "checkpoint");
        } finally {
            run.terminate();
            run.exitCode();
        }
        List<String> everything = new ArrayList<>(READABLE);
        everything.addAll(SEALED);
        assertThat(files(data, everything)).isEmpty();
    }

    /**
     * Keycloak's database, logs and files among them. Not the write-ahead log: PostgreSQL keeps it
     * for recovery and recycles it by itself.
     */
    private static Collection<String> files(Path data, List<String> words) throws Exception {
        return Traces.of(words)
                .inFiles(data, file -> !data.relativize(file).startsWith("postgres/pg_wal"));
    }

    private static String openJob(LaunchedRun run) throws Exception {
        for (JsonNode job :
                JSON.readTree(send(run, "rita", "GET", "/v1/jobs", null, null).body())
                        .path("items")) {
            if (job.path("status").asString().equals("open")) {
                return job.path("id").asString();
            }
        }
        throw new AssertionError("no job of the sample is open");
    }

    private static String submit(LaunchedRun run, String job, String verified) throws Exception {
        var answer =
                send(
                        run,
                        "rita",
                        "POST",
                        "/v1/jobs/" + job + "/applications",
                        null,
                        SUBMISSION.formatted(verified));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JSON.readTree(answer.body()).path("candidateId").asString();
    }

    private static void erase(LaunchedRun run, String candidate) throws Exception {
        String path = "/v1/candidates/" + candidate;
        String tag =
                send(run, "hana", "GET", path, null, null)
                        .headers()
                        .firstValue("ETag")
                        .orElseThrow();
        assertThat(send(run, "hana", "DELETE", path, tag, null).statusCode()).isEqualTo(204);
    }

    private static HttpResponse<String> send(
            LaunchedRun run,
            String person,
            String method,
            String path,
            @Nullable String etag,
            @Nullable String body)
            throws Exception {
        var request =
                HttpRequest.newBuilder(run.address(path))
                        .header("Authorization", "Bearer " + token(run, person))
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body == null
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(body));
        if (etag != null) {
            request.header("If-Match", etag);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String token(LaunchedRun run, String person) throws Exception {
        String form =
                "grant_type=password&client_id=assay-cli&username=%s&password=%s&scope=openid+organization%%3A*"
                        .formatted(person, person);
        var request =
                HttpRequest.newBuilder(run.realm("/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build();
        var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        return JSON.readTree(answer.body()).required("access_token").asString();
    }

    private static void sql(Path data, String... statements) throws Exception {
        String port = Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(3);
        String password = Files.readString(data.resolve("secrets/postgres")).strip();
        try (Connection connection =
                        DriverManager.getConnection(
                                "jdbc:postgresql://127.0.0.1:" + port + "/assay",
                                "postgres",
                                password);
                Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        } catch (SQLException failure) {
            throw new AssertionError("the local database does not answer", failure);
        }
    }
}
