package dev.assay.hiring.platform.local;

import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * What the person who typed {@code ./assay run} asked for.
 *
 * @param data where everything that outlives the run is kept
 * @param port where the application listens
 * @param keycloakPort where Keycloak listens; never the same as {@code port}
 * @param fresh whether to throw away what earlier runs left in {@code data}
 */
record LocalOptions(Path data, int port, int keycloakPort, boolean fresh) {
    private static final int HIGHEST_PORT = 65_535;

    LocalOptions {
        requirePort("--port", port);
        requirePort("--keycloak-port", keycloakPort);
        if (port == keycloakPort) {
            throw new IllegalArgumentException(
                    "--port and --keycloak-port must differ, but both are " + port);
        }
        data = data.toAbsolutePath().normalize();
    }

    /** How the arguments read: a run, a request for help, or nonsense. */
    sealed interface Parsed {
        /** Start with these options. */
        record Run(LocalOptions options) implements Parsed {}

        /** Print this and do nothing. */
        record Help(String usage) implements Parsed {}

        /** Say this and do nothing. */
        record Refused(String reason) implements Parsed {}
    }

    /**
     * Reads command-line arguments; the data directory is {@code .assay} in {@code root} if unsaid.
     */
    static Parsed parse(String[] arguments, Path root) {
        CommandLine commandLine = new CommandLine(specification());
        try {
            ParseResult result = commandLine.parseArgs(arguments);
            if (result.isUsageHelpRequested()) {
                return new Parsed.Help(commandLine.getUsageMessage(CommandLine.Help.Ansi.OFF));
            }
            return new Parsed.Run(
                    new LocalOptions(
                            result.matchedOptionValue("--data", LocalInstallation.home(root)),
                            result.matchedOptionValue("--port", 8080),
                            result.matchedOptionValue("--keycloak-port", 8180),
                            result.hasMatchedOption("--fresh")));
        } catch (ParameterException | IllegalArgumentException refused) {
            return new Parsed.Refused(String.valueOf(refused.getMessage()));
        }
    }

    private static CommandSpec specification() {
        CommandSpec spec = CommandSpec.create().name("./assay run");
        spec.usageMessage()
                .description(
                        "Runs Assay with its own PostgreSQL and Keycloak on sample data,"
                                + " until Ctrl-C.");
        return spec.addOption(
                        option("--port", Integer.class, "PORT")
                                .description("Where the console and the API listen (8080).")
                                .build())
                .addOption(
                        option("--keycloak-port", Integer.class, "PORT")
                                .description("Where Keycloak listens (8180).")
                                .build())
                .addOption(
                        option("--data", Path.class, "DIR")
                                .description(
                                        "Where data is kept between runs (.assay beside ./assay).")
                                .build())
                .addOption(
                        OptionSpec.builder("--fresh")
                                .description("Throw away the data of earlier runs first.")
                                .build())
                .addOption(
                        OptionSpec.builder("-h", "--help")
                                .usageHelp(true)
                                .description("Print this.")
                                .build());
    }

    private static OptionSpec.Builder option(String name, Class<?> type, String label) {
        return OptionSpec.builder(name).type(type).arity("1").paramLabel(label);
    }

    private static void requirePort(String option, int port) {
        if (port < 1 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException(
                    "%s must be between 1 and %d, but is %d".formatted(option, HIGHEST_PORT, port));
        }
    }
}
