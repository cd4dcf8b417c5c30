package dev.assay.db.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangelogFingerprintTest {
    @TempDir Path changelog;
    private String before;

    @BeforeEach
    void writeTwoFiles() throws IOException {
        Files.writeString(changelog.resolve("a.sql"), "create");
        Files.writeString(changelog.resolve("b.sql"), "table");
        before = ChangelogFingerprint.of(changelog, "1");
    }

    @Test
    void staysTheSameForTheSameFiles() {
        assertThat(ChangelogFingerprint.of(changelog, "1")).isEqualTo(before);
    }

    @Test
    void changesWithTheGenerator() {
        assertThat(ChangelogFingerprint.of(changelog, "2")).isNotEqualTo(before);
    }

    @Test
    void changesWithAFilesName() throws IOException {
        Files.move(changelog.resolve("b.sql"), changelog.resolve("c.sql"));
        assertThat(ChangelogFingerprint.of(changelog, "1")).isNotEqualTo(before);
    }

    @Test
    void changesWhenTextMovesFromOneFileToTheNext() throws IOException {
        Files.writeString(changelog.resolve("a.sql"), "creat");
        Files.writeString(changelog.resolve("b.sql"), "etable");
        assertThat(ChangelogFingerprint.of(changelog, "1")).isNotEqualTo(before);
    }
}
