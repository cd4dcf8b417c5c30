package dev.assay.db.migrate;

import java.io.FileNotFoundException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import liquibase.GlobalConfiguration;
import liquibase.Scope;
import liquibase.analytics.configuration.AnalyticsArgs;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.parser.ChangeLogParserFactory;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.resource.ResourceAccessor;
import liquibase.ui.LoggerUIService;

/**
 * The changelog, read from the class path or, while this very module is being built, from its
 * source directory. Liquibase reads it quietly, prints nothing and reports nothing to its makers.
 */
final class Changelog {
    static final String MASTER = "db/changelog/master.yaml";

    // A field, because java.util.logging holds loggers weakly and would forget the level.
    private static final Logger LIQUIBASE_LOG = Logger.getLogger("liquibase");

    private final ResourceAccessor resources;

    private Changelog(ResourceAccessor resources) {
        this.resources = resources;
    }

    static Changelog onClassPath() {
        return new Changelog(new ClassLoaderResourceAccessor(Changelog.class.getClassLoader()));
    }

    static Changelog in(Path resourcesDirectory) {
        try {
            return new Changelog(new DirectoryResourceAccessor(resourcesDirectory));
        } catch (FileNotFoundException e) {
            throw new MigrationException("no resources directory " + resourcesDirectory, e);
        }
    }

    ResourceAccessor resources() {
        return resources;
    }

    /** Every change set, oldest first. */
    List<ChangeSetId> changeSets() {
        return quietly(
                "read the changelog",
                () -> {
                    DatabaseChangeLog parsed =
                            ChangeLogParserFactory.getInstance()
                                    .getParser(MASTER, resources)
                                    .parse(MASTER, new ChangeLogParameters(), resources);
                    return parsed.getChangeSets().stream()
                            .map(set -> new ChangeSetId(set.getFilePath(), set.getId()))
                            .toList();
                });
    }

    /** Runs Liquibase code with this changelog's resources in scope. */
    <T> T quietly(String what, Scope.ScopedRunnerWithReturn<T> work) {
        LIQUIBASE_LOG.setLevel(Level.WARNING);
        Map<String, Object> scope =
                Map.of(
                        Scope.Attr.resourceAccessor.name(),
                        resources,
                        Scope.Attr.ui.name(),
                        new LoggerUIService(),
                        AnalyticsArgs.ENABLED.getKey(),
                        false,
                        GlobalConfiguration.SHOW_BANNER.getKey(),
                        false);
        try {
            return Scope.child(scope, work);
        } catch (Exception e) { // Liquibase's own signature
            throw new MigrationException("could not " + what, e);
        }
    }
}
