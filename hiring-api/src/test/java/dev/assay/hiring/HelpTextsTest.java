package dev.assay.hiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.hiring.platform.fetch.PostGuard;
import dev.assay.hiring.platform.fetch.Receivers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** {@code ./assay} prints help before anything is built: what the programs would print. */
class HelpTextsTest {

    private static final Path TEXTS = Path.of(System.getProperty("assay.root"), "docs", "help");

    @Test
    void whatTheScriptPrintsIsWhatTheProgramsWouldPrint() throws IOException {
        CommandLine employer = new CommandLine(EmployerCommand.specification(true));
        isHelp("employer", employer);
        isHelp("employer-create", Objects.requireNonNull(employer.getSubcommands().get("create")));
        isHelp("verify-receipt", new CommandLine(new ReceiptCommand()));
        try (PostGuard guard = Receivers.guard()) {
            isHelp("partner-check", new CommandLine(new PartnerCheckCommand(guard)));
        }
    }

    private static void isHelp(String name, CommandLine program) throws IOException {
        assertThat(Files.readString(TEXTS.resolve(name + ".txt")))
                .isEqualTo(program.getUsageMessage(Ansi.OFF));
    }
}
