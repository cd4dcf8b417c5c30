package dev.assay.hiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.hiring.skills.Skills;
import dev.assay.hiring.skills.Skills.NewSkill;
import dev.assay.hiring.testkit.ApplicationUnderTest;
import dev.assay.hiring.testkit.TestKeycloak;
import dev.assay.hiring.testkit.WithApplication;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The script of a whole hiring, which was written from the OpenAPI document alone. */
@WithApplication
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class WholeHiringIT {

    private static final Path SCRIPT =
            Path.of(System.getProperty("assay.root", ".."), "docs/samples/whole-hiring.py")
                    .toAbsolutePath();
    private static final String PYTHON = "python3";
    private static final String ESCO = "http://data.europa.eu/esco/skill/";

    private final ApplicationUnderTest node;

    WholeHiringIT(ApplicationUnderTest node) {
        this.node = node;
    }

    @Test
    void runsFromTheJobToTheHire(@TempDir Path folder) throws Exception {
        assumeTrue(hasPython(), PYTHON + " is not installed");
        node.bean(Skills.class)
                .add(
                        List.of(
                                skill("598de5b0-5b58-4ea7-8058-a4bc4d18c742", "SQL"),
                                skill("whole-hiring-spreadsheets", "use spreadsheet software"),
                                skill("whole-hiring-data", "data analysis")));
        Path said = folder.resolve("said.txt");

        Process script =
                new ProcessBuilder(
                                PYTHON,
                                SCRIPT.toString(),
                                node.address().toString(),
                                TestKeycloak.get().issuer().toString())
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        try {
            int status = script.waitFor();

            String told = Files.readString(said, StandardCharsets.UTF_8);
            assertThat(status).as(told).isZero();
            assertThat(told)
                    .contains(
                            "fifty applications by import",
                            "is hired at 55000.00 USD",
                            "audit trail: intact");
        } finally {
            script.destroyForcibly();
        }
    }

    private static NewSkill skill(String id, String label) {
        return new NewSkill(URI.create(ESCO + id), label, "ESCO");
    }

    private static boolean hasPython() throws InterruptedException {
        try {
            return new ProcessBuilder(PYTHON, "--version").start().waitFor() == 0;
        } catch (IOException absent) {
            return false;
        }
    }
}
