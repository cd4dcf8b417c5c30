package dev.assay.hiring.platform.limits;

import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.EmployerId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts the calls of each caller at each employer, on all nodes together. A node takes tokens from
 * the shared bucket in portions and gives them out by itself, so most calls cost no statement; once
 * the bucket is empty it asks no more until the next window.
 */
final class RateLimits {

    private final SharedBuckets buckets;
    private final Clock clock;
    private final Map<Key, Purse> purses = new ConcurrentHashMap<>();
    private volatile Instant tidied = Instant.MIN;

    RateLimits(SharedBuckets buckets, Clock clock) {
        this.buckets = buckets;
        this.clock = clock;
    }

    /** Counts one call. Not to be called inside a transaction. */
    RateStatus count(Actor actor, RatePolicy policy) {
        Instant now = clock.instant();
        Instant window = RatePolicy.windowOf(now);
        tidy(window);
        var key = new Key(actor.employer(), actor.reference(), policy.name());
        Purse purse = purses.computeIfAbsent(key, _ -> new Purse());
        Duration reset = Duration.between(now, window.plus(RatePolicy.WINDOW));
        return purse.spend(actor, policy, window, reset);
    }

    /** Who has not called in this window starts anew anyway. */
    private void tidy(Instant window) {
        if (!tidied.equals(window)) {
            tidied = window;
            purses.values().removeIf(purse -> !purse.isOf(window));
        }
    }

    /** What all nodes take from. */
    @FunctionalInterface
    interface SharedBuckets {

        /** Takes a portion, and tells how many were taken in this window before. */
        long take(Actor actor, String policy, Instant window, int portion);
    }

    private record Key(EmployerId employer, String caller, String policy) {}

    /** The tokens this node holds for a caller. */
    private final class Purse {

        private Instant window = Instant.MIN;
        private long held;
        private long left;

        synchronized boolean isOf(Instant other) {
            return window.equals(other);
        }

        synchronized RateStatus spend(
                Actor actor, RatePolicy policy, Instant current, Duration reset) {
            if (!window.equals(current)) {
                window = current;
                held = 0;
                left = policy.quota();
            }
            if (held == 0 && left > 0) {
                refill(actor, policy);
            }
            if (held == 0) {
                return new RateStatus(policy, false, 0, reset);
            }
            held--;
            return new RateStatus(policy, true, held + left, reset);
        }

        private void refill(Actor actor, RatePolicy policy) {
            int portion = policy.portion();
            long before = buckets.take(actor, policy.name(), window, portion);
            held = Math.clamp(policy.quota() - before, 0, portion);
            left = Math.max(0, policy.quota() - before - held);
        }
    }
}
