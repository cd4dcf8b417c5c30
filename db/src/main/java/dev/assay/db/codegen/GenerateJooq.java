package dev.assay.db.codegen;

import dev.assay.db.migrate.Migration;
import dev.assay.db.migrate.RolePasswords;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jooq.Constants;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;

/**
 * Generates {@code dev.assay.db.jooq} from what the changelog makes of a real PostgreSQL, so that a
 * schema change breaks the build and not a request. Starts no database when neither the changelog
 * nor the generator has changed since the last run. The same changelog gives the same bytes.
 */
public final class GenerateJooq {
    /** Part of the fingerprint: raise it with every change to the configuration below. */
    private static final String VERSION = "1/" + Constants.FULL_VERSION;

    private static final String PACKAGE = "dev.assay.db.jooq";

    // The database lives for a few seconds and listens on the loopback only.
    private static final RolePasswords THROWAWAY =
            new RolePasswords("codegen-web", "codegen-worker", "codegen-selfid");

    private final Path resources;
    private final Path output;

    private GenerateJooq(Path resources, Path output) {
        this.resources = resources;
        this.output = output;
    }

    /**
     * Runs the generator.
     *
     * @param args the resources directory that holds {@code db/changelog}, then the output
     *     directory
     */
    public static void main(String[] args) throws Exception {
        if (args.length != 2) {
            throw new IllegalArgumentException("expected: RESOURCES_DIRECTORY OUTPUT_DIRECTORY");
        }
        new GenerateJooq(Path.of(args[0]), Path.of(args[1])).generateIfChanged();
    }

    private void generateIfChanged() throws Exception {
        String fingerprint = ChangelogFingerprint.of(resources.resolve("db/changelog"), VERSION);
        Path stamp = output.resolveSibling(output.getFileName() + ".sha256");
        if (Files.isDirectory(output)
                && Files.exists(stamp)
                && Files.readString(stamp).equals(fingerprint)) {
            return;
        }
        // Gone first and written last: a run that dies half-way is repeated.
        Files.deleteIfExists(stamp);
        Files.createDirectories(output);
        try (EmbeddedPostgres postgres = start()) {
            Migration.run(postgres.getPostgresDatabase(), THROWAWAY, resources);
            GenerationTool.generate(configuration(postgres));
        }
        Files.writeString(stamp, fingerprint);
    }

    private static EmbeddedPostgres start() throws Exception {
        return EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setServerConfig("full_page_writes", "off")
                .start();
    }

    private Configuration configuration(EmbeddedPostgres postgres) {
        return new Configuration()
                .withLogging(Logging.WARN)
                .withJdbc(
                        new Jdbc()
                                .withUrl(postgres.getJdbcUrl("postgres", "postgres"))
                                .withUser("postgres"))
                .withGenerator(
                        new Generator()
                                .withDatabase(database())
                                .withGenerate(generate())
                                .withTarget(
                                        new Target()
                                                .withPackageName(PACKAGE)
                                                .withDirectory(output.toString())));
    }

    private static Database database() {
        return new Database()
                .withInputSchema("public")
                // Statements carry no schema: the search path is the operator's business.
                .withOutputSchemaToDefault(true)
                .withExcludes("databasechangelog.*")
                .withIncludeRoutines(false)
                .withIncludeSequences(false)
                .withForcedTypes(
                        new ForcedType()
                                .withName("INSTANT")
                                .withIncludeTypes("(?i:timestamp.*with.time.zone)"));
    }

    private static Generate generate() {
        return new Generate()
                .withJavaTimeTypes(true)
                .withGeneratedAnnotation(false)
                .withPojos(false)
                .withDaos(false)
                .withRecords(true)
                .withKeys(true)
                .withIndexes(false)
                .withGlobalCatalogReferences(false);
    }
}
