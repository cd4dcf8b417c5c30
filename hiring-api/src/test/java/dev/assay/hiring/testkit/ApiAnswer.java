package dev.assay.hiring.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came back. */
public record ApiAnswer(HttpResponse<byte[]> response) {

    private static final JsonMapper JSON = new JsonMapper();

    public int status() {
        return response.statusCode();
    }

    public String text() {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    public JsonNode json() {
        return JSON.readTree(response.body());
    }

    public Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }

    /** Of the version that was answered. */
    public String etag() {
        return header("ETag").orElseThrow(() -> new AssertionError("no ETag, but " + text()));
    }

    /** The {@code id} of what was answered. */
    public String id() {
        return json().required("id").asString();
    }

    /** The files of an archive, by name. */
    public Map<String, byte[]> unzipped() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(response.body()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    /** Asserts the status, and shows the body when it is another. */
    public ApiAnswer expect(int status) {
        assertThat(status()).as("status of %s: %s", response.uri(), text()).isEqualTo(status);
        return this;
    }

    /** Asserts a whole problem document with this code, naming exactly these fields. */
    public ApiAnswer expectProblem(int status, String code, String... pointers) {
        expect(status);
        assertThat(header("Content-Type")).contains("application/problem+json");
        JsonNode problem = json();
        assertThat(problem.path("type").asString())
                .as(text())
                .isEqualTo("https://assay.dev/problems/" + code);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asString()).isNotBlank();
        assertThat(problem.path("detail").asString()).isNotBlank();
        assertThat(problem.path("traceId").asString()).matches("[0-9a-f]{32}");
        assertThat(header("Trace-Id")).contains(problem.path("traceId").asString());
        List<String> named = new ArrayList<>();
        for (JsonNode fault : problem.path("errors")) {
            named.add(fault.required("pointer").asString());
            assertThat(fault.required("detail").asString()).isNotBlank();
        }
        assertThat(named).as(text()).containsExactlyInAnyOrder(pointers);
        return this;
    }
}
