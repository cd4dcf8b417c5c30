package dev.assay.hiring;

import dev.assay.hiring.platform.fetch.LoopbackPost;
import dev.assay.hiring.platform.fetch.PostConversation;
import dev.assay.hiring.platform.fetch.PostGuard;
import dev.assay.hiring.platform.time.SystemClock;
import dev.assay.hiring.webhooks.ReceiverCheck;
import dev.assay.hiring.webhooks.ReceiverReport;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code partner-check}: tries out a webhook endpoint the way deliveries will come, on any machine,
 * without a server of ours. Goes where a node would go and nowhere else, but for this very machine
 * when asked to. Exits with 0 all well, 1 something is wrong, 2 something could not be checked; 64
 * says that the command itself was misspelt.
 */
@Command(
        name = "./assay partner-check",
        mixinStandardHelpOptions = true,
        description =
                "Sends a webhook endpoint signed messages, and some that are not what they say, and tells"
                        + " what is wrong with its answers.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the endpoint takes what it should, and refuses what it should",
            "1:something is wrong with it",
            "2:nothing wrong was found, but something could not be checked",
            "64:the command was not understood"
        },
        exitCodeOnInvalidInput = 64,
        exitCodeOnExecutionException = PartnerCheckCommand.UNCHECKED)
public final class PartnerCheckCommand implements Callable<Integer> {

    static final int WELL = 0;
    static final int WRONG = 1;
    static final int UNCHECKED = 2;
    private static final JsonMapper JSON = new JsonMapper();

    private final PostGuard guard;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "URL", description = "The endpoint's address.")
    private String url = "";

    @Option(
            names = "--secret",
            defaultValue = "${env:ASSAY_WEBHOOK_SECRET}",
            showDefaultValue = CommandLine.Help.Visibility.NEVER,
            paramLabel = "SECRET",
            description =
                    "The endpoint's secret, whsec_...; better in the variable ASSAY_WEBHOOK_SECRET, where"
                            + " no list of processes shows it.")
    private @Nullable String secret;

    @Option(
            names = "--local",
            description = "The endpoint is on this very machine, and has a plain http address.")
    private boolean local;

    @Option(names = "--json", description = "Prints one JSON document.")
    private boolean json;

    PartnerCheckCommand(PostGuard guard) {
        this.guard = guard;
    }

    /** What {@code ./assay partner-check} starts. */
    public static void main(String[] arguments) {
        int code;
        try (PostGuard guard = PostGuard.standing()) {
            code = run(guard, new PrintWriter(System.out, true), arguments);
        }
        System.exit(code);
    }

    static int run(PostGuard guard, PrintWriter out, String... arguments) {
        return new CommandLine(new PartnerCheckCommand(guard))
                .setOut(out)
                .setErr(out)
                .setParameterExceptionHandler((refused, _) -> {
                    PrintWriter err = refused.getCommandLine().getErr();
                    err.println(refused.getMessage());
                    err.println("./assay partner-check --help says what it takes.");
                    return refused.getCommandLine().getCommandSpec().exitCodeOnInvalidInput();
                })
                .execute(arguments);
    }

    @Override
    public Integer call() {
        ReceiverReport report = local ? checkedHere() : checked();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(report));
        } else {
            out.printf("%s: %s%n", url, verdict(report));
            report.checks()
                    .forEach(check ->
                            out.printf(
                                    "  %-26s %-10s %s%n",
                                    check.name(), check.outcome().wireName(), check.detail()));
        }
        out.flush();
        return exitCode(report);
    }

    private ReceiverReport checked() {
        var refusal = guard.refusal(url);
        if (refusal.isPresent()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "No endpoint can be at this address: %s. It takes https, a public name and port 443; for a server on this machine there is --local."
                            .formatted(refusal.get().words()));
        }
        try (PostConversation conversation = guard.to(url)) {
            return checked(conversation::post);
        }
    }

    private ReceiverReport checkedHere() {
        try (LoopbackPost here =
                LoopbackPost.to(url)
                        .orElseThrow(() ->
                                new ParameterException(
                                        spec.commandLine(),
                                        "--local is for http://localhost and the like alone."))) {
            return checked(here::post);
        }
    }

    private ReceiverReport checked(ReceiverCheck.Poster poster) {
        if (secret == null || secret.isBlank()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "There is no secret: put the endpoint's, whsec_..., into the variable"
                            + " ASSAY_WEBHOOK_SECRET.");
        }
        try {
            return ReceiverCheck.of(
                    poster, secret, new SecureRandom(), SystemClock.utc(), ReceiverCheck.PATIENCE);
        } catch (IllegalArgumentException _) {
            // Not what was wrong with it: that would print part of it.
            throw new ParameterException(
                    spec.commandLine(), "The secret is not one of ours: whsec_ and base 64.");
        }
    }

    private static String verdict(ReceiverReport report) {
        return switch (report.outcome()) {
            case PASSED, ADVISED -> "well";
            case FAILED -> "SOMETHING IS WRONG";
            case UNCHECKED -> "nothing wrong was found, but not everything could be checked";
        };
    }

    private static int exitCode(ReceiverReport report) {
        return switch (report.outcome()) {
            case PASSED, ADVISED -> WELL;
            case FAILED -> WRONG;
            case UNCHECKED -> UNCHECKED;
        };
    }
}
