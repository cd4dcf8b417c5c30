package dev.assay.hiring.platform.work;

import static dev.assay.hiring.testkit.HiringDesk.application;
import static dev.assay.hiring.testkit.HiringDesk.requirement;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.db.testkit.TestDatabase;
import dev.assay.db.testkit.WithDatabase;
import dev.assay.hiring.HiringApplication;
import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.testkit.ApiClient;
import dev.assay.hiring.testkit.ApplicationUnderTest;
import dev.assay.hiring.testkit.Badges;
import dev.assay.hiring.testkit.Eventually;
import dev.assay.hiring.testkit.HiringDesk;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Two nodes on one database. */
@WithDatabase
class TwoNodesIT {

    private static final int TASKS = 12;

    @Test
    void shareTheWorkWithoutDoingAnyOfItTwice(TestDatabase database, @TempDir Path folder)
            throws IOException {
        // What one seals, the other opens.
        String key =
                "assay.secrets.master-key-file="
                        + Files.writeString(
                                folder.resolve("master.key"),
                                Base64.getEncoder().encodeToString(SecureRandom.getSeed(32)));
        try (ApplicationUnderTest one =
                        ApplicationUnderTest.start(HiringApplication.class, database, key);
                ApplicationUnderTest other =
                        ApplicationUnderTest.start(HiringApplication.class, database, key)) {
            share(one, other);
        }
    }

    private static void share(ApplicationUnderTest one, ApplicationUnderTest other) {
        ApiClient api = ApiClient.of(one);
        HiringDesk desk = new HiringDesk(api.as(Person.RITA));
        String skill = HiringDesk.newSkill(one, "SQL");
        Badges school = new Badges();
        String job = desk.openJob(requirement(skill, 3));
        List<String> operations = new ArrayList<>();
        // Until both have had some: who comes first to a task is chance.
        Eventually.get(
                () -> {
                    operations.addAll(deferred(api, school, skill, job, operations.size()));
                    return steps(one) > 0 && steps(other) > 0;
                },
                both -> both);
        for (String operation : operations) {
            Eventually.get(() -> state(api, operation), state -> state.equals("succeeded"));
        }

        assertThat(steps(one) + steps(other)).isEqualTo(operations.size());
        assertThat(applications(api, job)).isEqualTo(operations.size());
    }

    private static List<String> deferred(
            ApiClient api, Badges school, String skill, String job, int first) {
        return IntStream.range(first, first + TASKS)
                .mapToObj(i -> "n" + i + "@example.org")
                .map(email ->
                        api.as(Person.RITA)
                                .with("Prefer", "respond-async")
                                .post(
                                        "/v1/jobs/" + job + "/applications",
                                        application(email, school.badge(email, skill)).toString())
                                .expect(202)
                                .id())
                .toList();
    }

    private static double steps(ApplicationUnderTest node) {
        return node.bean(MeterRegistry.class)
                .counter("assay.operations.steps", "kind", "application-submission")
                .count();
    }

    private static String state(ApiClient api, String operation) {
        return api.as(Person.RITA)
                .get("/v1/operations/" + operation)
                .expect(200)
                .json()
                .path("state")
                .asString();
    }

    private static int applications(ApiClient api, String job) {
        int count = 0;
        String after = "";
        while (true) {
            JsonNode page =
                    api.as(Person.RITA)
                            .get("/v1/jobs/" + job + "/ranking?limit=200" + after)
                            .expect(200)
                            .json();
            count += page.path("items").size();
            if (page.path("next").isNull()) {
                return count;
            }
            after = "&after=" + page.path("next").asString();
        }
    }
}
