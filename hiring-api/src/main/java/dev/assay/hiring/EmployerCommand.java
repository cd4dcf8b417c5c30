package dev.assay.hiring;

import dev.assay.hiring.members.Member;
import dev.assay.hiring.members.MemberState;
import dev.assay.hiring.members.NewEmployer;
import dev.assay.hiring.members.NewEmployers;
import dev.assay.hiring.platform.keycloak.KeycloakUnavailable;
import dev.assay.hiring.platform.local.RunningLocally;
import dev.assay.hiring.platform.security.IdentityProperties;
import dev.assay.hiring.shared.Conflict;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * {@code employer create}: the operator's way to make an employer with its first HR admin. Needs
 * the database and Keycloak's administration, by the same settings as a node, and a running node
 * that completes the invitation. May be repeated until it succeeds.
 */
public final class EmployerCommand {

    /** What the command line begins with. */
    public static final String NAME = "employer";

    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int REFUSED = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final PrintStream out;
    private final PrintStream err;
    private final Duration patience;

    private EmployerCommand(PrintStream out, PrintStream err, Duration patience) {
        this.out = out;
        this.err = err;
        this.patience = patience;
    }

    /** Whether these arguments of a program ask for this instead. */
    public static boolean isMeantBy(String[] arguments) {
        return arguments.length > 0 && arguments[0].equals(NAME);
    }

    /**
     * Runs with the settings of a production node: environment and configuration files.
     *
     * @return the exit code for the process: 0 done, 1 not done, 2 refused
     */
    public static int run(String[] arguments) {
        return new EmployerCommand(System.out, System.err, PATIENCE)
                .run(Arrays.copyOfRange(arguments, 1, arguments.length), Optional.empty());
    }

    /** What {@code ./assay employer} starts: works on the local run that is up. */
    public static void main(String[] arguments) {
        System.exit(
                new EmployerCommand(System.out, System.err, PATIENCE)
                        .run(arguments, Optional.of(RunningLocally.usualData())));
    }

    /** Runs with these settings besides, writing there. */
    static int run(
            String[] arguments, Map<String, Object> settings, PrintStream out, Duration patience) {
        var command = new EmployerCommand(out, out, patience);
        CommandLine line = new CommandLine(specification(false));
        return command.make(employer(line.parseArgs(arguments)), settings, "");
    }

    private int run(String[] arguments, Optional<Path> localData) {
        CommandLine line = new CommandLine(specification(localData.isPresent()));
        try {
            ParseResult result = line.parseArgs(arguments);
            ParseResult create = result.hasSubcommand() ? result.subcommand() : result;
            if (!result.hasSubcommand() || create.isUsageHelpRequested()) {
                out.println(create.commandSpec().commandLine().getUsageMessage());
                return result.hasSubcommand() || result.isUsageHelpRequested() ? DONE : REFUSED;
            }
            NewEmployer wanted = employer(result);
            if (localData.isEmpty()) {
                return make(wanted, Map.of(), "");
            }
            Path data =
                    create.matchedOptionValue("--data", localData.get())
                            .toAbsolutePath()
                            .normalize();
            return make(
                    wanted,
                    RunningLocally.settings(
                            data, create.matchedOptionValue("--keycloak-port", 8180)),
                    "It is a file in %s.".formatted(RunningLocally.mail(data)));
        } catch (ParameterException | IllegalArgumentException refused) {
            err.println("assay: " + refused.getMessage());
            return REFUSED;
        }
    }

    private int make(NewEmployer wanted, Map<String, Object> settings, String whereMailIs) {
        try (ConfigurableApplicationContext context = start(settings)) {
            NewEmployers employers = context.getBean(NewEmployers.class);
            NewEmployers.Made made = employers.make(wanted);
            out.printf(
                    "%s is an employer now: alias %s, id %s.%n",
                    made.employer().name(), made.employer().alias(), made.employer().id());
            return tell(wanted, awaited(employers, made), whereMailIs);
        } catch (Conflict | KeycloakUnavailable notDone) {
            err.println("assay: " + notDone.getMessage());
            return FAILED;
        }
    }

    private int tell(NewEmployer wanted, Member administrator, String whereMailIs) {
        if (administrator.state() == MemberState.ACTIVE) {
            out.printf(
                    "%s administers it. Mail has been queued that says how to sign in. %s%n",
                    wanted.administrator(), whereMailIs);
            return DONE;
        }
        out.printf(
                "%s is invited, but no node has completed that yet%s. Start one, or repeat this"
                        + " command to see how it stands.%n",
                wanted.administrator(),
                administrator.fault() == null ? "" : " (" + administrator.fault() + ")");
        return FAILED;
    }

