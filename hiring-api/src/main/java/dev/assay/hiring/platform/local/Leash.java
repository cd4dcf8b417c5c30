package dev.assay.hiring.platform.local;

import java.util.ArrayList;
import java.util.List;

/**
 * Command lines that end with this JVM, however it ends. The shell in front of each holds the
 * reading end of a pipe from us; even {@code kill -9} makes the kernel close our end, which is the
 * signal to act. Ctrl-C reaches every process of a terminal at once, so both ignore it: stopping is
 * this JVM's to order.
 */
final class Leash {
    // The watcher is the background process; the program keeps the shell's process id ($$).
    private static final String TERMINATE =
            """
            trap '' INT HUP
            exec 3<&0 </dev/null
            (exec <&3 3<&-; cat >/dev/null; kill -TERM $$ 2>/dev/null) &
            exec 3<&-
            exec "$@"
            """;

    private static final String RUN_AT_END =
            """
            trap '' INT HUP TERM
            cat >/dev/null
            exec "$@"
            """;

    private Leash() {}

    /** Runs {@code program}, which gets SIGTERM when our end of its standard input closes. */
    static List<String> terminating(List<String> program) {
        return shell(TERMINATE, "assay-leash", program);
    }

    /** Waits until our end of its standard input closes, and only then runs {@code program}. */
    static List<String> runningAtEnd(List<String> program) {
        return shell(RUN_AT_END, "assay-guard", program);
    }

    private static List<String> shell(String script, String name, List<String> program) {
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", script, name));
        command.addAll(program);
        return command;
    }
}
