package dev.assay.hiring.platform.telemetry;

import java.io.IOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.StackTracePrinter;

/**
 * Stack traces for the log without what the failing code had in hand. The message of an exception
 * is printed only where whoever wrote it has no business with people's data: our own (which the
 * style forbids to carry any), the database driver's (told to leave out the row), the connection
 * pool's and the network's, and the framework's when it starts. Parsers quote their input, so all
 * others are reduced to their type.
 */
public final class DiscreetStackTraces implements StackTracePrinter {

    private static final List<String> MAY_SPEAK =
            List.of(
                    "dev.assay.",
                    "org.postgresql.",
                    "com.zaxxer.hikari.",
                    "java.net.",
                    "java.sql.SQLTransientConnectionException",
                    "javax.net.ssl.",
                    "org.springframework.beans.factory.",
                    "org.springframework.boot.");
    private static final int FRAMES = 60;

    @Override
    public void printStackTrace(Throwable failure, Appendable out) throws IOException {
        Set<Throwable> printed = Collections.newSetFromMap(new IdentityHashMap<>());
        @Nullable Throwable next = failure;
        String opening = "";
        while (next != null && printed.add(next)) {
            out.append(opening).append(headline(next)).append('\n');
            StackTraceElement[] frames = next.getStackTrace();
            for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
                out.append("\tat ").append(frames[i].toString()).append('\n');
            }
            for (Throwable suppressed : next.getSuppressed()) {
                out.append("\tSuppressed: ").append(headline(suppressed)).append('\n');
            }
            next = next.getCause();
            opening = "Caused by: ";
        }
    }

    private static String headline(Throwable failure) {
        String type = failure.getClass().getName();
        boolean maySpeak = MAY_SPEAK.stream().anyMatch(type::startsWith);
        return maySpeak && failure.getMessage() != null ? type + ": " + failure.getMessage() : type;
    }
}
