package dev.assay.hiring.platform.problem;

import java.time.Duration;
import org.springframework.http.HttpStatus;

/**
 * Not now: nothing was done, and the same call may well succeed after the time named, which is
 * answered as {@code Retry-After}. The code is stable.
 */
public final class TryLater extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String code;
    private final Duration after;

    public TryLater(HttpStatus status, String code, String detail, Duration after) {
        super(detail);
        this.status = status;
        this.code = code;
        this.after = after;
    }

    public HttpStatus status() {
        return status;
    }

    public String code() {
        return code;
    }

    /** In whole seconds, at least one. */
    public long seconds() {
        return Math.max(1, after.plusMillis(999).toSeconds());
    }
}
