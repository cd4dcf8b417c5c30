package dev.assay.hiring.skills.web;

import static dev.assay.hiring.testkit.HiringDesk.requirement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.skills.OfficialFiles;
import dev.assay.hiring.skills.Vocabularies;
import dev.assay.hiring.skills.Vocabulary;
import dev.assay.hiring.testkit.ApiClient;
import dev.assay.hiring.testkit.ApplicationUnderTest;
import dev.assay.hiring.testkit.Badges;
import dev.assay.hiring.testkit.HiringDesk;
import dev.assay.hiring.testkit.Registry;
import dev.assay.hiring.testkit.WithApplication;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Whole vocabularies, and what they make of badges. */
@WithApplication
class VocabulariesIT {

    private static final String KIM = "kim@example.org";

    private final ApplicationUnderTest node;
    private final ApiClient rita;
    private final ApiClient hana;
    private final HiringDesk desk;
    private final Registry registry;
    private final Vocabularies vocabularies;

    VocabulariesIT(ApplicationUnderTest node, ApiClient api) {
        this.node = node;
        this.rita = api.as(Person.RITA);
        this.hana = api.as(Person.HANA);
        this.desk = new HiringDesk(rita);
        this.registry = new Registry(api);
        this.vocabularies = node.bean(Vocabularies.class);
    }

    @Test
    void theOfficialFilesLoadAndAreSearchedAndMeetJobs() throws IOException {
        Path folder = Path.of(System.getProperty("assay.root", "..")).resolve("../shared/skills");
        assumeTrue(Files.isDirectory(folder), "the reference folder is not there");
        OfficialFiles files = new OfficialFiles();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                files.read(Files.readAllBytes(file));
            }
        }
        for (Vocabulary vocabulary : files.vocabularies("test")) {
            assertThat(vocabularies.take(vocabulary).skills()).isGreaterThan(2_000);
            Vocabularies.Import again = vocabularies.take(vocabulary);
            assertThat(again.skills() + again.relations()).isZero();
        }
        assertThat(
                        hana.get("/v1/vocabularies")
                                .expect(200)
                                .json()
                                .path("items")
                                .valueStream()
                                .map(one -> one.path("framework").asString()))
                .contains("ESCO", "O*NET");

        JsonNode haskell = first("Haskell");
        assertThat(haskell.path("framework").asString()).isEqualTo("ESCO");
        assertThat(first("haskel").path("name").asString()).isEqualTo("Haskell");
        assertThat(first("Haskall").path("name").asString()).isEqualTo("Haskell");
        assertThat(first("take the initiative").path("name").asString())
                .isEqualTo("show initiative");
        assertThat(first("adobe acro").path("framework").asString()).isEqualTo("O*NET");

        // Haskell is a part of computer programming, as ESCO has it.
        JsonNode programming = first("computer programming");
        Badges school = new Badges();
        registry.register(school.issuerId(), "recognised");
        String job =
                desk.openJob(
                        requirement(programming.path("uri").asString(), 3).put("mustHave", true));
        JsonNode score =
                desk.score(desk.apply(job, KIM, school.badge(KIM, haskell.path("uri").asString())));
        assertThat(score.path("mustHaves").asString()).isEqualTo("met");
        assertThat(score.at("/requirements/0/evidence/0/alignment").asInt()).isEqualTo(9000);
    }

    @Test
    void alignmentFollowsTheHierarchyAndTheCrosswalk() {
        String top = HiringDesk.newSkill(node, "Top");
        String middle = HiringDesk.newSkill(node, "Middle");
        String low = HiringDesk.newSkill(node, "Low");
        String lowest = HiringDesk.newSkill(node, "Lowest");
        String other = "https://other.example/" + UUID.randomUUID();
        vocabularies.take(
                new Vocabulary(
                        "Test",
                        "1",
                        "",
                        List.of(),
                        Set.of(below(middle, top), below(low, middle), below(lowest, low))));
        vocabularies.equate(Map.of(URI.create(other), URI.create(top)));
        Badges school = new Badges();
        registry.register(school.issuerId(), "recognised");
        String forTop = desk.openJob(requirement(top, 1).put("mustHave", true));
        String forLow = desk.openJob(requirement(low, 1).put("mustHave", true));

        assertAligned(forTop, school, top, 10_000, "met");
        assertAligned(forTop, school, middle, 9_000, "met");
        assertAligned(forTop, school, low, 9_000, "met");
        assertAligned(forTop, school, other, 9_000, "met");
        assertAligned(forLow, school, middle, 5_000, "not-shown");
        JsonNode tooFar = apply(forTop, school, lowest);
        assertThat(tooFar.at("/requirements/0/ignored/0/reason").asString())
                .isEqualTo("no-aligned-skill");
    }

    @Test
    void aJobThatAsksForASkillAndAPartOfItSaysWhyBeforeItIsPublished() {
        String whole = HiringDesk.newSkill(node, "Data work");
        String part = HiringDesk.newSkill(node, "Data cleaning");
        vocabularies.take(new Vocabulary("Test", "1", "", List.of(), Set.of(below(part, whole))));

        var draft =
                rita.post("/v1/jobs", job(requirement(whole, 3), requirement(part, 2))).expect(201);
        rita.patch("/v1/jobs/" + draft.id(), draft.etag(), "{\"status\":\"open\"}")
                .expectProblem(422, "invalid-input", "/requirements/1/jobAnalysisSource");

        var reasoned =
                rita.post(
                                "/v1/jobs",
                                job(
                                        requirement(whole, 3),
                                        requirement(part, 2)
                                                .put("jobAnalysisSource", "Half of the week.")))
                        .expect(201);
        rita.patch("/v1/jobs/" + reasoned.id(), reasoned.etag(), "{\"status\":\"open\"}")
                .expect(200);
    }

    private static String job(JsonNode... requirements) {
        var job = JsonNodeFactory.instance.objectNode();
        job.put("title", "Data analyst").put("description", "Reads figures.");
        job.putArray("requirements").addAll(List.of(requirements));
        return job.toString();
    }

    @Test
    void anInstallationOfSeveralEmployersLeavesImportingToItsOperator() {
        byte[] file = "conceptUri,preferredLabel\n".getBytes(StandardCharsets.UTF_8);

        hana.call("POST", "/v1/skills/import?version=1", "text/csv", file)
                .expectProblem(409, "import-by-operator");
        rita.call("POST", "/v1/skills/import?version=1", "text/csv", file).expect(403);
    }

    private void assertAligned(
            String job, Badges school, String shown, int alignment, String mustHaves) {
        JsonNode score = apply(job, school, shown);
        assertThat(score.at("/requirements/0/evidence/0/alignment").asInt())
                .as(shown)
                .isEqualTo(alignment);
        assertThat(score.path("mustHaves").asString()).as(shown).isEqualTo(mustHaves);
    }

    private JsonNode apply(String job, Badges school, String shown) {
        String email = UUID.randomUUID() + "@example.org";
        return desk.score(desk.apply(job, email, school.badge(email, shown)));
    }

    private JsonNode first(String text) {
        return rita.get(
                        "/v1/skills?limit=5&q="
                                + java.net.URLEncoder.encode(text, StandardCharsets.UTF_8))
                .expect(200)
                .json()
                .at("/items/0");
    }

    private static Vocabulary.Broader below(String skill, String broader) {
        return new Vocabulary.Broader(URI.create(skill), URI.create(broader));
    }
}
