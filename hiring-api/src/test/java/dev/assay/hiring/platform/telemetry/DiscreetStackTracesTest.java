package dev.assay.hiring.platform.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import org.junit.jupiter.api.Test;

class DiscreetStackTracesTest {

    private final DiscreetStackTraces traces = new DiscreetStackTraces();

    @Test
    void leavesOutWhatAParserChokedOn() {
        String printed =
                traces.printStackTraceToString(
                        new IllegalStateException(new NumberFormatException("For \"Robin Vale\"")));

        assertThat(printed)
                .doesNotContain("Robin")
                .contains("Caused by: java.lang.NumberFormatException\n")
                .contains("\tat " + DiscreetStackTracesTest.class.getName());
    }

    @Test
    void keepsWhatHelpsAnOperator() {
        assertThat(
                        traces.printStackTraceToString(
                                new RuntimeException(new ConnectException("Connection refused"))))
                .contains("java.net.ConnectException: Connection refused");
    }

    @Test
    void endsOnCausesThatGoInACircle() {
        var first = new RuntimeException("one");
        var second = new RuntimeException("two", first);
        first.initCause(second);

        assertThat(traces.printStackTraceToString(first)).contains("Caused by");
    }

    @Test
    void leavesOutTheMessageOfWhatWasSuppressed() {
        var failure = new RuntimeException("x");
        failure.addSuppressed(new IllegalArgumentException("Robin Vale"));

        assertThat(traces.printStackTraceToString(failure))
                .contains("Suppressed: java.lang.IllegalArgumentException")
                .doesNotContain("Robin");
    }
}
