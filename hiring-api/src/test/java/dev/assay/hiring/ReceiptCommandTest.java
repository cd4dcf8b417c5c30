package dev.assay.hiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command on a receipt that a server once handed out, whose database is long gone. */
class ReceiptCommandTest {

    private static final Path SAMPLES =
            Path.of(System.getProperty("assay.root", "..")).resolve("docs/samples");
    private static final String RECEIPT = SAMPLES.resolve("score-receipt.json").toString();
    private static final String KEYS = SAMPLES.resolve("did.json").toString();

    private final StringWriter out = new StringWriter();

    @Test
    void aReceiptOfTheServersHoldsToTheLastDigit() {
        assertThat(run("--keys", KEYS, RECEIPT)).isZero();
        assertThat(out.toString())
                .contains(": holds")
                .containsPattern("counterfactuals +passed")
                .doesNotContain("unchecked", "failed");
    }

    @Test
    void withoutKeysItSaysThatTheSignerWasNotChecked() {
        assertThat(run(RECEIPT)).isEqualTo(2);
        assertThat(out.toString()).containsPattern("signer +unchecked");
    }

    @Test
    void anAlteredOneDoesNotHoldAndTheStepIsNamed(@TempDir Path folder) throws IOException {
        String receipt = Files.readString(Path.of(RECEIPT));
        Path altered = folder.resolve("altered.json");
        Files.writeString(altered, receipt.replace("\"importance\": 3", "\"importance\": 5"));
        assertThat(Files.readString(altered)).isNotEqualTo(receipt);

        assertThat(run("--keys", KEYS, altered.toString())).isEqualTo(1);
        assertThat(out.toString())
                .contains("DOES NOT HOLD")
                .containsPattern("signature +failed")
                .containsPattern("inputs +failed");
    }

    @Test
    void theWorstOfSeveralIsTheExitCode(@TempDir Path folder) {
        assertThat(run("--keys", KEYS, RECEIPT, folder.resolve("none.json").toString()))
                .isEqualTo(3);
        assertThat(run()).isEqualTo(64);
    }

    private int run(String... arguments) {
        return ReceiptCommand.run(new PrintWriter(out, true), arguments);
    }
}
