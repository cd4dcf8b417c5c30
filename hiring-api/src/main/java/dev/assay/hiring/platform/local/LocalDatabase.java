package dev.assay.hiring.platform.local;

import dev.assay.db.migrate.Migration;
import dev.assay.db.migrate.MigrationException;
import dev.assay.db.migrate.MigrationState;
import dev.assay.db.migrate.RolePasswords;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * What the local run keeps in its PostgreSQL: the application's database and Keycloak's, each owned
 * by a role of its own with a generated password.
 */
final class LocalDatabase {
    private static final String APPLICATION = "assay";
    private static final String APPLICATION_OWNER = "assay_owner";
    private static final String KEYCLOAK = "keycloak";

    private final EmbeddedDatabase server;
    private final Secrets secrets;

    LocalDatabase(EmbeddedDatabase server, Secrets secrets) {
        this.server = server;
        this.secrets = secrets;
    }

    /**
     * Makes sure of the application's database, its schema and its runtime roles, as their owner:
     * the application itself may change none of them.
     */
    void prepareApplication() {
        String password = secrets.password("database-owner");
        server.ensureOwnedDatabase(APPLICATION, APPLICATION_OWNER, password, "createrole");
        DataSource owner = server.dataSource(APPLICATION, APPLICATION_OWNER, password);
        try {
            // The passwords live and die with this database, so an unchanged schema means that the
            // roles are in shape too; that saves most starts a second.
            if (!MigrationState.ofThisBuild().isNewest(owner)) {
                Migration.run(
                        owner,
                        new RolePasswords(
                                runtimePassword("web"),
                                runtimePassword("worker"),
                                runtimePassword("selfid")));
            }
        } catch (SQLException | MigrationException e) {
            throw new LocalRunException(
                    "the database cannot be brought to this build's schema: " + e.getMessage(), e);
        }
    }

    /**
     * Makes sure of Keycloak's database. A sample realm of another build is thrown away with all of
     * Keycloak's data: an import leaves existing realms as they are.
     */
    KeycloakSettings prepareKeycloak(LocalOptions options, KeycloakHome home) {
        String password = secrets.password("database-keycloak");
        if (home.hasOutdatedRealm()) {
            server.dropDatabase(KEYCLOAK);
            home.forgetRealm();
        }
        server.ensureOwnedDatabase(KEYCLOAK, KEYCLOAK, password, "");
        return new KeycloakSettings(
                options.keycloakPort(),
                server.jdbcUrl(KEYCLOAK),
                KEYCLOAK,
                password,
                secrets.password("keycloak-admin"));
    }

    /** Where the application's database is. */
    String applicationUrl() {
        return server.jdbcUrl(APPLICATION);
    }

    /** The password of one of the application's runtime roles. */
    String runtimePassword(String role) {
        return secrets.password("database-" + role);
    }
}
