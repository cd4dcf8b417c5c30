package dev.assay.credential.jsonld;

import static org.assertj.core.api.Assertions.assertThat;

import com.apicatalog.rdf.canon.RdfCanon;
import com.apicatalog.rdf.nquads.NQuadsReader;
import com.apicatalog.rdf.nquads.NQuadsWriter;
import dev.assay.credential.fixture.Fixtures;
import dev.assay.credential.report.CheckCode;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** The W3C test suite for RDF Dataset Canonicalization 1.0. */
@DisplayName("F20: RDFC-1.0, within a work limit")
class RdfCanonVectorsTest {

    /** Higher than any honest vector needs, and lower than the poisoned one. */
    private static final WorkBudget BUDGET = WorkBudget.standard();

    @TestFactory
    Stream<DynamicTest> everyVectorOfTheSuite() {
        var folder = Fixtures.folder("rdf-canon");
        var entries = Fixtures.json(folder.resolve("manifest.jsonld")).path("entries");
        assertThat(entries.size()).isEqualTo(86);
        return entries.values().stream()
                .map(entry ->
                        DynamicTest.dynamicTest(
                                entry.path("id").asString() + " " + entry.path("name").asString(),
                                () -> run(folder, entry)));
    }

    private static void run(Path folder, JsonNode entry) throws Exception {
        var input = Fixtures.text(folder.resolve(entry.path("action").stringValue()));
        switch (entry.path("type").stringValue()) {
            case "rdfc:RDFC10EvalTest" ->
                    assertThat(canonical(input, algorithm(entry)))
                            .isEqualTo(Fixtures.text(result(folder, entry)));
            case "rdfc:RDFC10MapTest" -> {
                var expected = new HashMap<String, String>();
                Fixtures.json(result(folder, entry))
                        .properties()
                        .forEach(p ->
                                expected.put("_:" + p.getKey(), "_:" + p.getValue().stringValue()));
                var canon = RdfCanon.create(algorithm(entry));
                new NQuadsReader(new StringReader(input)).provide(canon);
                canon.provide(new NQuadsWriter(new StringWriter()));
                assertThat(canon.mapping()).isEqualTo(expected);
            }
            case "rdfc:RDFC10NegativeEvalTest" ->
                    assertThat(form(input, "SHA-256"))
                            .isInstanceOfSatisfying(
                                    CanonicalForm.Refused.class,
                                    refused ->
                                            assertThat(refused.code())
                                                    .isEqualTo(CheckCode.WORK_LIMIT));
            default -> throw new AssertionError("a kind of test we do not know: " + entry);
        }
    }

    private static Path result(Path folder, JsonNode entry) {
        return folder.resolve(entry.path("result").stringValue());
    }

    private static String algorithm(JsonNode entry) {
        return entry.path("hashAlgorithm").asString("SHA256").replace("SHA", "SHA-");
    }

    private static String canonical(String input, String algorithm) throws Exception {
        return ((CanonicalForm.Canonical) form(input, algorithm)).text();
    }

    private static CanonicalForm form(String input, String algorithm) throws Exception {
        return RdfCanonicalForm.<Exception>of(
                quads -> new NQuadsReader(new StringReader(input)).provide(quads),
                algorithm,
                BUDGET);
    }
}
