package dev.assay.credential.cli;

import dev.assay.credential.CredentialVerifier;
import dev.assay.credential.VerificationPolicy;
import dev.assay.credential.bake.BakedImage;
import dev.assay.credential.evidence.Evidence;
import dev.assay.credential.key.SignatureProvider;
import dev.assay.credential.model.Recipient;
import dev.assay.credential.report.CheckName;
import dev.assay.credential.report.CheckOutcome;
import dev.assay.credential.report.Outcome;
import dev.assay.credential.report.VerificationReport;
import dev.assay.credential.source.DocumentSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Verifies credential files without any network: a remote document is taken from a folder of pinned
 * ones, and what would need another is reported as not checked. Exits with the worst that happened:
 * 0 all verified, 1 a credential failed, 2 one could not be checked, 3 a file could not be read or
 * is no document at all; 64 says that the command itself was misspelt. Where a person was named, a
 * credential that is another's counts as failed: a script must not take somebody else's badge for
 * theirs.
 */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        versionProvider = VerifyCommand.Computing.class,
        description = "Verifies credentials offline and says check by check what was found.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every credential is verified, and about the person named",
            "1:a credential failed, or is about somebody else",
            "2:a credential could not be checked",
            "3:a file could not be read",
            "64:the command was not understood"
        },
        exitCodeOnInvalidInput = VerifyCommand.USAGE,
        exitCodeOnExecutionException = VerifyCommand.UNREADABLE)
public final class VerifyCommand implements Callable<Integer> {

    static final int USAGE = 64; // sysexits.h; picocli's own 2 means "could not check" here
    private static final int VERIFIED = 0;
    private static final int FAILED = 1;
    private static final int COULD_NOT_CHECK = 2;
    static final int UNREADABLE = 3;
    private static final int MAX_PACK_BYTES = 64 << 20;
    private static final List<Integer> MILDEST_FIRST =
            List.of(VERIFIED, COULD_NOT_CHECK, FAILED, UNREADABLE);

    private final InstantSource clock;
    private final InputStream stdin;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description =
                    "Credential, token, or image with a badge in it; a pattern such as *.json; - reads"
                            + " standard input.")
    private List<String> files = new ArrayList<>();

    @Option(names = "--json", description = "Prints a JSON list of reports.")
    private boolean json;

    @Option(
            names = "--email",
            paramLabel = "ADDRESS",
            description = "An address of the person, taken as confirmed; may be repeated.")
    private Set<String> emails = Set.of();

    @Option(
            names = "--pinned",
            paramLabel = "DIR",
            description =
                    "Takes remote documents from DIR/host/path instead of the network, which is"
                            + " never used.")
    private @Nullable Path pinned;

    @Option(
            names = "--evidence",
            description =
                    "Takes each FILE for an evidence pack and reports as of its time, from what is in"
                            + " it alone.")
    private boolean evidence;

    VerifyCommand(InstantSource clock, InputStream stdin) {
        this.clock = clock;
        this.stdin = stdin;
    }

    /** Who computes signatures here, which decides how long it takes and nothing else. */
    static final class Computing implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return SignatureProvider.inUse().entrySet().stream()
                    .map(one -> one.getKey() + " signatures: " + one.getValue())
                    .toArray(String[]::new);
        }
    }

    /** The process edge, and so the one place in this library that looks at the system's clock. */
    public static void main(String[] arguments) {
        System.exit(
                new CommandLine(new VerifyCommand(Clock.systemUTC(), System.in))
                        .execute(arguments));
    }

    @Override
    public Integer call() {
        var verifier = CredentialVerifier.create(clock, documents(), VerificationPolicy.standard());
        var recipient = new Recipient(emails, Set.of(), Set.of());
        var found =
                files.stream()
                        .flatMap(file -> FilePattern.files(file).stream())
                        .map(file -> verify(verifier, recipient, file))
                        .toList();
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? ReportText.json(found) : ReportText.table(found));
        out.flush();
        return found.stream()
                .map(VerifyCommand::exitCode)
                .max((a, b) -> MILDEST_FIRST.indexOf(a) - MILDEST_FIRST.indexOf(b))
                .orElse(UNREADABLE);
    }

    private DocumentSource documents() {
        return pinned == null ? DocumentSource.none() : new PinnedDocuments(pinned);
    }

    private FileReport verify(CredentialVerifier verifier, Recipient recipient, Path file) {
        try {
            byte[] document = read(file);
            return evidence
                    ? replayed(verifier, recipient, file, document)
                    : new FileReport.Checked(file.toString(), verifier.verify(document, recipient));
        } catch (IOException e) {
            return new FileReport.Unreadable(file.toString(), e.getClass().getSimpleName());
        }
    }

    private static FileReport replayed(
            CredentialVerifier verifier, Recipient recipient, Path file, byte[] pack) {
        return Evidence.read(pack)
                .<FileReport>map(found ->
                        new FileReport.Checked(file.toString(), verifier.replay(found, recipient)))
                .orElseGet(() -> new FileReport.Unreadable(file.toString(), "no evidence pack"));
    }

    /**
     * Reads one byte more than is accepted, so that any excess is noticed and none piles up; of an
     * evidence pack, more than any holds, and what is cut off is none.
     */
    private byte[] read(Path file) throws IOException {
        int enough = evidence ? MAX_PACK_BYTES : BakedImage.MAX_BYTES + 1;
        if (file.toString().equals("-")) {
            return stdin.readNBytes(enough);
        }
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(enough);
        }
    }

    private static int exitCode(FileReport report) {
        return switch (report) {
            case FileReport.Unreadable _ -> UNREADABLE;
            case FileReport.Checked(_, var verified) -> exitCode(verified);
        };
    }

    private static int exitCode(VerificationReport report) {
        if (report.fault().isPresent()) {
            return UNREADABLE;
        }
        return switch (report.outcome()) {
            case Outcome.VERIFIED -> exitCode(report.check(CheckName.SUBJECT).outcome());
            case Outcome.FAILED -> FAILED;
            case Outcome.INDETERMINATE -> COULD_NOT_CHECK;
        };
    }

    /** Not applicable means that nobody was named. */
    private static int exitCode(CheckOutcome subject) {
        return switch (subject) {
            case PASSED, NOT_APPLICABLE -> VERIFIED;
            case FAILED -> FAILED;
            case INDETERMINATE -> COULD_NOT_CHECK;
        };
    }
}
