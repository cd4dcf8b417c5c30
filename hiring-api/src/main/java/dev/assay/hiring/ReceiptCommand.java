package dev.assay.hiring;

import dev.assay.hiring.scoring.ReceiptCheck;
import dev.assay.hiring.scoring.ReceiptReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code verify-receipt}: checks score receipts on any machine, without network and database. Exits
 * like {@code verify}: 0 all hold, 1 one does not, 2 something could not be checked, 3 a file could
 * not be read; 64 says that the command itself was misspelt.
 */
@Command(
        name = "verify-receipt",
        mixinStandardHelpOptions = true,
        description =
                "Checks who signed a score receipt, computes the score again, and says which step differs.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every receipt is signed by the platform whose keys were given, and computes to the same digits",
            "1:a signature does not fit, or a part computes to something else",
            "2:nothing failed, but something could not be checked, such as whose key it is without --keys",
            "3:a file could not be read",
            "64:the command was not understood"
        },
        exitCodeOnInvalidInput = 64,
        exitCodeOnExecutionException = ReceiptCommand.UNREADABLE)
public final class ReceiptCommand implements Callable<Integer> {

    static final int HOLDS = 0;
    static final int DIFFERS = 1;
    static final int UNCHECKED = 2;
    static final int UNREADABLE = 3;
    private static final List<Integer> MILDEST_FIRST =
            List.of(HOLDS, UNCHECKED, DIFFERS, UNREADABLE);

    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Receipts, as handed out.")
    private List<Path> files = List.of();

    @Option(
            names = "--keys",
            paramLabel = "FILE",
            description =
                    "The platform's published keys, saved from /.well-known/did.json or jwks.json; may be"
                            + " repeated.")
    private List<Path> keys = List.of();

    ReceiptCommand() {}

    /** What {@code ./assay verify-receipt} starts. */
    public static void main(String[] arguments) {
        System.exit(run(new PrintWriter(System.out, true), arguments));
    }

    static int run(PrintWriter out, String... arguments) {
        return new CommandLine(new ReceiptCommand()).setOut(out).execute(arguments);
    }

    @Override
    public Integer call() throws IOException {
        ReceiptCheck check =
                keys.isEmpty() ? ReceiptCheck.withoutKeys() : ReceiptCheck.withKeys(published());
        PrintWriter out = spec.commandLine().getOut();
        int worst = HOLDS;
        for (Path file : files) {
            int code = check(check, file, out);
            worst = MILDEST_FIRST.indexOf(code) > MILDEST_FIRST.indexOf(worst) ? code : worst;
        }
        out.flush();
        return worst;
    }

    private Set<String> published() throws IOException {
        Set<String> methods = new HashSet<>();
        for (Path file : keys) {
            methods.addAll(ReceiptCheck.methods(Files.readAllBytes(file)));
        }
        return methods;
    }

    private static int check(ReceiptCheck check, Path file, PrintWriter out) {
        byte[] receipt;
        try (var in = Files.newInputStream(file)) {
            receipt = in.readNBytes(ReceiptCheck.MAXIMUM_BYTES + 1);
        } catch (IOException failure) {
            out.printf("%s: cannot be read (%s)%n", file, failure.getClass().getSimpleName());
            return UNREADABLE;
        }
        if (receipt.length > ReceiptCheck.MAXIMUM_BYTES) {
            out.printf("%s: too large for a receipt%n", file);
            return UNREADABLE;
        }
        ReceiptReport report = check.check(receipt);
        out.printf("%s: %s%n", file, verdict(report));
        report.steps()
                .forEach(step ->
                        out.printf(
                                "  %-16s %-10s %s%n",
                                step.name(), step.outcome().wireName(), step.detail()));
        return exitCode(report);
    }

    private static String verdict(ReceiptReport report) {
        return switch (report.outcome()) {
            case PASSED -> "holds";
            case FAILED -> "DOES NOT HOLD";
            case UNCHECKED -> "nothing failed, but not everything could be checked";
        };
    }

    private static int exitCode(ReceiptReport report) {
        return switch (report.outcome()) {
            case PASSED -> HOLDS;
            case FAILED -> DIFFERS;
            case UNCHECKED -> UNCHECKED;
        };
    }
}
