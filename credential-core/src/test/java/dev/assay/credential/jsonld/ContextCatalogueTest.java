package dev.assay.credential.jsonld;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.credential.fixture.Fixtures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@DisplayName("F18: bundled contexts, and no others")
class ContextCatalogueTest {

    private static final Pattern ROW =
            Pattern.compile("(?m)^(\\S+\\.jsonld) \\S+@\\S+ .*\\n {4}([0-9a-f]{64})$");

    @Test
    void everyFileHasTheDigestThatTheNoticeLists() throws Exception {
        var listed = listed();
        assertThat(listed).hasSize(12);
        for (var entry : listed.entrySet()) {
            var digest = MessageDigest.getInstance("SHA-256").digest(resource(entry.getKey()));
            assertThat(HexFormat.of().formatHex(digest))
                    .as(entry.getKey())
                    .isEqualTo(entry.getValue());
        }
    }

    @Test
    void everyContextComesFromAListedFile() {
        var files = listed().keySet().stream().map(f -> f.replace(".jsonld", "")).toList();

        assertThat(Set.copyOf(ContextCatalogue.resources())).isEqualTo(Set.copyOf(files));
    }

    @ParameterizedTest
    @CsvSource({
        "credentials-v1, 2018-credentials-v1.jsonld",
        "credentials-v2, credentials-v2.jsonld",
        "data-integrity-v1, data-integrity-v1.jsonld",
        "ed25519-signature-2020-v1, suites-ed25519-2020.jsonld",
        "ed25519-signature-2020-v1, security-suites-ed25519-2020-v1.jsonld",
        "open-badges-3.0.0, ob-v3p0.json",
        "open-badges-3.0.1, ob-v3p0-3.0.1.json",
        "open-badges-3.0.2, ob-v3p0-3.0.2.json",
        "open-badges-extensions, ob-v3p0-extensions.json"
    })
    void saysWhatThePublishedReferenceSays(String bundled, String published) {
        var reference = Fixtures.json(Fixtures.folder("contexts").resolve(published));

        assertThat(tree(bundled)).isEqualTo(reference);
    }

    @Test
    void openBadges303LacksOnlyTheTwoTermsThatTheNoticeNames() {
        var reference = Fixtures.json(Fixtures.folder("contexts").resolve("ob-v3p0-3.0.3.json"));
        var removed = new HashSet<String>();
        remove(reference, removed);

        assertThat(removed).containsExactlyInAnyOrder("endorsementJwt", "jti");
        assertThat(tree("open-badges-3.0.3")).isEqualTo(reference);
    }

    private static void remove(JsonNode node, Set<String> removed) {
        if (node instanceof ObjectNode object) {
            for (var term : Set.of("endorsementJwt", "jti")) {
                if (object.remove(term) != null) {
                    removed.add(term);
                }
            }
        }
        node.values().forEach(child -> remove(child, removed));
    }

    private static Map<String, String> listed() {
        var text = new String(resource("NOTICE"), StandardCharsets.UTF_8);
        return ROW.matcher(text)
                .results()
                .collect(
                        Collectors.toMap(
                                m -> m.group(1), m -> m.group(2), (a, _) -> a, TreeMap::new));
    }

    private static JsonNode tree(String name) {
        return Fixtures.MAPPER.readTree(resource(name + ".jsonld"));
    }

    private static byte[] resource(String name) {
        try (var in = ContextCatalogue.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatIsKnownByItsDigestIsWorkedOutOnce() {
        byte[] context = "{\"@context\": {}}".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var address = "https://example.org/context";
        var bundled = ContextCatalogue.bundled().with("https://example.org/other", context);

        var once = bundled.withPublished(address, "digest", context);

        assertThat(once.knows(address)).isTrue();
        assertThat(bundled.knows(address)).isFalse();
        assertThat(bundled.withPublished(address, "digest", context)).isSameAs(once);
        assertThat(bundled.withPublished(address, "another", context)).isNotSameAs(once);
    }
}
