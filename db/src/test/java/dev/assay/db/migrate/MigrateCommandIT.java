package dev.assay.db.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.db.testkit.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrateCommandIT {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void migratesWithPasswordsFromVariablesAndFiles(@TempDir Path secrets)
            throws IOException, SQLException {
        try (TestDatabase database = TestDatabase.empty()) {
            Path web = Files.writeString(secrets.resolve("web"), "test-web\n");
            Map<String, String> environment = environment(database);
            environment.remove("ASSAY_DB_WEB_PASSWORD");
            environment.put("ASSAY_DB_WEB_PASSWORD_FILE", web.toString());

            assertThat(run(environment)).isZero();

            assertThat(MigrationState.ofThisBuild().isNewest(database.webDataSource())).isTrue();
            assertThat(text(out)).contains("newest change set");
        }
    }

    @Test
    void namesTheSettingThatIsMissing() {
        try (TestDatabase database = TestDatabase.empty()) {
            Map<String, String> environment = environment(database);
            environment.remove("ASSAY_DB_OWNER");

            assertThat(run(environment)).isEqualTo(2);
            assertThat(text(err)).contains("ASSAY_DB_OWNER is not set");
        }
    }

    @Test
    void reportsADatabaseThatRefusesTheOwner() {
        try (TestDatabase database = TestDatabase.empty()) {
            Map<String, String> environment = environment(database);
            environment.put("ASSAY_DB_OWNER_PASSWORD", "not-the-password");

            // The embedded server trusts the loopback, so it is the name that must be wrong.
            environment.put("ASSAY_DB_OWNER", "nobody");

            assertThat(run(environment)).isEqualTo(1);
            assertThat(text(err)).contains("nobody").doesNotContain("not-the-password");
        }
    }

    private int run(Map<String, String> environment) {
        return MigrateCommand.run(
                environment,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private static Map<String, String> environment(TestDatabase database) {
        Map<String, String> environment = new HashMap<>();
        environment.put("ASSAY_DB_URL", database.jdbcUrl());
        environment.put("ASSAY_DB_OWNER", database.ownerName());
        environment.put("ASSAY_DB_OWNER_PASSWORD", database.ownerPassword());
        environment.put("ASSAY_DB_WEB_PASSWORD", database.rolePasswords().web());
        environment.put("ASSAY_DB_WORKER_PASSWORD", database.rolePasswords().worker());
        environment.put("ASSAY_DB_SELFID_PASSWORD", database.rolePasswords().selfId());
        return environment;
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
