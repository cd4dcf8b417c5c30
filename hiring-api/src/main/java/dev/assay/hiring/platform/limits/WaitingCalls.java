package dev.assay.hiring.platform.limits;

import dev.assay.hiring.shared.Actor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Lets a call that only waits for others give its place to another meanwhile, for as long as those
 * who wait take up little memory.
 */
public final class WaitingCalls {

    private static final long MOST_BYTES = 32L * 1024 * 1024;

    /** What a call takes up however short it is. */
    private static final long LEAST_BYTES = 32L * 1024;

    private final CallsAtOnce places;
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong calls = new AtomicLong();

    WaitingCalls(CallsAtOnce places) {
        this.places = places;
    }

    /**
     * Waits without a place, where that is possible. A call that has nothing afterwards goes on
     * with a place again.
     *
     * @param length of the call, in bytes
     * @throws dev.assay.hiring.platform.problem.TryLater when it has to go on and there is no place
     */
    public <T> Optional<T> apart(
            HttpServletRequest request, Actor actor, int length, Supplier<Optional<T>> waiting) {
        long size = Math.max(length, LEAST_BYTES);
        if (bytes.addAndGet(size) > MOST_BYTES) {
            bytes.addAndGet(-size);
            return waiting.get();
        }
        calls.incrementAndGet();
        CallLimits.leave(request);
        Optional<T> outcome;
        try {
            outcome = waiting.get();
        } finally {
            bytes.addAndGet(-size);
            calls.decrementAndGet();
        }
        if (outcome.isEmpty()) {
            CallLimits.enter(request, places, actor);
        }
        return outcome;
    }

    /** How many wait. */
    int count() {
        return (int) calls.get();
    }
}
