package dev.assay.db.migrate;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * What an operator runs before a new version starts: {@code java -cp 'lib/*'
 * dev.assay.db.migrate.MigrateCommand}. Settings come from the environment:
 *
 * <ul>
 *   <li>{@code ASSAY_DB_URL}: the JDBC address
 *   <li>{@code ASSAY_DB_OWNER}, {@code ASSAY_DB_OWNER_PASSWORD}: the owner of the database
 *   <li>{@code ASSAY_DB_WEB_PASSWORD}, {@code ASSAY_DB_WORKER_PASSWORD}, {@code
 *       ASSAY_DB_SELFID_PASSWORD}: the passwords the runtime roles get
 * </ul>
 *
 * <p>Each password may instead be named as a file in the variable with {@code _FILE} appended.
 * Passwords are not taken as arguments, where other processes could read them. Exit code 0 means
 * the database is at the newest change set, 1 that it is not, 2 that a setting is missing.
 */
public final class MigrateCommand {
    private final Map<String, String> environment;

    private MigrateCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    public static void main(String[] args) {
        System.exit(run(System.getenv(), System.out, System.err));
    }

    static int run(Map<String, String> environment, PrintStream out, PrintStream err) {
        MigrateCommand command = new MigrateCommand(environment);
        PGSimpleDataSource owner;
        RolePasswords passwords;
        try {
            owner = command.owner();
            passwords = command.passwords();
        } catch (IllegalArgumentException | IOException e) {
            err.println("assay-db: " + e.getMessage());
            return 2;
        }
        try {
            Migration.run(owner, passwords);
        } catch (MigrationException | UnsafeRuntimeRoleException e) {
            e.printStackTrace(err);
            return 1;
        }
        out.println("assay-db: the database is at the newest change set");
        return 0;
    }

    private PGSimpleDataSource owner() throws IOException {
        PGSimpleDataSource owner = new PGSimpleDataSource();
        owner.setUrl(text("ASSAY_DB_URL"));
        owner.setUser(text("ASSAY_DB_OWNER"));
        owner.setPassword(secret("ASSAY_DB_OWNER_PASSWORD"));
        return owner;
    }

    private RolePasswords passwords() throws IOException {
        return new RolePasswords(
                secret("ASSAY_DB_WEB_PASSWORD"),
                secret("ASSAY_DB_WORKER_PASSWORD"),
                secret("ASSAY_DB_SELFID_PASSWORD"));
    }

    private String text(String name) {
        @Nullable String value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(name + " is not set");
        }
        return value;
    }

    private String secret(String name) throws IOException {
        @Nullable String file = environment.get(name + "_FILE");
        return file == null ? text(name) : Files.readString(Path.of(file)).strip();
    }
}
