package dev.assay.hiring.scoring.web;

import static dev.assay.hiring.testkit.HiringDesk.requirement;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import dev.assay.db.testkit.TestDatabase;
import dev.assay.hiring.ReceiptCommand;
import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.platform.signing.PlatformSigner;
import dev.assay.hiring.scoring.ReceiptCheck;
import dev.assay.hiring.scoring.ReceiptReport;
import dev.assay.hiring.testkit.ApiAnswer;
import dev.assay.hiring.testkit.ApiClient;
import dev.assay.hiring.testkit.ApplicationUnderTest;
import dev.assay.hiring.testkit.Badges;
import dev.assay.hiring.testkit.HiringDesk;
import dev.assay.hiring.testkit.Registry;
import dev.assay.hiring.testkit.WithApplication;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Receipts as the server hands them out, checked with what it publishes and nothing else. */
@WithApplication
class ReceiptIT {

    private static final String KIM = "kim@example.org";

    private final ApplicationUnderTest node;
    private final ApiClient api;
    private final ApiClient rita;

    ReceiptIT(ApplicationUnderTest node, ApiClient api) {
        this.node = node;
        this.api = api;
        this.rita = api.as(Person.RITA);
    }

    @Test
    void aReceiptHoldsForAnybodyAlsoAfterTheKeyWasExchanged(
            TestDatabase database, @TempDir Path elsewhere) throws Exception {
        String application = scored();
        ApiAnswer receipt =
                rita.get("/v1/applications/" + application + "/score/receipt").expect(200);
        JsonNode score = rita.get("/v1/applications/" + application + "/score").expect(200).json();
        assertThat(receipt.json().path("score")).isEqualTo(score.path("score"));
        assertThat(receipt.json().path("issuer").asString()).isEqualTo("did:web:assay.example");
        assertThat(receipt.text()).doesNotContain("Kim", "kim@", "SQL", "Quayside");

        theCommandAloneRecomputes(receipt, elsewhere);

        aYearLater(database);
        ApiAnswer announced =
                rita.get("/v1/applications/" + application + "/score/receipt").expect(200);
        assertThat(method(announced)).isEqualTo(method(receipt));
        Set<String> saved = methods();
        assertThat(saved).hasSize(2);
        rotate();
        assertThat(method(rita.get("/v1/applications/" + application + "/score/receipt")))
                .as("copies of the published keys may still lack the next one")
                .isEqualTo(method(receipt));

        aYearLater(database);
        assertThat(verified(receipt.text()).path("outcome").asString()).isEqualTo("passed");
        ApiAnswer later =
                rita.get("/v1/applications/" + application + "/score/receipt").expect(200);
        assertThat(method(later)).isNotEqualTo(method(receipt));
        assertThat(later.etag()).isEqualTo(receipt.etag());
        assertThat(ReceiptCheck.withKeys(saved).check(later.response().body()).outcome())
                .as("with keys that were saved before this one signed")
                .isEqualTo(ReceiptReport.Outcome.PASSED);
        assertThat(verified(later.text()).path("outcome").asString()).isEqualTo("passed");
    }

    @Test
    void whatAnybodyChangedDoesNotHold() {
        ObjectNode receipt =
                (ObjectNode)
                        rita.get("/v1/applications/" + scored() + "/score/receipt")
                                .expect(200)
                                .json();
        receipt.put("score", 100);

        JsonNode found = verified(receipt.toString());

        assertThat(found.path("outcome").asString()).isEqualTo("failed");
        assertThat(
                        found.path("steps")
                                .valueStream()
                                .filter(step -> step.path("outcome").asString().equals("failed"))
                                .map(step -> step.path("name").asString()))
                .containsExactly("signature", "score");
    }

    @Test
    void theCandidatesViewIsSignedToo() {
        ApiAnswer view =
                rita.get("/v1/applications/" + scored() + "/score/receipt?view=candidate")
                        .expect(200);

        assertThat(view.json().has("inputs")).isFalse();
        assertThat(view.text()).doesNotContain("\"group\"");
        assertThat(verified(view.text()).path("outcome").asString()).isEqualTo("unchecked");
        rita.get("/v1/applications/" + scored() + "/score/receipt?view=mine")
                .expectProblem(422, "invalid-input", "/view");
    }

    @Test
    void theKeysArePublishedInBothFormsForAnybody() {
        JsonNode document = api.get("/.well-known/did.json").expect(200).json();
        JsonNode set = api.get("/.well-known/jwks.json").expect(200).json();

        List<String> methods =
                document.path("verificationMethod")
                        .valueStream()
                        .map(method -> method.path("id").asString())
                        .toList();
        assertThat(methods).isNotEmpty();
        assertThat(set.path("keys").valueStream().map(key -> key.path("kid").asString()))
                .containsExactlyElementsOf(methods);
        assertThat(set.toString() + document).doesNotContain("\"d\"", "sealed", "private");
    }

    private String scored() {
        HiringDesk desk = new HiringDesk(rita);
        String sql = HiringDesk.newSkill(node, "SQL");
        Badges school = new Badges();
        new Registry(api).register(school.issuerId(), "trusted");
        String job =
                desk.openJob(requirement(sql, 3), requirement(HiringDesk.newSkill(node, "R"), 1));
        return desk.apply(job, KIM, school.badge(KIM, sql));
    }

    private JsonNode verified(String receipt) {
        return api.post(
                        "/v1/receipts/verify",
                        ApiClient.JSON,
                        receipt.getBytes(StandardCharsets.UTF_8))
                .expect(200)
                .json();
    }

    private static String method(ApiAnswer receipt) {
        return receipt.json().path("proof").path("verificationMethod").asString();
    }

    /** To the last digit, in a process that knows of no server, no database and no setting. */
    private void theCommandAloneRecomputes(ApiAnswer handedOut, Path folder) throws Exception {
        Path receipt = Files.write(folder.resolve("receipt.json"), handedOut.response().body());
        Path keys =
                Files.write(
                        folder.resolve("did.json"),
                        api.get("/.well-known/did.json").expect(200).response().body());
        ProcessBuilder command =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                ReceiptCommand.class.getName(),
                                "--keys",
                                keys.toString(),
                                receipt.toString())
                        .directory(folder.toFile())
                        .redirectErrorStream(true);
        command.environment().clear();

        Process run = command.start();
        String printed = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(run.waitFor()).as(printed).isZero();
        assertThat(printed)
                .contains(": holds")
                .containsPattern("score +passed")
                .doesNotContain("unchecked", "failed");
    }

    private void aYearLater(TestDatabase database) throws SQLException {
        execute(
                database,
                "update platform_key set created_at = created_at - interval '400 days',"
                        + " signs_from = signs_from - interval '400 days'");
        rotate();
    }

    private void rotate() {
        node.bean("signingKeyRotation", RecurringTask.class).execute(null, null);
    }

    /** The published ones, past what the node keeps for some seconds. */
    private Set<String> methods() {
        PlatformSigner signer = node.bean(PlatformSigner.class);
        return signer.keys().stream()
                .map(key -> signer.method(key.multikey()))
                .collect(Collectors.toSet());
    }

    private static void execute(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.ownerDataSource().getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }
}
