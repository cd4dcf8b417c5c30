package dev.assay.credential.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every feature promised has tests that say so by its number. */
class FeatureRowsTest {

    private static final Pattern NAMED =
            Pattern.compile("@DisplayName\\(\\s*\"((?:F[0-9]+, )*F[0-9]+): ");

    /** Trust, presentations and sealed European credentials are not this library's. */
    private static final Set<Integer> ELSEWHERE = Set.of(7, 12, 16);

    @Test
    void haveTestsNamedAfterThem() throws IOException {
        var promised =
                IntStream.rangeClosed(1, 24)
                        .filter(row -> !ELSEWHERE.contains(row))
                        .mapToObj(row -> "F" + row)
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named()).containsExactlyInAnyOrderElementsOf(promised);
    }

    private static Set<String> named() throws IOException {
        var sources = Path.of(System.getProperty("assay.root", ".."), "credential-core/src/test");
        try (var files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith("Test.java"))
                    .flatMap(FeatureRowsTest::rows)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Stream<String> rows(Path file) {
        try {
            return NAMED.matcher(Files.readString(file))
                    .results()
                    .flatMap(match -> Arrays.stream(match.group(1).split(", ")));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
