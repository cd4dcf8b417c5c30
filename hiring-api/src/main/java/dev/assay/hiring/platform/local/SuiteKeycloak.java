package dev.assay.hiring.platform.local;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The Keycloak that all tests of one build share, since it takes longer to start than most of them
 * run. It lives beside the build in a process of its own, with a database of its own, and ends with
 * it, even by {@code kill -9}. A build is the nearest Java process above this one: Maven.
 */
public final class SuiteKeycloak {
    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final String DATABASE = "keycloak";
    private static final String PASSWORD = "test-keycloak";

    private final ProcessHandle build;
    private final OncePerBuild once;

    private SuiteKeycloak(ProcessHandle build) {
        this.build = build;
        this.once =
                new OncePerBuild(
                        LocalInstallation.home(LocalInstallation.root())
                                .resolve("suites")
                                .resolve(name(build)));
    }

    /**
     * The one of the build that started this JVM; refuses when none did.
     *
     * @see #main(String[])
     */
    public static SuiteKeycloak ofThisBuild() {
        return new SuiteKeycloak(
                ancestors(ProcessHandle.current())
                        .filter(SuiteKeycloak::isJava)
                        .findFirst()
                        .orElseThrow(
                                () -> new LocalRunException("no build has started this process")));
    }

    /** Has it started if nobody has yet, and returns at once. */
    public void begin() {
        if (!once.isTaken()) {
            Programs.start(command(), Map.of(), once.log());
        }
    }

    /** The sample realm's issuer address, once the realm answers. */
    public URI issuer() {
        begin();
        return URI.create(once.await(PATIENCE));
    }

    /**
     * Has the Keycloak of the build above this process started, and returns at once.
     *
     * @param arguments none; with the number of a build's process: is its Keycloak, until it ends
     */
    public static void main(String[] arguments) {
        if (arguments.length == 0) {
            ofThisBuild().begin();
            return;
        }
        ProcessHandle.of(Long.parseLong(arguments[0]))
                .map(SuiteKeycloak::new)
                .ifPresent(suite -> suite.once.host(suite.build, Running::start));
        System.exit(0);
    }

    private List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dassay.root=" + LocalInstallation.root(),
                "-cp",
                System.getProperty("java.class.path"),
                SuiteKeycloak.class.getName(),
                Long.toString(build.pid()));
    }

    // Numbers of processes are given out again; together with when it began, this is one alone.
    private static String name(ProcessHandle build) {
        return "%d-%d"
                .formatted(
                        build.pid(),
                        build.info().startInstant().orElse(Instant.EPOCH).toEpochMilli());
    }

    private static Stream<ProcessHandle> ancestors(ProcessHandle process) {
        return Stream.iterate(process.parent(), Optional::isPresent, one -> one.get().parent())
                .map(Optional::get);
    }

    private static boolean isJava(ProcessHandle process) {
        return process.info().command().filter(program -> program.endsWith("/java")).isPresent();
    }

    private record Running(EmbeddedDatabase database, ThrowawayKeycloak keycloak)
            implements OncePerBuild.Service {

        static Running start(Path folder) {
            EmbeddedDatabase database =
                    EmbeddedDatabase.start(
                            new PostgresDirectory(
                                    PostgresBinaries.installed(LocalInstallation.root()),
                                    folder.resolve("postgres"),
                                    folder.resolve("postgres.log")),
                            PASSWORD,
                            // Nothing of it outlives the build.
                            List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off"));
            database.ensureOwnedDatabase(DATABASE, DATABASE, PASSWORD, "");
            ThrowawayKeycloak keycloak =
                    ThrowawayKeycloak.start(database.jdbcUrl(DATABASE), DATABASE, PASSWORD);
            keycloak.awaitReady();
            return new Running(database, keycloak);
        }

        @Override
        public String address() {
            return keycloak.issuer().toString();
        }

        @Override
        public void close() {
            try {
                keycloak.close();
            } finally {
                database.close();
            }
        }
    }
}
