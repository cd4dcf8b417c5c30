package dev.assay.hiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.db.testkit.TestDatabase;
import dev.assay.db.testkit.WithDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operator's import, on a database without anything else around. */
@WithDatabase
class SkillsCommandIT {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void importsAFolderAndTwiceIsOnce(TestDatabase database, @TempDir Path folder)
            throws IOException {
        Files.writeString(
                folder.resolve("skills_en.csv"),
                "conceptType,conceptUri,preferredLabel,altLabels,status\n"
                        + "KnowledgeSkillCompetence,http://data.europa.eu/esco/skill/it,weave nets,,released\n");
        Files.writeString(folder.resolve("README.txt"), "Nothing of ours.\n");
        Map<String, Object> settings =
                Map.of(
                        "assay.database.url", database.jdbcUrl(),
                        "assay.database.web.password", database.rolePasswords().web(),
                        "assay.database.worker.password", database.rolePasswords().worker());

        assertThat(run(settings, "import", folder.toString(), "v1")).isZero();
        assertThat(run(settings, "import", folder.toString(), "v1")).isZero();

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("read       skills_en.csv", "passed     README.txt")
                .contains("1 skills read, 1 of them new or changed")
                .contains("1 skills read, 0 of them new or changed")
                .contains("ESCO classification");
    }

    @Test
    void saysHowItIsUsedAndWhenNothingIsThere(@TempDir Path empty) {
        assertThat(run(Map.of(), "export")).isEqualTo(2);
        assertThat(run(Map.of(), "import", empty.toString())).isEqualTo(1);
        assertThat(run(Map.of(), "import", empty.resolve("none").toString())).isEqualTo(2);
    }

    private int run(Map<String, Object> settings, String... arguments) {
        return SkillsCommand.run(
                arguments, settings, new PrintStream(out, true, StandardCharsets.UTF_8));
    }
}
