package dev.assay.hiring.platform.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What callers were promised stays. Every promise is a file {@code docs/openapi/<number>.json}, the
 * highest number the one that holds. Whoever has to break it adds the next one, with {@code
 * -Dassay.test.baseline=raise}, and a line "Breaking (API n): …" to the changelog; the older files
 * stay, so that a break can be seen for ever. There is no other way.
 */
class BaselineTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Path ROOT =
            Path.of(Objects.requireNonNull(System.getProperty("assay.root")));
    private static final Path FOLDER = ROOT.resolve("docs/openapi");

    private record Baseline(int number, ObjectNode document) {}

    @Test
    void nothingIsBrokenThatWasPromised() throws IOException {
        List<Baseline> promises = promises();
        ObjectNode current = ApiContract.assemble().document();
        if ("raise".equals(System.getProperty("assay.test.baseline"))) {
            raise(promises.size() + 1, current);
            promises = promises();
        }
        assertThat(BreakingChanges.between(promises.getLast().document(), current))
                .as(
                        "what callers of docs/openapi/%d.json trip over; see CONTRIBUTING.md",
                        promises.size())
                .isEmpty();
    }

    @Test
    void everyBreakIsToldInTheChangelog() throws IOException {
        List<Baseline> promises = promises();
        List<String> changelog = Files.readAllLines(ROOT.resolve("CHANGELOG.md"));
        assertThat(untold(promises, changelog)).isEmpty();
    }

    @Test
    void anUntoldBreakIsNoticed() {
        ObjectNode two = promises().getFirst().document().deepCopy();
        ((ObjectNode) two.path("paths")).remove("/v1/skills");
        List<Baseline> promises =
                List.of(promises().getFirst(), new Baseline(2, two), new Baseline(3, two));

        assertThat(untold(promises, List.of("- Breaking (API 3): something else.")))
                .containsExactly(2);
        assertThat(untold(promises, List.of("- Breaking (API 2): skills are gone."))).isEmpty();
    }

    private static List<Integer> untold(List<Baseline> promises, List<String> changelog) {
        List<Integer> untold = new ArrayList<>();
        for (int i = 1; i < promises.size(); i++) {
            Baseline now = promises.get(i);
            boolean breaks =
                    !BreakingChanges.between(promises.get(i - 1).document(), now.document())
                            .isEmpty();
            String line = "Breaking (API " + now.number() + "):";
            if (breaks && changelog.stream().noneMatch(text -> text.contains(line))) {
                untold.add(now.number());
            }
        }
        return untold;
    }

    private static void raise(int number, ObjectNode document) throws IOException {
        Files.createDirectories(FOLDER);
        Files.writeString(
                FOLDER.resolve(number + ".json"),
                JSON.writerWithDefaultPrettyPrinter().writeValueAsString(bare(document)) + "\n");
    }

    /** Without words for people and examples: they promise nothing. */
    private static JsonNode bare(ObjectNode document) {
        ObjectNode bare = JSON.createObjectNode();
        for (String part : List.of("openapi", "security", "paths", "components")) {
            bare.set(part, document.path(part).deepCopy());
        }
        strip(bare, false);
        return bare;
    }

    private static void strip(JsonNode node, boolean names) {
        if (node instanceof ObjectNode object && !names) {
            object.remove(List.of("summary", "examples"));
            if (object.path("description").isString()) {
                object.remove("description");
            }
        }
        for (var member : node.properties()) {
            strip(member.getValue(), !names && member.getKey().equals("properties"));
        }
        if (node.isArray()) {
            node.forEach(item -> strip(item, false));
        }
    }

    private static List<Baseline> promises() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .map(BaselineTest::read)
                    .sorted(Comparator.comparingInt(Baseline::number))
                    .toList();
        } catch (java.nio.file.NoSuchFileException none) {
            return List.of();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Baseline read(Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            return new Baseline(
                    Integer.parseInt(name.substring(0, name.indexOf('.'))),
                    (ObjectNode) JSON.readTree(Files.readString(file)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
