package dev.assay.hiring.testkit;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for what happens in the background: asks again until it is so, or far too late. */
public final class Eventually {
    private static final Duration FAR_TOO_LATE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private Eventually() {}

    /** The first answer that satisfies; fails with the last one that did not. */
    public static <T> T get(Supplier<T> question, Predicate<T> satisfied) {
        long end = System.nanoTime() + FAR_TOO_LATE.toNanos();
        while (true) {
            T answer = question.get();
            if (satisfied.test(answer)) {
                return answer;
            }
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("still not so: " + answer);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
