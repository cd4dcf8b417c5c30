package dev.assay.hiring.platform.local;

import org.jspecify.annotations.Nullable;

/**
 * The local run cannot go on. The message is meant for the person at the terminal: it names the
 * fault and, where there is one, the way out.
 */
final class LocalRunException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int FAILED = 1;
    private static final int REFUSED = 2;

    private final int exitCode;

    private LocalRunException(int exitCode, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    LocalRunException(String message) {
        this(FAILED, message, null);
    }

    LocalRunException(String message, Throwable cause) {
        this(FAILED, message, cause);
    }

    /** What was asked for cannot be had; nothing has been started or changed. */
    static LocalRunException refused(String message, Throwable cause) {
        return new LocalRunException(REFUSED, message, cause);
    }

    /** What was asked for cannot be had; nothing has been started or changed. */
    static LocalRunException refused(String message) {
        return new LocalRunException(REFUSED, message, null);
    }

    /** What the launcher's process ends with: 2 if it only refused, 1 if something failed. */
    int exitCode() {
        return exitCode;
    }
}
