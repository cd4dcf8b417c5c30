package dev.assay.hiring.platform.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @TempDir private Path directory;

    @Test
    void areTheSameAtEveryRun() {
        String first = new Secrets(directory).password("database");

        assertThat(new Secrets(directory).password("database")).isEqualTo(first);
        assertThat(new Secrets(directory).password("other")).isNotEqualTo(first);
    }

    @Test
    void areReadableByTheirOwnerAlone() throws Exception {
        Path below = directory.resolve("secrets");
        Path file = new Secrets(below).keyFile("master.key");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(below)))
                .isEqualTo("rwx------");
    }

    @Test
    void have256Bits() throws Exception {
        Path file = new Secrets(directory).keyFile("master.key");

        assertThat(Base64.getDecoder().decode(Files.readString(file).strip())).hasSize(32);
    }
}
