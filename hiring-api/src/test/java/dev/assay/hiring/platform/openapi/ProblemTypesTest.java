package dev.assay.hiring.platform.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What callers branch on is listed, all of it. */
class ProblemTypesTest {

    /** Where our code names a type of problem: in a refusal of ours, or beside its status. */
    private static final Pattern NAMED =
            Pattern.compile(
                    "(?:new (?:Conflict|BadRequest)\\(|HttpStatus\\.[A-Z_]+,)"
                            + "\\s*\"([a-z0-9-]+)\"");

    private static final Path ROOT =
            Path.of(Objects.requireNonNull(System.getProperty("assay.root")));

    private final ProblemTypes types = ProblemTypes.of(ApiContract.assemble().document());

    @Test
    void everyTypeThatTheCodeNamesIsListed() throws IOException {
        Set<String> named = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(ROOT.resolve("hiring-api/src/main/java"))) {
            sources.filter(file -> file.toString().endsWith(".java"))
                    .map(ProblemTypesTest::text)
                    .forEach(text ->
                            NAMED.matcher(text)
                                    .results()
                                    .forEach(match -> named.add(match.group(1))));
        }

        assertThat(named).contains("job-not-open", "malformed-json", "forbidden");
        named.removeAll(codes());
        assertThat(named).as("problem types that no x-problems lists").isEmpty();
    }

    @Test
    void thePageForPeopleListsThemAll() throws IOException {
        Path page = ROOT.resolve("docs/problems.md");
        String expected =
                """
                # Problem types

                A refused call answers a problem document (RFC 9457). Its `type` is `https://assay.dev/problems/` followed by one of
                these; it names the problem and need not be fetched. Branch on it, never on `detail`. This page is written by
                `ProblemTypesTest` from the OpenAPI document's `x-problems`.

                """
                        + types.table();
        if ("record".equals(System.getProperty("assay.test.examples"))) {
            Files.writeString(page, expected);
        }
        assertThat(Files.readString(page)).isEqualTo(expected);
    }

    @Test
    void everyTypeHasAStatusAndAMeaning() {
        assertThat(types.all())
                .isNotEmpty()
                .allSatisfy(type -> {
                    assertThat(type.code()).matches("[a-z][a-z0-9-]+");
                    assertThat(type.status()).as(type.code()).isBetween(400, 599);
                    assertThat(type.means()).as(type.code()).endsWith(".").doesNotContain("|");
                });
    }

    private Set<String> codes() {
        return types.all().stream().map(ProblemTypes.ProblemType::code).collect(Collectors.toSet());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
