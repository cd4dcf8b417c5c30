package dev.assay.hiring.platform.openapi;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.hiring.platform.openapi.ContractCheck.Exchange;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The gate that every answer in the tests goes through lets nothing undescribed pass. */
class ContractCheckTest {

    private static final String JOB =
            """
            {"id": "019e0000-0000-7000-8000-000000000001", "title": "Analyst", "status": "open", "openings": 1,
             "createdAt": "2026-11-25T09:00:00Z", "updatedAt": "2026-11-25T09:00:00Z"}
            """;
    private static final String PAGE =
            "{\"items\": [" + JOB + "], \"next\": null, \"syncToken\": null}";
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private final ContractCheck check = ContractCheck.ofThisBuild();
    private final Map<String, String> headers =
            new HashMap<>(Map.of("Content-Type", "application/json", "Trace-Id", TRACE));

    @Test
    void letsPassWhatIsDescribed() {
        passes("GET", "/v1/jobs", 200, PAGE);
        passes("GET", "/v1/jobs", 401, problem("unauthorized", 401));
    }

    @Test
    void noticesAMemberThatNobodyDescribed() {
        refuses(
                "GET",
                "/v1/jobs",
                200,
                PAGE.replace("\"openings\"", "\"salary\": 1, \"openings\""),
                "salary");
    }

    @Test
    void noticesAMemberThatIsMissing() {
        refuses("GET", "/v1/jobs", 200, PAGE.replace("\"openings\": 1,", ""), "openings");
    }

    @Test
    void noticesAnotherTypeWordAndFormat() {
        refuses(
                "GET",
                "/v1/jobs",
                200,
                PAGE.replace("\"openings\": 1", "\"openings\": \"1\""),
                "openings");
        refuses("GET", "/v1/jobs", 200, PAGE.replace("\"open\"", "\"opened\""), "status");
        refuses(
                "GET",
                "/v1/jobs",
                200,
                PAGE.replace("2026-11-25T09:00:00Z", "25 Nov 2026"),
                "createdAt");
    }

    @Test
    void noticesAStatusThatIsNotForeseen() {
        refuses("GET", "/v1/jobs", 202, PAGE, "does not foresee");
        headers.put("Content-Type", "application/problem+json");
        refuses("GET", "/v1/jobs", 409, problem("conflict", 409), "does not foresee");
    }

    @Test
    void noticesAnotherMediaType() {
        headers.put("Content-Type", "text/html");
        refuses("GET", "/v1/jobs", 200, PAGE, "text/html");
    }

    @Test
    void noticesAHeaderThatIsMissingOrUntold() {
        headers.remove("Trace-Id");
        refuses("GET", "/v1/jobs", 200, PAGE, "Trace-Id");
        headers.put("Trace-Id", "7");
        refuses("GET", "/v1/jobs", 200, PAGE, "Trace-Id");
        headers.put("Trace-Id", TRACE);
        headers.put("ETag", "\"1\"");
        refuses("GET", "/v1/jobs", 200, PAGE, "ETag");
    }

    @Test
    void noticesAnOperationThatIsNotThere() {
        refuses("GET", "/v1/salaries", 200, "{}", "no operation");
        refuses("DELETE", "/v1/jobs", 204, "", "no operation");
        headers.put("Content-Type", "application/problem+json");
        passes("DELETE", "/v1/jobs", 405, problem("method-not-allowed", 405));
    }

    @Test
    void noticesAProblemThatIsNotListedOrHasAnotherStatus() {
        headers.put("Content-Type", "application/problem+json");
        refuses("GET", "/v1/jobs", 400, problem("bad-luck", 400), "bad-luck");
        refuses("GET", "/v1/jobs", 400, problem("forbidden", 400), "another status");
        passes("GET", "/v1/jobs", 400, problem("malformed-parameter", 400));
    }

    @Test
    void noticesARequestThatWasTakenThoughTheDocumentForbidsIt() {
        headers.put("ETag", "\"1\"");
        String answer =
                """
                {"id": "019e0000-0000-7000-8000-000000000001", "ids": ["did:web:a.example"], "name": "A",
                 "tier": "known", "achievements": ["*"],
                 "createdAt": "2026-11-25T09:00:00Z", "updatedAt": "2026-11-25T09:00:00Z"}
                """;
        String path = "/v1/issuers/019e0000-0000-7000-8000-000000000001";
        String type = "application/merge-patch+json";
        assertThatCode(() -> send(path, type, "{\"note\": null}", answer))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> send(path, type, "{\"colour\": 1}", answer))
                .hasMessageContaining("colour");
        assertThatThrownBy(() -> send(path, "text/plain", "{}", answer))
                .hasMessageContaining("media type");
    }

    @Test
    void looksAtTheApiOnly() {
        passes("GET", "/console", 200, "<html>");
    }

    private void send(String path, String type, String request, String answer) {
        check.check(exchange("PATCH", path, type, request, 200, answer));
    }

    private void passes(String method, String path, int status, String body) {
        headers.compute(
                "Content-Type", (_, type) -> status >= 400 ? "application/problem+json" : type);
        headers.put("WWW-Authenticate", "Bearer");
        assertThatCode(() -> check.check(exchange(method, path, null, "", status, body)))
                .doesNotThrowAnyException();
    }

    private void refuses(String method, String path, int status, String body, String told) {
        assertThatThrownBy(() -> check.check(exchange(method, path, null, "", status, body)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(told);
    }

    private Exchange exchange(
            String method,
            String path,
            @Nullable String type,
            String request,
            int status,
            String body) {
        return new Exchange(
                method,
                path,
                type,
                request.getBytes(StandardCharsets.UTF_8),
                status,
                name -> Optional.ofNullable(headers.get(name)),
                body.getBytes(StandardCharsets.UTF_8));
    }

    private static String problem(String code, int status) {
        return """
        {"type": "https://assay.dev/problems/%s", "title": "T", "status": %d, "detail": "D", "traceId": "%s"}
        """
                .formatted(code, status, TRACE);
    }
}
