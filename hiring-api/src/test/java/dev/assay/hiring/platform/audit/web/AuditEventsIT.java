package dev.assay.hiring.platform.audit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.testkit.ApiAnswer;
import dev.assay.hiring.testkit.ApiClient;
import dev.assay.hiring.testkit.Eventually;
import dev.assay.hiring.testkit.HiringDesk;
import dev.assay.hiring.testkit.WithApplication;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The trail over HTTP. */
@WithApplication(shared = true)
class AuditEventsIT {

    private final ApiClient api;
    private final ApiClient ada;
    private String job = "";

    AuditEventsIT(ApiClient api) {
        this.api = api;
        this.ada = api.as(Person.ADA);
    }

    @BeforeEach
    void openAJob() {
        job = new HiringDesk(api.as(Person.RITA)).openJob();
        Eventually.get(
                () -> of("subject=" + job), rows -> rows.size() == 2 && isSealed(rows.get(0)));
    }

    @Test
    void tellsAuditorsWhoDidWhat() {
        JsonNode rows = of("subject=" + job);

        assertThat(rows.get(0).path("action").asString()).isEqualTo("job.changed");
        assertThat(rows.get(0).path("detail").path("status").asString()).isEqualTo("open");
        assertThat(rows.get(1).path("action").asString()).isEqualTo("job.created");
        assertThat(rows.get(1).path("actor").asString())
                .isEqualTo("person:" + Person.RITA.subject());
        assertThat(rows.get(1).path("subject").path("kind").asString()).isEqualTo("job");
        assertThat(rows.get(1).path("traceId").asString()).matches("[0-9a-f]{32}");
        assertThat(rows.get(1).path("hash").asString()).matches("[0-9a-f]{64}");
    }

    @Test
    void narrowsByActorActionAndTime() {
        JsonNode created = of("subject=" + job + "&action=job.created");
        Instant then = Instant.parse(created.get(0).path("occurredAt").asString());

        assertThat(created).hasSize(1);
        assertThat(of("subject=" + job + "&actor=person:" + Person.RITA.subject())).hasSize(2);
        assertThat(of("subject=" + job + "&actor=person:" + Person.HANA.subject())).isEmpty();
        assertThat(of("action=job.created&subject=" + job + "&from=" + then)).hasSize(1);
        assertThat(of("action=job.created&subject=" + job + "&from=" + then.plusNanos(1_000)))
                .isEmpty();
        assertThat(of("action=job.created&subject=" + job + "&until=" + then)).isEmpty();
        assertThat(of("action=job.created&subject=" + job + "&until=" + then.plusNanos(1_000)))
                .hasSize(1);
    }

    @Test
    void pagesFromTheNewestToTheOldest() {
        ApiAnswer first = ada.get("/v1/audit-events?limit=1&subject=" + job).expect(200);
        String next = first.json().path("next").asString();
        JsonNode second =
                ada.get("/v1/audit-events?limit=1&subject=" + job + "&after=" + next)
                        .expect(200)
                        .json();

        assertThat(first.header("Link").orElseThrow()).contains("rel=\"next\"");
        assertThat(second.path("items").get(0).path("action").asString()).isEqualTo("job.created");
        assertThat(second.path("next").isNull()).isTrue();
    }

    @Test
    void isForAuditorsAndHrAdminsOfTheEmployerOnly() {
        for (String path : new String[] {"", "/verification", "/export"}) {
            ada.get("/v1/audit-events" + path).expect(200);
            api.as(Person.HANA).get("/v1/audit-events" + path).expect(200);
            api.as(Person.RITA).get("/v1/audit-events" + path).expectProblem(403, "forbidden");
            api.as(Person.OMAR).get("/v1/audit-events" + path).expectProblem(403, "forbidden");
        }
    }

    @Test
    void namesAParameterThatIsMalformed() {
        ada.get("/v1/audit-events?from=yesterday").expectProblem(422, "invalid-input", "/from");
        ada.get("/v1/audit-events?subject=7").expectProblem(422, "invalid-input", "/subject");
        ada.get("/v1/audit-events?after=x").expectProblem(422, "invalid-input", "/after");
        ada.get("/v1/audit-events/verification?after=-1")
                .expectProblem(422, "invalid-input", "/after");
        ada.get("/v1/audit-events/verification?after=1")
                .expectProblem(422, "invalid-input", "/hash");
        ada.get("/v1/audit-events/verification?after=1&hash=beef")
                .expectProblem(422, "invalid-input", "/hash");
    }

    @Test
    void provesThatNothingWasRewritten() {
        JsonNode report = ada.get("/v1/audit-events/verification").expect(200).json();

        assertThat(report.path("state").asString()).as(report.toString()).isEqualTo("intact");
        assertThat(report.path("broken").isNull()).isTrue();
        JsonNode verified = report.path("verified");
        assertThat(verified.path("sequence").asLong())
                .isEqualTo(report.path("end").asLong())
                .isPositive();
        String checkpoint =
                "?after="
                        + verified.path("sequence").asLong()
                        + "&hash="
                        + verified.path("hash").asString();
        assertThat(
                        ada.get("/v1/audit-events/verification" + checkpoint)
                                .expect(200)
                                .json()
                                .path("state")
                                .asString())
                .isEqualTo("intact");
    }

    /** By a script that shares no code with us. */
    @Test
    void exportsAChainThatAnybodyCanRecompute(@TempDir Path folder) throws Exception {
        assumeTrue(hasPython(), "needs python3");
        byte[] export = ada.get("/v1/audit-events/export").expect(200).response().body();
        Path file = Files.write(folder.resolve("audit.ndjson"), export);
        String text = new String(export, StandardCharsets.UTF_8);
        assertThat(text.lines().count()).isGreaterThanOrEqualTo(2);

        assertThat(recomputed(file)).startsWith("intact up to row " + text.lines().count());
        Files.writeString(file, text.replaceFirst("job.changed", "job.cloaked"));
        assertThat(recomputed(file)).startsWith("broken at row ");
    }

    private JsonNode of(String query) {
        return ada.get("/v1/audit-events?" + query).expect(200).json().path("items");
    }

    private static boolean isSealed(JsonNode row) {
        return !row.path("sequence").isNull();
    }

    private static boolean hasPython() {
        try {
            return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", interrupted);
        }
    }

    private static String recomputed(Path file) throws IOException, InterruptedException {
        Path script =
                Path.of(System.getProperty("assay.root", ".."), "docs/samples/verify-audit.py");
        Process process =
                new ProcessBuilder("python3", script.toString(), file.toString())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
