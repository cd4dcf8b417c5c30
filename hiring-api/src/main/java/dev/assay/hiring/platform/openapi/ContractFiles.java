package dev.assay.hiring.platform.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The hand-kept files of the contract, as they lie on the class path: {@code openapi/api.yaml} with
 * what is common, then one a feature, and what the executed examples answered.
 */
final class ContractFiles {

    private static final String FOLDER = "classpath*:openapi/";
    private static final String FRAME = "api.yaml";
    private static final JsonMapper JSON = JsonMapper.shared();

    /** A part of the contract, and the file it came from. */
    record Part(String file, ObjectNode content) {}

    private ContractFiles() {}

    /** The common frame first, the features after it by name. */
    static List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        for (Resource file : files("*.yaml")) {
            String name = Objects.requireNonNull(file.getFilename());
            parts.add(new Part(name, (ObjectNode) yaml(file)));
        }
        parts.sort(
                Comparator.comparing((Part part) -> !part.file().equals(FRAME))
                        .thenComparing(Part::file));
        return parts;
    }

    /** What the examples of each operation answered, by operation. */
    static ObjectNode answers() {
        ObjectNode answers = JSON.createObjectNode();
        for (Resource file : files("answers/*.json")) {
            String name = Objects.requireNonNull(file.getFilename());
            answers.set(name.substring(0, name.length() - ".json".length()), json(file));
        }
        return answers;
    }

    private static List<Resource> files(String pattern) {
        try {
            return Arrays.asList(
                    new PathMatchingResourcePatternResolver().getResources(FOLDER + pattern));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static JsonNode json(Resource file) {
        try (InputStream content = file.getInputStream()) {
            return JSON.readTree(content);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static JsonNode yaml(Resource file) {
        LoaderOptions strict = new LoaderOptions();
        strict.setAllowDuplicateKeys(false);
        strict.setMaxAliasesForCollections(0);
        var yaml =
                new Yaml(
                        new SafeConstructor(strict),
                        new Representer(new DumperOptions()),
                        new DumperOptions(),
                        strict,
                        new JsonTypes());
        try (InputStream content = file.getInputStream()) {
            Object read = yaml.load(content);
            return JSON.valueToTree(read);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** YAML with the types of JSON and no others: no dates, no octal numbers, no "on" and "off". */
    private static final class JsonTypes extends Resolver {

        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(Tag.BOOL, Pattern.compile("true|false"), "tf");
            addImplicitResolver(Tag.NULL, Pattern.compile("null"), "n");
            addImplicitResolver(Tag.INT, Pattern.compile("-?(?:0|[1-9][0-9]*)"), "-0123456789");
            addImplicitResolver(
                    Tag.FLOAT,
                    Pattern.compile("-?(?:0|[1-9][0-9]*)\\.[0-9]+(?:[eE][-+]?[0-9]+)?"),
                    "-0123456789");
        }
    }
}
