package dev.assay.hiring.credentials;

import java.time.Duration;

/** How long the verifications of one caller may wait for others. For one thread. */
final class RemoteTime {

    /** While somebody waits for the answer of a submission, in all. */
    static final Duration INLINE = Duration.ofSeconds(2);

    /** While somebody waits for the answer of a verification alone. */
    static final Duration ASKED_FOR = Duration.ofSeconds(5);

    /** When nobody waits. */
    static final Duration IN_BACKGROUND = Duration.ofSeconds(30);

    private Duration left;

    RemoteTime(Duration left) {
        this.left = left;
    }

    Duration left() {
        return left;
    }

    void spend(long nanos) {
        Duration rest = left.minusNanos(nanos);
        left = rest.isNegative() ? Duration.ZERO : rest;
    }
}
