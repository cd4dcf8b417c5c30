package dev.assay.hiring.platform.persistence;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A pool for each role, one jOOQ context that works only inside a {@link TenantTransaction}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseProperties.class)
class PersistenceConfiguration {

    /** No statement, lock or forgotten transaction may hold a connection for long. */
    private static final String LIMITS =
            "set statement_timeout = '15s'; set lock_timeout = '5s';"
                    + " set idle_in_transaction_session_timeout = '30s'";

    @Bean(destroyMethod = "close")
    DataSource webDataSource(DatabaseProperties database, MeterRegistry metrics) {
        return pool(database.url(), "assay_web", database.web(), metrics);
    }

    @Bean(destroyMethod = "close")
    DataSource workerDataSource(DatabaseProperties database, MeterRegistry metrics) {
        return pool(database.url(), "assay_worker", database.worker(), metrics);
    }

    /** Few ever look, and seldom. */
    @Bean(destroyMethod = "close")
    @ConditionalOnProperty("assay.database.self-id.password")
    DataSource selfIdDataSource(DatabaseProperties database, MeterRegistry metrics) {
        HikariDataSource source =
                pool(
                        database.url(),
                        "assay_selfid",
                        Objects.requireNonNull(database.selfId()),
                        metrics);
        source.setMaximumPoolSize(2);
        source.setMinimumIdle(0);
        return source;
    }

    @Bean
    TenantTransaction tenantTransaction(
            DataSource webDataSource,
            DataSource workerDataSource,
            @Qualifier("selfIdDataSource") Optional<DataSource> selfIdDataSource) {
        return new TenantTransaction(
                new RuntimeDataSources(webDataSource, workerDataSource, selfIdDataSource));
    }

    @Bean
    DSLContext sql(TenantTransaction transactions) {
        // Rendering the schema name would tie every statement to one deployment's schema.
        Settings settings =
                new Settings()
                        .withRenderSchema(false)
                        .withFetchServerOutputSize(0)
                        // It would write every bound value, names and addresses among them.
                        .withExecuteLogging(false);
        return DSL.using(
                new DefaultConfiguration()
                        .set(transactions.connections())
                        .set(SQLDialect.POSTGRES)
                        .set(settings));
    }

    private static HikariDataSource pool(
            String url, String role, DatabaseProperties.Pool pool, MeterRegistry metrics) {
        HikariDataSource source = new HikariDataSource();
        source.setPoolName(role);
        source.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(metrics));
        source.setJdbcUrl(url);
        source.setUsername(role);
        source.setPassword(pool.password());
        source.setMaximumPoolSize(pool.maximumConnections());
        source.setMinimumIdle(1);
        source.setConnectionTimeout(5_000);
        source.setAutoCommit(false);
        source.addDataSourceProperty("ApplicationName", role);
        // The server's DETAIL may quote rows where no policy hides them; exceptions are logged.
        source.addDataSourceProperty("logServerErrorDetail", "false");
        source.setConnectionInitSql(LIMITS);
        return source;
    }
}
