package dev.assay.hiring.platform.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.hiring.skills.Skills;
import dev.assay.hiring.skills.Skills.NewSkill;
import dev.assay.hiring.testkit.ApiClient;
import dev.assay.hiring.testkit.ApplicationUnderTest;
import dev.assay.hiring.testkit.Registry;
import dev.assay.hiring.testkit.WithApplication;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Runs every example of the document against a real application. What it answers is what the
 * document shows; after a change of the API, record anew with {@code -Dassay.test.examples=record}
 * and look at the difference.
 */
@WithApplication
class ExamplesIT {

    private static final JsonMapper PRETTY =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final Pattern ID =
            Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final String SQL =
            "http://data.europa.eu/esco/skill/598de5b0-5b58-4ea7-8058-a4bc4d18c742";

    private final ApiClient api;
    private final ObjectNode contract = ApiContract.assemble().source();
    private final RecordedExamples recorded = new RecordedExamples(ContractFiles.answers());
    private final Map<String, JsonNode> world;
    private final Set<String> given = new HashSet<>();

    ExamplesIT(ApplicationUnderTest application, ApiClient api) throws IOException {
        this.api = api;
        application.bean(Skills.class).add(List.of(new NewSkill(URI.create(SQL), "SQL", "ESCO")));
        JsonNode badge =
                PRETTY.readTree(Files.readString(root().resolve("docs/samples/sql-badge.json")));
        world =
                Map.of(
                        "badge", badge,
                        "sql", JsonNodeFactory.instance.stringNode(SQL),
                        "unknown",
                                JsonNodeFactory.instance.stringNode(
                                        "019e0000-0000-7000-8000-999999999999"));
        // Whose badges count, so that the scores shown are worth reading.
        new Registry(api).register(badge.at("/issuer/id").asString(), "trusted");
        ID.matcher(contract.toString() + world).results().forEach(id -> given.add(id.group()));
    }

    @TestFactory
    List<DynamicTest> everyExampleIsAnsweredAsShown() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Operation operation : Operation.all(contract)) {
            if (!isWanted(operation)) {
                continue;
            }
            Map<String, JsonNode> answers = new TreeMap<>();
            for (JsonNode example : operation.node().path(ApiContract.EXAMPLES)) {
                String name = example.path("name").asString();
                tests.add(
                        DynamicTest.dynamicTest(
                                operation.id() + "/" + name,
                                () -> check(operation, example, answers)));
            }
            tests.add(
                    DynamicTest.dynamicTest(
                            operation.id() + " shows nothing else",
                            () -> finish(operation, answers)));
        }
        return tests;
    }

    /** All of them, unless {@code -Dassay.test.examples.of} names operations, apart by commas. */
    private static boolean isWanted(Operation operation) {
        String wanted = System.getProperty("assay.test.examples.of", "");
        return wanted.isEmpty() || List.of(wanted.split(",", -1)).contains(operation.id());
    }

    private void check(Operation operation, JsonNode example, Map<String, JsonNode> answers) {
        String name = example.path("name").asString();
        ExampleRun run = new ExampleRun(api, contract, world);
        ExampleRun.Outcome outcome = run.run(operation, example);
        outcome.answer().expect(outcome.expected());
        var normalised = new Normalised(Instant.now(), given, run.unique());
        ObjectNode exchange = exchange(outcome, normalised, example.path("show").asBoolean(true));
        show(example.path("shown"), exchange.path("response"));
        answers.put(name, exchange);
        if (!isRecording()) {
            assertThat(answers.get(name))
                    .as(
                            "%s/%s; if it changed on purpose, run this test with"
                                    + " -Dassay.test.examples=record",
                            operation.id(), name)
                    .isEqualTo(recorded.of(operation.id()).get(name));
        }
    }

    private void finish(Operation operation, Map<String, JsonNode> answers) throws IOException {
        if (isRecording()) {
            Path file =
                    root().resolve("hiring-api/src/main/resources/openapi/answers")
                            .resolve(operation.id() + ".json");
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            if (!answers.isEmpty()) {
                Files.writeString(file, PRETTY.writeValueAsString(answers) + "\n");
            }
        } else {
            assertThat(recorded.of(operation.id()).keySet()).isEqualTo(answers.keySet());
        }
    }

    /** What differs from run to run, by its place, and what the document shows instead. */
    private static void show(JsonNode shown, JsonNode response) {
        shown.properties()
                .forEach(place -> {
                    JsonPointer member = JsonPointer.compile(place.getKey());
                    assertThat(response.at(member).isMissingNode()).as(place.getKey()).isFalse();
                    ((ObjectNode) response.at(member.head()))
                            .set(member.last().getMatchingProperty(), place.getValue());
                });
    }

    private static ObjectNode exchange(
            ExampleRun.Outcome outcome, Normalised normalised, boolean show) {
        ObjectNode exchange = PRETTY.createObjectNode();
        if (!outcome.sent().isMissingNode()) {
            exchange.putObject("request")
                    .put("contentType", outcome.contentType())
                    .set("body", normalised.of(outcome.sent()));
        }
        ObjectNode response = exchange.putObject("response");
        response.put("status", outcome.answer().status());
        if (!show) {
            return exchange;
        }
        for (String header : List.of("ETag", "Location", "Link", "Retry-After")) {
            outcome.answer()
                    .header(header)
                    .ifPresent(value -> response.put(header, normalised.header(value)));
        }
        outcome.answer()
                .header("Content-Type")
                .map(type -> type.split(";", 2)[0])
                .ifPresent(type -> {
                    response.put("contentType", type);
                    if (type.endsWith("json")) {
                        response.set("body", normalised.of(outcome.answer().json()));
                    } else {
                        response.put("body", normalised.of(outcome.answer().text()));
                    }
                });
        // As it would be read from the file: numbers are equal then.
        return (ObjectNode) PRETTY.readTree(PRETTY.writeValueAsString(exchange));
    }

    private static boolean isRecording() {
        return "record".equals(System.getProperty("assay.test.examples"));
    }

    private static Path root() {
        return Path.of(Objects.requireNonNull(System.getProperty("assay.root")));
    }
}