    private Member awaited(NewEmployers employers, NewEmployers.Made made) {
        long end = System.nanoTime() + patience.toNanos();
        Member administrator = employers.reload(made);
        while (administrator.state() != MemberState.ACTIVE && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(PAUSE.toNanos());
            administrator = employers.reload(made);
        }
        return administrator;
    }

    private static ConfigurableApplicationContext start(Map<String, Object> settings) {
        String[] arguments =
                settings.entrySet().stream()
                        .map(setting -> "--%s=%s".formatted(setting.getKey(), setting.getValue()))
                        .toArray(String[]::new);
        return new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.main.banner-mode=off",
                        "spring.main.log-startup-info=false",
                        "logging.level.root=warn",
                        "logging.level.org.jooq.Constants=warn")
                .run(arguments);
    }

    private static NewEmployer employer(ParseResult result) {
        ParseResult create = result.subcommand();
        String domain = create.matchedOptionValue("--domain", "");
        return new NewEmployer(
                create.matchedOptionValue("--alias", ""),
                create.matchedOptionValue("--name", ""),
                domain.isEmpty() ? Optional.empty() : Optional.of(domain),
                create.matchedOptionValue("--admin-email", ""),
                create.hasMatchedOption("--admin-given-name")
                        ? create.<String>matchedOptionValue("--admin-given-name", "")
                        : null,
                create.hasMatchedOption("--admin-family-name")
                        ? create.<String>matchedOptionValue("--admin-family-name", "")
                        : null);
    }

    /**
     * What the command line may say.
     *
     * @param beside whether it works beside a local run
     */
    static CommandSpec specification(boolean beside) {
        CommandSpec create = CommandSpec.create().name("create");
        create.usageMessage()
                .description(
                        "Makes an employer and invites its first HR admin. Safe to repeat: it"
                                + " finishes what is missing.");
        create.addOption(
                        required(
                                "--alias",
                                "ALIAS",
                                "How it is named in addresses: small letters, digits, hyphens."))
                .addOption(required("--name", "NAME", "What people call it."))
                .addOption(required("--admin-email", "ADDRESS", "Whom to invite as its HR admin."))
                .addOption(option("--admin-given-name", "NAME", "Their given name.").build())
                .addOption(option("--admin-family-name", "NAME", "Their family name.").build())
                .addOption(
                        option("--domain", "DOMAIN", "Its mail domain, kept at Keycloak.").build())
                .addOption(help());
        if (beside) {
            create.addOption(
                            OptionSpec.builder("--data")
                                    .type(Path.class)
                                    .paramLabel("DIR")
                                    .description("Data of the run (.assay beside ./assay).")
                                    .build())
                    .addOption(
                            OptionSpec.builder("--keycloak-port")
                                    .type(Integer.class)
                                    .paramLabel("PORT")
                                    .description("Where its Keycloak listens (8180).")
                                    .build());
        }
        CommandSpec employer = CommandSpec.create().name(NAME).addOption(help());
        employer.usageMessage().description("Employers, from the operator's side.");
        return employer.addSubcommand("create", create);
    }

    private static OptionSpec required(String name, String label, String description) {
        return option(name, label, description).required(true).build();
    }

    private static OptionSpec.Builder option(String name, String label, String description) {
        return OptionSpec.builder(name)
                .type(String.class)
                .arity("1")
                .paramLabel(label)
                .description(description);
    }

    private static OptionSpec help() {
        return OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Print this.")
                .build();
    }

    /**
     * The few parts of the platform this needs: no web server, no workers. Not marked as a
     * configuration, or every node would take it in.
     */
    @ImportAutoConfiguration(JacksonAutoConfiguration.class)
    @EnableConfigurationProperties(IdentityProperties.class)
    @ComponentScan(
            useDefaultFilters = false,
            includeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = {
                                ".*\\.platform\\.persistence\\.(PersistenceConfiguration|RuntimeRoleCheck)",
                                ".*\\.platform\\.time\\.TimeConfiguration",
                                ".*\\.platform\\.audit\\.AuditRepository",
                                ".*\\.platform\\.events\\.(Outbox|OutboxRepository|EventNumbering)",
                                ".*\\.platform\\.ledger\\.(LedgerHeads|LedgerNotes|LedgerRepository)",
                                ".*\\.platform\\.work\\.EmployerWork(Repository)?",
                                ".*\\.platform\\.security\\.(Employers|EmployerRepository|Memberships)",
                                ".*\\.platform\\.keycloak\\.KeycloakAdmin",
                                ".*\\.members\\.(Members|MemberRepository|NewEmployers)",
                                ".*\\.jobs\\.(TeamJobsOfPerson|JobTeamRepository)"
                            }))
    static class Parts {

        /** What the pools count, nobody asks here. */
        @Bean
        MeterRegistry uncounted() {
            return new SimpleMeterRegistry();
        }
    }
}
