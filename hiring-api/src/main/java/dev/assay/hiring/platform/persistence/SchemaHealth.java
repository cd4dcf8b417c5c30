package dev.assay.hiring.platform.persistence;

import dev.assay.db.migrate.MigrationState;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Ready means: the database answers and carries this build's newest change set. */
@Component("schema")
class SchemaHealth implements HealthIndicator {

    private final DataSource database;
    private final MigrationState state = MigrationState.ofThisBuild();

    SchemaHealth(DataSource webDataSource) {
        this.database = webDataSource;
    }

    @Override
    public Health health() {
        try {
            return state.isNewest(database) ? Health.up().build() : Health.outOfService().build();
        } catch (SQLException failure) {
            return Health.down(failure).build();
        }
    }
}
