package dev.assay.db.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of changelogs, which merging may jumble: a file that drops out of it is never run. */
class MasterChangelogTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path CHANGELOGS = RESOURCES.resolve("db/changelog");
    private static final Pattern ENTRY =
            Pattern.compile("- include:\\s*\\{?\\s*file: (db/changelog/\\S+?\\.sql)\\}?\\s");

    @Test
    void namesEveryFileOnceEachInAnEntryOfItsOwn() throws IOException {
        String master = Files.readString(CHANGELOGS.resolve("master.yaml"));
        List<String> named = ENTRY.matcher(master).results().map(entry -> entry.group(1)).toList();

        assertThat(named).containsExactlyInAnyOrderElementsOf(files());
        assertThat(master.split("include:", -1)).hasSize(named.size() + 1);
        assertThat(master.split("file:", -1)).hasSize(named.size() + 1);
    }

    private static List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(CHANGELOGS)) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .map(file -> RESOURCES.relativize(file).toString())
                    .toList();
        }
    }
}
