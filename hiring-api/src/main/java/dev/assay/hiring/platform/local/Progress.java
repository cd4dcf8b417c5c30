package dev.assay.hiring.platform.local;

import java.io.PrintStream;
import java.time.Duration;

/** Lines for the person who waits, each with the time since the beginning. */
final class Progress {
    private static final double MILLIS_PER_SECOND = 1000.0;

    private final PrintStream out;
    private final long begin = System.nanoTime();

    Progress(PrintStream out) {
        this.out = out;
    }

    void say(String line) {
        Duration elapsed = Duration.ofNanos(System.nanoTime() - begin);
        out.printf("%6.1f s  %s%n", elapsed.toMillis() / MILLIS_PER_SECOND, line);
        out.flush();
    }

    void print(String text) {
        out.println(text);
        out.flush();
    }
}
