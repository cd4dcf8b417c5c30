package dev.assay.hiring.platform.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
    @TempDir private Path root;

    private Path directory = Path.of("");

    @BeforeEach
    void choose() {
        directory = root.resolve("data");
    }

    @Test
    void isMadeWhenThereIsNone() {
        try (DataDirectory data = take()) {
            assertThat(data.path()).isDirectory();
        }
    }

    @Test
    void canBeTakenAgainWhenLetGo() {
        take().close();

        try (DataDirectory data = take()) {
            assertThat(data.path()).isEqualTo(directory);
        }
    }

    @Test
    void refusesADirectoryOfSomebodyElses() throws Exception {
        Files.createDirectory(directory);
        Files.writeString(directory.resolve("thesis.txt"), "years of work");

        assertThatThrownBy(this::take)
                .isInstanceOf(LocalRunException.class)
                .hasMessageContaining("neither empty nor the data of an earlier run");
        assertThat(directory.resolve("thesis.txt")).exists();
    }

    @Test
    void clearsItsOwnThingsAndNothingElse() throws Exception {
        try (DataDirectory data = take()) {
            Files.createDirectories(directory.resolve("postgres").resolve("base"));
            Files.createDirectory(directory.resolve("dist"));
            String secret = data.secrets().password("postgres");

            data.clear();

            assertThat(directory.resolve("postgres")).doesNotExist();
            assertThat(directory.resolve("dist")).exists();
            assertThat(data.secrets().password("postgres")).isNotEqualTo(secret);
        }
    }

    private DataDirectory take() {
        return DataDirectory.take(directory, "the test", root);
    }
}
