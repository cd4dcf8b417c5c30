package dev.assay.hiring.testkit;

import dev.assay.db.testkit.StatementGate;
import dev.assay.db.testkit.TestDatabase;
import dev.assay.hiring.HiringApplication;
import dev.assay.hiring.platform.local.SampleRealm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * An application on a free port and a disposable database. Every statement it sends goes through
 * the statement gate; closing it fails when one forgot its employer.
 */
public final class ApplicationUnderTest implements AutoCloseable {

    /** One for all, since nodes on one database have one. */
    private static final Path MASTER_KEY = masterKey();

    private final ConfigurableApplicationContext context;
    private final StatementGate gate;
    private final PinnedFolder web;

    private ApplicationUnderTest(
            ConfigurableApplicationContext context, StatementGate gate, PinnedFolder web) {
        this.context = context;
        this.gate = gate;
        this.web = web;
    }

    /**
     * Starts an application that believes the tokens of {@link TestKeycloak}, for the employers and
     * people of the sample realm.
     *
     * @param settings further configuration, each {@code name=value}
     */
    public static ApplicationUnderTest start(
            Class<?> application, TestDatabase database, String... settings) {
        ApplicationUnderTest started =
                start(application, database, TestKeycloak.get().issuer(), settings);
        SampleMembers.admit(started);
        return started;
    }

    /**
     * Starts an application that knows no employer yet.
     *
     * @param issuer whose tokens it believes
     * @param settings further configuration, each {@code name=value}
     */
    public static ApplicationUnderTest start(
            Class<?> application, TestDatabase database, URI issuer, String... settings) {
        try {
            StatementGate gate = StatementGate.of(database);
            Map<String, Object> properties = new LinkedHashMap<>();
            properties.put("server.port", 0);
            properties.put("server.address", "127.0.0.1");
            properties.put("logging.level.root", "warn");
            properties.put("assay.database.url", database.jdbcUrl());
            properties.put("assay.database.web.password", database.rolePasswords().web());
            properties.put("assay.database.worker.password", database.rolePasswords().worker());
            properties.put("assay.database.self-id.password", database.rolePasswords().selfId());
            properties.put("assay.identity.issuer", issuer);
            properties.put("assay.secrets.master-key-file", MASTER_KEY);
            // A test is many callers in one.
            properties.put("assay.limits.calls-per-minute", 1_000_000);
            properties.put("assay.limits.costly-calls-per-minute", 1_000_000);
            properties.put("assay.limits.calls-at-once", 128);
            PinnedFolder web = PinnedFolder.empty();
            properties.put("assay.fetch.network", false);
            properties.put("assay.fetch.pinned-documents", web.path());
            properties.put("assay.recheck.first", "300ms");
            properties.put("assay.recheck.slowest", "1s");
            properties.put("assay.watch.every", "300ms");
            properties.put("assay.public-address", "https://assay.example");
            properties.put("assay.identity.admin.client-secret", SampleRealm.PEOPLE_SECRET);
            properties.put("spring.profiles.active", "testkit");
            properties.put("assay.mail.from", "no-reply@assay.example");
            properties.put("assay.mail.folder", mailFolder());
            Arrays.stream(settings)
                    .map(setting -> setting.split("=", 2))
                    .forEach(setting -> properties.put(setting[0], setting[1]));
            String[] arguments =
                    properties.entrySet().stream()
                            .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                            .toArray(String[]::new);
            ConfigurableApplicationContext context =
                    new SpringApplicationBuilder(application)
                            .properties(defaults(application))
                            .initializers(starting ->
                                    starting.getBeanFactory()
                                            .addBeanPostProcessor(new GatedDataSources(gate)))
                            .initializers(starting ->
                                    starting.getBeanFactory()
                                            .addBeanPostProcessor(new ReceiversInReach()))
                            .initializers(new ClassesReadOnce())
                            .run(arguments);
            return new ApplicationUnderTest(context, gate, web);
        } catch (SQLException failure) {
            throw new IllegalStateException("the test database is not there", failure);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What stands between it and the database. */
    public StatementGate gate() {
        return gate;
    }

    /** Where it listens. */
    public URI address() {
        var server = ((WebServerApplicationContext) context).getWebServer();
        return URI.create("http://localhost:" + java.util.Objects.requireNonNull(server).getPort());
    }

    /** Where it answers operators, when a setting gave that a port of its own. */
    public URI managementAddress() {
        return URI.create(
                "http://localhost:"
                        + context.getEnvironment().getRequiredProperty("local.management.port"));
    }

    /** All it can reach of the web. */
    public PinnedFolder web() {
        return web;
    }

    /** One of its beans: a facade to arrange things with, past the HTTP edge. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** All its beans of a type. */
    public <T> List<T> beans(Class<T> type) {
        return List.copyOf(context.getBeansOfType(type).values());
    }

    /** One of several beans of a type. */
    public <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    @Override
    public void close() {
        context.close();
        gate.assertClean();
    }

    /** The API's application gets them from its main method; others import them themselves. */
    private static String[] defaults(Class<?> application) {
        return application == HiringApplication.class
                ? new String[] {"spring.config.import=classpath:hiring-api.yml"}
                : new String[0];
    }

    private static Path mailFolder() throws IOException {
        Path folder = Files.createTempDirectory("assay-mail");
        folder.toFile().deleteOnExit();
        return folder;
    }

    private static Path masterKey() {
        try {
            Path file = Files.createTempFile("assay-master", ".key");
            file.toFile().deleteOnExit();
            byte[] key = new byte[32];
            new java.security.SecureRandom().nextBytes(key);
            return Files.writeString(file, Base64.getEncoder().encodeToString(key));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
