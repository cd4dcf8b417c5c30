package dev.assay.hiring.platform.local;

import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * The program behind {@code ./assay run}: PostgreSQL, Keycloak and the application, up together and
 * down together. Whatever ends it, nothing of it goes on running and no committed data is lost.
 *
 * <p>Refuses before anything starts, with exit code 2, what cannot work: nonsensical options, a
 * taken port, a data directory in use.
 */
public final class LocalLauncher {
    private static final int FAILED = 1;
    private static final int REFUSED = 2;

    private LocalLauncher() {}

    /**
     * Runs a Spring Boot application under the profiles {@code local} and {@code sample}, until it
     * is told to stop.
     *
     * @param arguments the options of {@code ./assay run}
     * @return the exit code for the process
     */
    public static int run(String[] arguments, Class<?> application) {
        return run(arguments, new SpringLocalApplication(application));
    }

    /** As {@link #run(String[], Class)}, with any application. */
    public static int run(String[] arguments, LocalApplication application) {
        Path root = LocalInstallation.root();
        return switch (LocalOptions.parse(arguments, root)) {
            case LocalOptions.Parsed.Help(String usage) -> {
                System.out.println(usage);
                yield 0;
            }
            case LocalOptions.Parsed.Refused(String reason) -> {
                System.err.println("assay: " + reason);
                yield REFUSED;
            }
            case LocalOptions.Parsed.Run(LocalOptions options) -> run(options, root, application);
        };
    }

    /**
     * Starts and stops the application once on throwaway data, so that the JVM can archive the
     * classes a start needs.
     */
    public static void rehearse(Class<?> application) {
        Rehearsal.of(new SpringLocalApplication(application), LocalInstallation.root());
    }

    private static int run(LocalOptions options, Path root, LocalApplication application) {
        LocalRun run = new LocalRun(options, root, application, new Progress(System.out));
        Thread stop = new Thread(run::close, "assay-stop");
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            run.start();
            return run.awaitEnd();
        } catch (LocalRunException failure) {
            // After Ctrl-C during the start, everything that is not there any more fails.
            if (run.wasStopped()) {
                return 0;
            }
            System.err.println("assay: " + failure.getMessage());
            return failure.exitCode();
        } catch (UncheckedIOException failure) {
            System.err.println("assay: %s: %s".formatted(failure.getMessage(), failure.getCause()));
            return FAILED;
        } finally {
            run.close();
        }
    }
}
